import { useState } from 'preact/hooks';

import { durationName } from '@/components/page/formats.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { More } from '@/components/ui/More.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Select } from '@/components/ui/Select.tsx';
import type { Refused } from '@/rules/messages/contract.ts';
import type { Day } from '@/rules/messages/replies.ts';
import type { givenMinutes, TimeGiven } from '@/rules/messages/time-contract.ts';

import { useGuarded } from '../guarded.tsx';
import { useScopeWords } from '../rules/scope-words.ts';

type Minutes = (typeof givenMinutes)[number];
type Told = { readonly given: TimeGiven } | { readonly refused: Refused };
const everyLimit = 'all-limits';

export type GiveTimeProps = {
  readonly child: string;
  readonly day: Day;
  readonly onGiven: () => Promise<void>;
};

/** More minutes today, with one press. Asks for the PIN; ends with the day by itself. */
export function GiveTime({ child, day, onGiven }: GiveTimeProps) {
  const { text, ask, now, language } = useServices();
  const { run } = useGuarded();
  const [scope, setScope] = useState(everyLimit);
  const [told, setTold] = useState<Told | null>(null);
  const isQuietNow = day.quietTimesToday.some(({ from, to }) => from <= now() && now() < to);
  if (day.quotas.length === 0 && !isQuietNow) return null;
  const give = async (minutes: Minutes) => {
    const outcome = await run(text('giveNeedsPin', { child }), (token) =>
      ask('time.give', { minutes, ...(scope !== everyLimit && { scope }), ...token }),
    );
    if (outcome.ok) setTold({ given: outcome.value });
    else if (outcome.failure !== 'needs-guardian') setTold({ refused: outcome.failure });
    await onGiven();
  };
  const minutesButton = (minutes: Minutes) => {
    const time = durationName(language, minutes * 60);
    return (
      <Button icon="plus" label={text('giveButton', { time })} onPress={() => void give(minutes)}>
        {time}
      </Button>
    );
  };
  return (
    <div class="stack-tight">
      <h3>{text('giveHeading')}</h3>
      <div class="row" role="group" aria-label={text('giveHeading')}>
        {minutesButton(15)}
        {minutesButton(30)}
      </div>
      <GivenWords told={told} />
      <More label={text('giveMore')}>
        <WhatFor day={day} scope={scope} onChange={setScope} />
        <div>{minutesButton(60)}</div>
        <p class="soft small">{text('giveMeaning')}</p>
      </More>
    </div>
  );
}

type WhatForProps = {
  readonly day: Day;
  readonly scope: string;
  readonly onChange: (scope: string) => void;
};

function WhatFor({ day, scope, onChange }: WhatForProps) {
  const { text } = useServices();
  const scopeWords = useScopeWords();
  const scopes = [...new Set(day.quotas.map((quota) => quota.scope))];
  if (scopes.length < 2) return null;
  return (
    <Select
      label={text('giveFor')}
      value={scope}
      onChange={onChange}
      options={[
        { value: everyLimit, label: text('giveForAll') },
        ...scopes.map((value) => ({ value, label: scopeWords(value) })),
      ]}
    />
  );
}

/** What was given, as it will really be: minutes do not end a rest, and a quiet time rests only for a while. */
function GivenWords({ told }: { told: Told | null }) {
  const services = useServices();
  const { text } = services;
  const scopeWords = useScopeWords();
  if (told === null) return null;
  if ('refused' in told) {
    return (
      <Notice tone="care" live>
        <p>{text(`refused-${told.refused}`)}</p>
      </Notice>
    );
  }
  const { minutes, scope, quietUntil, isResting } = told.given;
  return (
    <Notice tone="good" live>
      <p>
        {scope === everyLimit
          ? text('giveDone', { count: minutes })
          : text('giveDoneFor', { count: minutes, scope: scopeWords(scope) })}
      </p>
      {quietUntil !== null && (
        <p>{text('giveDoneQuiet', { when: whenWords(services, quietUntil) })}</p>
      )}
      {isResting && <p>{text('giveDoneResting')}</p>}
    </Notice>
  );
}
