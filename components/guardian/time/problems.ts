// What keeps rules from being saved, told beside the rule it is about. The background's own reading finds it; here it
// only gets its words.
import { timeProblems } from '@/rules/policy/read-time.ts';
import type { ChildProfile, QuietTime, Quota, RuleSet } from '@/rules/policy/schema.ts';

/** Of a rule, a set of rules or a set of sites: its id is unlike every other of its child. */
export type RuleProblem = { readonly id: string; readonly key: string };

export function ruleProblems(profile: ChildProfile): readonly RuleProblem[] {
  return timeProblems(profile, '').flatMap(({ path }) =>
    problemAt(profile, path.split('.').slice(1)),
  );
}

function problemAt(
  profile: Pick<ChildProfile, 'quietTimes' | 'quotas' | 'ruleSets' | 'hostSets'>,
  [list, at, ...rest]: readonly string[],
): readonly RuleProblem[] {
  const place = Number(at);
  if (list === 'quietTimes') return about(profile.quietTimes[place], quietKey);
  if (list === 'quotas') return about(profile.quotas[place], quotaKey(rest[0]));
  if (list === 'hostSets') return about(profile.hostSets?.[place], () => 'problemNoSite');
  if (list !== 'ruleSets') return [];
  const set = profile.ruleSets?.[place];
  if (set === undefined) return [];
  return rest[0] === 'quietTimes' || rest[0] === 'quotas'
    ? problemAt(set, rest)
    : about(set, datesKey);
}

const about = <Rule extends { readonly id: string }>(
  rule: Rule | undefined,
  keyOf: (rule: Rule) => string,
): readonly RuleProblem[] => (rule === undefined ? [] : [{ id: rule.id, key: keyOf(rule) }]);

const quietKey = ({ from, to }: QuietTime): string =>
  from === to ? 'problemSameTime' : 'problemOverlap';

const quotaKey =
  (field: string | undefined) =>
  ({ minutes, perWeek }: Quota): string => {
    if (field === 'carryOver') return 'problemCarry';
    const isEmpty = Object.keys(minutes).length === 0 && perWeek === undefined;
    return isEmpty ? 'problemNoLimit' : 'problemNoMinute';
  };

const datesKey = ({ firstDate, lastDate }: RuleSet): string =>
  firstDate === undefined || lastDate === undefined ? 'problemYearly' : 'problemDates';
