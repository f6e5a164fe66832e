import { useState } from 'preact/hooks';

import { UnlockDialog } from '@/components/guardian/UnlockDialog.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';

export type RevealPicturesProps = {
  /** The tab a child asked from. */
  readonly tabId: number;
};

/** Opened by "Ask a grown-up" on a covered picture: the PIN is typed here, never inside a web page. */
export function RevealPictures({ tabId }: RevealPicturesProps) {
  const { text, ask } = useServices();
  const [isUnlocking, setUnlocking] = useState(false);
  const [ended, setEnded] = useState<'done' | 'failed' | null>(null);
  const reveal = async (token: string) => {
    setUnlocking(false);
    const answer = await ask('pictures.reveal', { tabId, token });
    // The child holds the mouse again in a moment.
    await ask('guardian.lock', {});
    setEnded(answer.ok ? 'done' : 'failed');
  };
  return (
    <div class="popup" data-saathi="pictures">
      <main class="stack">
        <h1 class="popup-heading">{text('picturesAskHeading')}</h1>
        {ended === 'done' ? (
          <Notice tone="calm" live>
            <p>{text('picturesAskDone')}</p>
          </Notice>
        ) : (
          <>
            <p>{text('picturesAskBody')}</p>
            {ended === 'failed' && (
              <Notice tone="care" live>
                <p>{text('picturesAskFailed')}</p>
              </Notice>
            )}
            <div class="row">
              <Button kind="main" icon="unlock" onPress={() => setUnlocking(true)}>
                {text('picturesAskHere')}
              </Button>
            </div>
          </>
        )}
        {isUnlocking && (
          <UnlockDialog
            reason={text('picturesAskReason')}
            onUnlocked={(token) => void reveal(token)}
            onClose={() => setUnlocking(false)}
          />
        )}
      </main>
    </div>
  );
}
