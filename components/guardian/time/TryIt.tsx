import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';
import { Select } from '@/components/ui/Select.tsx';
import { categories, type Category } from '@/rules/policy/schema.ts';
import { momentAt } from '@/rules/time/moment.ts';
import { type Trial, tryTimeRules } from '@/rules/time/try-it.ts';

import { Form, SubmitButton } from '../Form.tsx';
import { minutesIn } from '../rules/minutes.ts';
import { wholeHost } from '../rules/read-new-quota.ts';
import { useScopeWords } from '../rules/scope-words.ts';
import { useRules } from './rules-context.ts';
import { TryOutcome } from './TryOutcome.tsx';

type Typed = {
  /** "all", "category:…" or "host": then the site that was typed. */
  readonly what: string;
  readonly host: string;
  readonly date: string;
  readonly time: string;
  readonly used: string;
};
type Problem = { readonly field: 'host' | 'used' | 'date' | 'time'; readonly key: string };

/** What would happen at a chosen moment, by the rules as they stand on this page: also those not saved yet. */
export function TryIt() {
  const { text, ask, now, timeZone } = useServices();
  const { profile } = useRules();
  const [typed, setTyped] = useState<Typed>(() => startAt(now(), timeZone));
  const [trial, setTrial] = useState<Trial | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const tryNow = async () => {
    const wrong = problemIn(typed);
    setProblem(wrong);
    if (wrong !== null) return setTrial(null);
    const spot = await spotOf(typed, async (host) => {
      const answered = await ask('time.spot', { host });
      return answered.ok ? answered.value.categories.filter(isCategory) : [];
    });
    const { date, time } = typed;
    setTrial({ zone: timeZone, date, time, ...spot, usedMinutes: minutesIn(typed.used) ?? 0 });
  };
  return (
    <div class="stack">
      <p class="soft">{text('tryMeaning')}</p>
      <Form onSubmit={() => void tryNow()}>
        <TryFields typed={typed} onChange={setTyped} problem={problem} />
        <div>
          <SubmitButton icon="search">{text('tryButton')}</SubmitButton>
        </div>
      </Form>
      {trial !== null && <TryOutcome trial={trial} outcome={tryTimeRules(profile, trial)} />}
    </div>
  );
}

type TryFieldsProps = {
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
  readonly problem: Problem | null;
};

function TryFields({ typed, onChange, problem }: TryFieldsProps) {
  const { text } = useServices();
  const scopeWords = useScopeWords();
  const errorAt = (field: Problem['field']) =>
    problem?.field === field ? text(problem.key) : undefined;
  const scopes = ['all', ...categories.map((category) => `category:${category}`)];
  const field = (name: keyof Typed) => ({
    value: typed[name],
    onInput: (value: string) => onChange({ ...typed, [name]: value }),
  });
  return (
    <div class="pair">
      <Select
        label={text('tryWhat')}
        value={typed.what}
        onChange={(what) => onChange({ ...typed, what })}
        options={[
          ...scopes.map((value) => ({ value, label: scopeWords(value) })),
          { value: 'host', label: text('rulesScopeHost') },
        ]}
      />
      {typed.what === 'host' && (
        <Field
          label={text('trySite')}
          dir="ltr"
          inputMode="url"
          placeholder="youtube.com"
          error={errorAt('host')}
          {...field('host')}
        />
      )}
      <Field label={text('tryDate')} type="date" error={errorAt('date')} {...field('date')} />
      <Field label={text('tryTime')} type="time" error={errorAt('time')} {...field('time')} />
      <Field
        label={text('tryUsed')}
        dir="ltr"
        inputMode="numeric"
        maxLength={4}
        error={errorAt('used')}
        {...field('used')}
      />
    </div>
  );
}

function startAt(now: number, timeZone: string): Typed {
  const { date, minuteOfDay } = momentAt(now, timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  const time = `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
  return { what: 'all', host: '', date, time, used: '0' };
}

function problemIn({ what, host, date, time, used }: Typed): Problem | null {
  const read = what === 'host' ? wholeHost(host) : null;
  if (read !== null && !read.ok) return { field: 'host', key: read.failure };
  if (date === '') return { field: 'date', key: 'tryNoDate' };
  if (time === '') return { field: 'time', key: 'tryNoTime' };
  return minutesIn(used) === undefined ? { field: 'used', key: 'rulesMinutesWrong' } : null;
}

async function spotOf(
  { what, host }: Typed,
  categoriesOf: (host: string) => Promise<Category[]>,
): Promise<Pick<Trial, 'host' | 'categories'>> {
  const category = what.slice('category:'.length);
  if (what !== 'host') return { host: '', categories: isCategory(category) ? [category] : [] };
  const read = wholeHost(host);
  const name = read.ok ? read.value : host;
  return { host: name, categories: await categoriesOf(name) };
}

const isCategory = (name: string): name is Category => categories.some((each) => each === name);
