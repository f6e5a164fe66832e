import { useState } from 'preact/hooks';

import { dateWithYear } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { comesOfAgeOn, isOfAge } from '@/rules/growing/age.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';

import type { PlanCardProps } from './PlanCard.tsx';

/** The day of birth, if the family wants to give it, and what it is for. */
export function AtEighteen({ child, own, today, readOnly, onChange }: PlanCardProps) {
  const { text, language } = useServices();
  const [typed, setTyped] = useState(child.born ?? '');
  const problem = problemOf(typed, today);
  const type = (date: string) => {
    setTyped(date);
    if (problemOf(date, today) === null) onChange(withBorn(child, date));
  };
  const { born } = child;
  return (
    <Card heading={text('growingAt18')} icon="sun">
      <p>{text('growingAt18Meaning')}</p>
      <Field
        label={text('growingBorn', { child: child.nickname })}
        hint={text('growingBornHint')}
        type="date"
        value={typed}
        disabled={readOnly}
        error={problem === null ? undefined : text(problem)}
        onInput={type}
      />
      {born !== undefined &&
        (isOfAge(child, { date: today }) ? (
          <Notice tone="care">
            <p>{text(own?.isOfAge === true ? 'growingEndedNow' : 'growingEndsOnSave')}</p>
          </Notice>
        ) : (
          <p class="strong">
            {text('growingEndsOn', { date: dateWithYear(language, comesOfAgeOn(born)) })}
          </p>
        ))}
    </Card>
  );
}

const oldest = '1925-01-01';

/** A catalogue key; null: nothing is wrong. */
function problemOf(typed: string, today: string): string | null {
  if (typed === '') return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || typed < oldest) return 'growingBornWrong';
  return typed > today ? 'growingBornFuture' : null;
}

function withBorn(child: ChildProfile, born: string): ChildProfile {
  const { born: _born, ...unborn } = child;
  return born === '' ? unborn : { ...unborn, born };
}
