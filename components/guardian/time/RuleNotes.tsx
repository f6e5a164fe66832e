import { Icon } from '@/components/icons/Icon.tsx';
import { dayOf } from '@/components/page/formats.ts';
import { daysWords } from '@/components/page/rule-words.ts';
import { useServices } from '@/components/services.ts';
import type { Language } from '@/rules/policy/schema.ts';
import type { Conflict } from '@/rules/time/conflicts.ts';
import type { RuleRef } from '@/rules/time/sentence-data.ts';

import { useRuleWords } from './rule-sentence.ts';
import { isSameOwner, useRules } from './rules-context.ts';

export type RuleNotesProps = {
  /** A rule, a set of rules or a set of sites. */
  readonly about: Conflict['wins'];
};

/** What is wrong with a rule, and what disagrees with it. */
export function RuleNotes({ about }: RuleNotesProps) {
  const { conflicts } = useRules();
  return (
    <>
      <ProblemNotes id={about.id} />
      <Disagreeing about={about} conflicts={conflicts} />
    </>
  );
}

/** What keeps these rules from being saved. */
export function ProblemNotes({ id }: { id: string }) {
  const { text } = useServices();
  const { problems } = useRules();
  const keys = new Set(problems.filter((each) => each.id === id).map(({ key }) => key));
  if (keys.size === 0) return null;
  return (
    <ul class="rule-notes">
      {[...keys].map((key) => (
        <li class="rule-note rule-problem" key={key}>
          <Icon name="info" />
          <span>{text(key)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Beside the rule that holds: the sentence of the one that does not. Beside that one: which one holds instead. */
type DisagreeingProps = RuleNotesProps & { readonly conflicts: readonly Conflict[] };

const mostNotes = 5;

function Disagreeing({ about, conflicts }: DisagreeingProps) {
  const { text } = useServices();
  const notes = conflicts.flatMap((conflict) => {
    if (isSameOwner(conflict.wins, about)) return [{ conflict, wins: true }];
    return isSameOwner(conflict.loses, about) ? [{ conflict, wins: false }] : [];
  });
  if (notes.length === 0) return null;
  return (
    <ul class="rule-notes">
      {notes.slice(0, mostNotes).map(({ conflict, wins }) => (
        <li class="rule-note" key={JSON.stringify(conflict)}>
          <Icon name={wins ? 'check' : 'info'} />
          <ConflictWords conflict={conflict} wins={wins} />
        </li>
      ))}
      {notes.length > mostNotes && (
        <li class="rule-note">{text('notesMore', { count: notes.length - mostNotes })}</li>
      )}
    </ul>
  );
}

function ConflictWords({ conflict, wins }: { conflict: Conflict; wins: boolean }) {
  const { text, language } = useServices();
  const ruleWords = useRuleWords();
  const { sentenceOf, nameOf, today } = useRules();
  const days = daysWords(conflict.days, { text, language });
  const said = (rule: RuleRef): string => {
    const sentence = sentenceOf(rule);
    return sentence === null ? text('sayNever') : ruleWords(sentence);
  };
  const other = wins ? conflict.loses : conflict.wins;
  const setId = 'setId' in other ? other.setId : null;
  const values = {
    days:
      conflict.from > today
        ? text('daysFrom', { days, date: dateOf(language, conflict.from) })
        : days,
    other: 'setId' in other ? said(other) : nameOf(other),
  };
  return (
    <span>
      {wins ? text(`wins-${conflict.kind}`, values) : text(`loses-${conflict.kind}`, values)}
      {/* Apart from the sentence: a name in another script would turn it round. */}
      {setId !== null && <bdi> ({nameOf({ kind: 'rule-set', id: setId })})</bdi>}
    </span>
  );
}

const dateOf = (language: Language, date: string): string =>
  dayOf(language, Date.parse(`${date}T12:00:00Z`), 'UTC');
