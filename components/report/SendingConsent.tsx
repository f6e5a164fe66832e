import { useEffect, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';

/** Firefox asks the person, once, before an address may leave. Until then the report is kept, and waits. */
export function SendingConsent() {
  const { text, sendingConsent } = useServices();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    void sendingConsent?.isGiven().then((given) => setMissing(!given));
  }, [sendingConsent]);
  if (sendingConsent === null || !isMissing) return null;
  return (
    <Notice tone="care" icon="send">
      <p>{text('consentBody')}</p>
      <Button
        kind="main"
        icon="check"
        onPress={() => void sendingConsent.ask().then((given) => setMissing(!given))}
      >
        {text('consentGive')}
      </Button>
    </Notice>
  );
}
