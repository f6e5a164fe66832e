import { useState } from 'preact/hooks';

import type { IconName } from '@/components/icons/shapes.ts';
import { useServices } from '@/components/services.ts';
import { Choices } from '@/components/ui/Choices.tsx';
import { More } from '@/components/ui/More.tsx';
import type { DoorKind } from '@/rules/packs/choose.ts';
import type { Door as DoorFacts } from '@/rules/packs/doors.ts';

import { Door, type DoorProps } from './Door.tsx';

const answers = ['helpline', 'police', 'adult', 'site', 'nobody'] as const;
type Answer = (typeof answers)[number];

const icons: Readonly<Record<Answer, IconName>> = {
  helpline: 'phone',
  police: 'shield',
  adult: 'family',
  site: 'globe',
  nobody: 'moon',
};
const kinds: Readonly<Record<Answer, readonly DoorKind[]>> = {
  helpline: ['helpline'],
  police: ['police', 'hotline', 'cert', 'regulator'],
  adult: [],
  site: ['platform'],
  nobody: [],
};
const atOnce = 2;

export type WhoToTellProps = {
  /** Best first. */
  readonly doors: readonly DoorFacts[];
  readonly onForm?: DoorProps['onForm'];
};

/** Five answers of one size; each opens its own doors. What is chosen here stays in this window. */
export function WhoToTell({ doors, onForm }: WhoToTellProps) {
  const { text } = useServices();
  const [answer, setAnswer] = useState<Answer | null>(null);
  return (
    <div class="stack who-to-tell">
      <Choices
        label={text('tellHeading')}
        hideLabel
        options={answers.map((value) => ({
          value,
          label: text(`tell-${value}`),
          icon: icons[value],
        }))}
        value={answer}
        onChange={setAnswer}
      />
      <div class="stack said-here" role="status">
        {answer !== null && <p>{text(`tellAbout-${answer}`)}</p>}
        {answer === 'adult' && <p class="help-say">{text('adultSay')}</p>}
        {answer !== null && kinds[answer].length > 0 && (
          <Doors
            key={answer}
            doors={doors.filter(({ kind }) => kinds[answer].includes(kind))}
            answer={answer}
            onForm={onForm}
          />
        )}
      </div>
      <p class="soft small">{text('tellPrivate')}</p>
    </div>
  );
}

function Doors({ doors, answer, onForm }: WhoToTellProps & { answer: Answer }) {
  const { text } = useServices();
  if (doors.length === 0) return <p>{text(answer === 'site' ? 'tellNoSite' : 'tellNoDoor')}</p>;
  const more = doors.slice(atOnce, atOnce + 4);
  return (
    <>
      <DoorList doors={doors.slice(0, atOnce)} onForm={onForm} />
      {more.length > 0 && (
        <More label={text('tellMore')}>
          <DoorList doors={more} onForm={onForm} />
        </More>
      )}
    </>
  );
}

const DoorList = ({ doors, onForm }: WhoToTellProps) => (
  <ul class="stack">
    {doors.map((door) => (
      <li key={door.mechanism.id}>
        <Door door={door} onForm={onForm} />
      </li>
    ))}
  </ul>
);
