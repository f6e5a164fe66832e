import { durationName, weekdayName } from '@/components/page/formats.ts';
import { clockWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Instant } from '@/rules/policy/verdict.ts';
import { momentAt } from '@/rules/time/moment.ts';
import type { RuleRef } from '@/rules/time/sentence-data.ts';
import type { Trial, TrialOutcome } from '@/rules/time/try-it.ts';

import { useScopeWords } from '../rules/scope-words.ts';
import { useRuleWords } from './rule-sentence.ts';
import { useRules } from './rules-context.ts';

export type TryOutcomeProps = { readonly trial: Trial; readonly outcome: TrialOutcome };

/** Open or closed, by which sentence, and what comes next. */
export function TryOutcome({ trial, outcome }: TryOutcomeProps) {
  const { text } = useServices();
  const { closed, isAlwaysOpen, setIds } = outcome;
  const { nameOf } = useRules();
  const sets = setIds.map((id) => nameOf({ kind: 'rule-set', id }));
  return (
    <div class="stack-tight">
      <Notice
        tone={closed === null ? 'good' : 'calm'}
        icon={closed === null ? 'unlock' : 'lock'}
        live
      >
        <p class="strong">{text(closed === null ? 'tryOpen' : 'tryClosed')}</p>
        {closed !== null && <ClosedWords closed={closed} trial={trial} />}
        {isAlwaysOpen && <p>{text('tryAlwaysOpen')}</p>}
        {closed === null && !isAlwaysOpen && <OpenWords outcome={outcome} trial={trial} />}
        {sets.map((name) => (
          <p key={name}>{text('trySet', { set: name })}</p>
        ))}
      </Notice>
      <p class="soft small">{text('tryOnlyTime')}</p>
    </div>
  );
}

type ClosedWordsProps = {
  readonly closed: NonNullable<TrialOutcome['closed']>;
  readonly trial: Trial;
};

function ClosedWords({ closed, trial }: ClosedWordsProps) {
  const { text } = useServices();
  const atWords = useAtWords(trial);
  return (
    <>
      <RuleSaid rule={closed.rule} />
      <p>
        {closed.until === null
          ? text('tryNeverOpens')
          : text('tryOpens', { when: atWords(closed.until) })}
      </p>
    </>
  );
}

function OpenWords({ outcome, trial }: TryOutcomeProps) {
  const { text, language } = useServices();
  const atWords = useAtWords(trial);
  const scopeWords = useScopeWords();
  const { stop, limits } = outcome;
  return (
    <>
      <p>{stop === null ? text('tryNoStop') : text('tryStops', { when: atWords(stop.at) })}</p>
      {stop !== null && <RuleSaid rule={stop.rule} />}
      {limits.map(({ rule, scope, leftSeconds }) => (
        <p key={rule.id}>
          {text('tryLeft', {
            scope: scopeWords(scope),
            time: durationName(language, leftSeconds),
          })}
        </p>
      ))}
    </>
  );
}

function RuleSaid({ rule }: { rule: RuleRef | null }) {
  const ruleWords = useRuleWords();
  const { sentenceOf } = useRules();
  const sentence = rule === null ? null : sentenceOf(rule);
  return sentence === null ? null : <p class="rule-quoted">{ruleWords(sentence)}</p>;
}

/** "9:00 PM" on the day that is tried, "Monday, 7:00 AM" on another. */
function useAtWords({ date, zone }: Trial): (at: Instant) => string {
  const { text, language } = useServices();
  return (at) => {
    const moment = momentAt(at, zone);
    const time = clockWords(at, language, zone);
    return moment.date === date
      ? time
      : text('tryDayTime', { day: weekdayName(language, moment.weekday, 'long'), time });
  };
}
