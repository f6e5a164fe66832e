import { useState } from 'preact/hooks';

import { PairPhone } from '@/components/guardian/codes/PairPhone.tsx';
import { WithGuardian } from '@/components/guardian/guarded.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';

import { StepFrame } from './StepFrame.tsx';

/** Codes by phone: a second half of the guardian's own step, offered now and left out at one press. */
export function PhoneStep({ onNext }: { onNext: () => void }) {
  const { text } = useServices();
  const [pairing, setPairing] = useState(false);
  const [paired, setPaired] = useState<string | null>(null);
  if (pairing) {
    return (
      <div class="stack-loose">
        <h1>{text('phoneHeading')}</h1>
        <WithGuardian>
          <PairPhone
            onPaired={({ name }) => {
              setPaired(name);
              setPairing(false);
            }}
            onClose={() => setPairing(false)}
          />
        </WithGuardian>
      </div>
    );
  }
  return (
    <StepFrame
      step="secret"
      heading={text('setupPhoneHeading')}
      intro={text('setupPhoneIntro')}
      onBack={null}
      onNext={onNext}
      next={text(paired === null ? 'setupPhoneSkip' : 'next')}
      skips={paired === null}
    >
      <p>{text('phoneIntro')}</p>
      {paired === null ? (
        <div>
          <Button kind="main" icon="phone" onPress={() => setPairing(true)}>
            {text('phoneAdd')}
          </Button>
        </div>
      ) : (
        <Notice tone="good" live>
          <p>{text('pairDone', { name: paired })}</p>
        </Notice>
      )}
    </StepFrame>
  );
}
