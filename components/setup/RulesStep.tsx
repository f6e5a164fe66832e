import { useState } from 'preact/hooks';

import { ProfileEditor } from '@/components/guardian/rules/ProfileEditor.tsx';
import { startingChild } from '@/components/guardian/starting-child.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { ChildProfile } from '@/rules/policy/schema.ts';

import type { StepProps } from './PlaceStep.tsx';
import { PresetCard } from './PresetCard.tsx';
import { StepFrame } from './StepFrame.tsx';

export type RulesStepProps = StepProps & { readonly profile: ChildProfile };

/** One card for the band; everything behind it can be adjusted before it is in force. */
export function RulesStep({ draft, profile, onChange, onBack, onNext }: RulesStepProps) {
  const { text } = useServices();
  const [adjusting, setAdjusting] = useState(false);
  const { id, nickname, ageBand } = profile;
  const keep = (changed: ChildProfile) => onChange({ ...draft, profile: changed });
  return (
    <StepFrame
      step="rules"
      heading={text('setupRulesHeading', { child: nickname })}
      intro={text('setupRulesIntro')}
      onBack={onBack}
      onNext={onNext}
    >
      <PresetCard profile={profile}>
        <Button
          icon={adjusting ? 'minus' : 'settings'}
          expanded={adjusting}
          onPress={() => setAdjusting(!adjusting)}
        >
          {text(adjusting ? 'setupAdjustDone' : 'setupAdjust')}
        </Button>
        {adjusting && (
          <Button
            kind="plain"
            icon="undo"
            onPress={() => keep(startingChild(id, nickname, ageBand))}
          >
            {text('setupAdjustUndo')}
          </Button>
        )}
      </PresetCard>
      {adjusting && <ProfileEditor profile={profile} onChange={keep} lists={null} />}
    </StepFrame>
  );
}
