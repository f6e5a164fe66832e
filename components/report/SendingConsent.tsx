import { useEffect, useState } from 'preact/hooks';

import { useFocusPlace } from '@/components/page/use-focus-place.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';

/** "given": by a press on this very page, which deserves an answer. */
type Consent = 'not-needed' | 'missing' | 'given';

/** Firefox asks the person, once, before an address may leave. Until then the report is kept, and waits. */
export function SendingConsent() {
  const { text, sendingConsent } = useServices();
  const [consent, setConsent] = useState<Consent>('not-needed');
  const { place, takeFocus } = useFocusPlace();
  useEffect(() => {
    void sendingConsent?.isGiven().then((given) => setConsent(given ? 'not-needed' : 'missing'));
  }, [sendingConsent]);
  if (sendingConsent === null || consent === 'not-needed') return null;
  const ask = async () => {
    if (!(await sendingConsent.ask())) return;
    setConsent('given');
    takeFocus();
  };
  return (
    <div ref={place} tabIndex={-1}>
      {consent === 'given' ? (
        <Notice tone="good" live>
          <p>{text('consentGiven')}</p>
        </Notice>
      ) : (
        <Notice tone="care" icon="send">
          <p>{text('consentBody')}</p>
          <Button kind="main" icon="check" onPress={() => void ask()}>
            {text('consentGive')}
          </Button>
        </Notice>
      )}
    </div>
  );
}
