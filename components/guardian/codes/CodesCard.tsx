import '@/components/codes/codes.css';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { More } from '@/components/ui/More.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { State } from '@/rules/messages/replies.ts';

import type { PolicyDesk } from '../use-policy.ts';
import { GrantKeys } from './GrantKeys.tsx';
import { PhoneCodes } from './PhoneCodes.tsx';
import { Signer } from './Signer.tsx';
import { TimeCards } from './TimeCards.tsx';
import { useGuardianCodes } from './use-guardian-codes.ts';

export type CodesCardProps = { readonly state: State; readonly desk: PolicyDesk | null };

/** Answers from somebody who is not at this computer: by phone, on paper, by a file. */
export function CodesCard({ state, desk }: CodesCardProps) {
  const { text } = useServices();
  const codesDesk = useGuardianCodes();
  const { codes, failure, load } = codesDesk;
  return (
    <Card heading={text('codesHeading')} icon="phone">
      <p class="soft">{text('codesIntro')}</p>
      {failure !== null && (
        <Notice tone="care" live>
          <p>{text(`refused-${failure}`)}</p>
        </Notice>
      )}
      {codes === null && state.hasGuardianSecret && (
        <div>
          <Button icon="eye" onPress={() => void load()}>
            {text('phoneRead')}
          </Button>
        </div>
      )}
      {state.hasGuardianSecret && (
        <More label={text('phoneHeading')}>
          <PhoneCodes {...codesDesk} />
        </More>
      )}
      {state.hasGuardianSecret && (
        <More label={text('cardsHeading')}>
          <TimeCards desk={codesDesk} children={state.children} />
        </More>
      )}
      {desk !== null && (
        <More label={text('keysHeading')}>
          <GrantKeys desk={desk} />
        </More>
      )}
      <More label={text('signerHeading')}>
        <Signer />
      </More>
    </Card>
  );
}
