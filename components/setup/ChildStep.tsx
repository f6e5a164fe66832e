import { useState } from 'preact/hooks';

import { BandChoice } from '@/components/guardian/ChildForm.tsx';
import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';

import type { StepProps } from './PlaceStep.tsx';
import { StepFrame } from './StepFrame.tsx';

export function ChildStep({ draft, onChange, onBack, onNext }: StepProps) {
  const { text } = useServices();
  const [asked, setAsked] = useState(false);
  const nameless = draft.nickname.trim() === '';
  const next = () => {
    setAsked(true);
    if (!nameless && draft.ageBand !== null) onNext();
  };
  return (
    <StepFrame
      step="child"
      heading={text('setupChildHeading')}
      intro={text('setupChildIntro')}
      onBack={onBack}
      onNext={next}
    >
      <Field
        label={text('setupNickname')}
        hint={text('setupNicknameHint')}
        value={draft.nickname}
        maxLength={40}
        dir="auto"
        error={asked && nameless ? text('setupNicknameMissing') : undefined}
        onInput={(nickname) => onChange({ ...draft, nickname })}
      />
      <BandChoice
        band={draft.ageBand}
        missing={asked && draft.ageBand === null}
        onChange={(ageBand) => onChange({ ...draft, ageBand })}
      />
      <p class="soft small">{text('setupBandWhy')}</p>
      <p class="soft small">{text('setupMoreChildren')}</p>
    </StepFrame>
  );
}
