import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';

import { usePageState } from '@/components/page/page-state.ts';
import { useServices } from '@/components/services.ts';
import { isAfterFinish, readDraft } from '@/components/setup/draft.ts';
import { Setup } from '@/components/setup/Setup.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Screen } from '@/components/ui/Screen.tsx';

import { useSignerRoom } from './codes/signer-room.ts';
import { SignerPage } from './codes/SignerPage.tsx';
import { GuardianArea } from './GuardianArea.tsx';

/** Set-up until it is over, then the guardian area. */
export function OptionsPage({ help }: { readonly help?: ComponentChildren }) {
  const { text } = useServices();
  const { state, refresh } = usePageState();
  const [settingUp, endSetup] = useSettingUp(state?.setUp);
  const signing = useSignerRoom();
  const onChanged = useCallback(() => void refresh(), [refresh]);
  if (state === null) {
    return (
      <Screen surface="guardian" help={help}>
        <Notice tone="care" live>
          <p>{text('refused-broken')}</p>
        </Notice>
        <div class="row">
          <Button icon="refresh" onPress={onChanged}>
            {text('tryAgain')}
          </Button>
        </div>
      </Screen>
    );
  }
  if (settingUp === null) return null;
  if (settingUp && signing && !state.setUp && !state.incognito) return <SignerPage help={help} />;
  return settingUp && !state.incognito && state.source !== 'managed' ? (
    <Setup onFinished={onChanged} onDone={endSetup} help={help} />
  ) : (
    <GuardianArea state={state} onChanged={onChanged} help={help} />
  );
}

/** Rules in force do not end set-up: the side doors and the child's page still follow, also after a reload. */
function useSettingUp(setUp: boolean | undefined): readonly [boolean | null, () => void] {
  const { draft } = useServices();
  const [settingUp, setSettingUp] = useState<boolean | null>(null);
  useEffect(() => {
    // Decided once: finishing set-up must not take its last two screens away.
    if (setUp === undefined || settingUp !== null) return;
    void draft.read().then((untrusted) => {
      const stored = readDraft(untrusted);
      setSettingUp(!setUp || (stored !== null && isAfterFinish(stored.step)));
    });
  }, [draft, setUp, settingUp]);
  return [settingUp, () => setSettingUp(false)];
}
