// The door for a whole policy from outside: managed storage, a file, a message. The schema says the shape; here stands
// what a shape can not say. A rule that could never act is refused by name, not left to sleep in the list.
import '../parse-words.ts';
import { parseWord, type WordFailure } from '../hosts/address-words.ts';
import { parsePattern } from '../hosts/pattern.ts';
import { parseWith, type ParseFailure } from '../parse.ts';
import { fail, ok, type Result } from '../result.ts';
import { isKnownZone } from '../time/moment.ts';
import { growingProblems } from './read-growing.ts';
import { doubles, patternProblem, problem } from './read-problems.ts';
import { timeProblems } from './read-time.ts';
import { policySchema, type ChildProfile, type Filter, type Policy } from './schema.ts';

const mostFailures = 10;

const wordProblems: Readonly<Record<WordFailure, string>> = {
  empty: 'has no letter',
  'too-long': 'is too long',
  'too-short': 'is too short: it would close far more than is meant',
  'too-wide': 'stands in most addresses',
  'star-inside': 'may have a star only at its beginning or its end',
};

/** A policy whose patterns and names are in canonical form, or at most ten problems with their paths. */
export function readPolicy(untrusted: unknown): Result<Policy, readonly ParseFailure[]> {
  const parsed = parseWith(policySchema, untrusted);
  if (!parsed.ok) return parsed;
  const policy = parsed.value;
  const problems = [
    ...householdProblems(policy),
    ...policy.children.flatMap((child, at) => childProblems(child, `children.${at}`)),
  ];
  if (problems.length > 0) return fail(problems.slice(0, mostFailures));
  return ok({ ...policy, children: policy.children.map(withCanonicalTexts) });
}

function householdProblems({ activeChild, children, timeZone }: Policy): ParseFailure[] {
  return [
    ...doubles(children, 'children'),
    ...(children.some(({ id }) => id === activeChild)
      ? []
      : [problem('activeChild', `no child has the id "${activeChild}"`)]),
    ...(isKnownZone(timeZone) ? [] : [problem('timeZone', `unknown time zone "${timeZone}"`)]),
  ];
}

const childProblems = (child: ChildProfile, path: string): ParseFailure[] => [
  ...(shownName(child.nickname) === '' ? [problem(`${path}.nickname`, 'has no letter')] : []),
  ...patternFailures(child.filter.allowlist, `${path}.filter.allowlist`),
  ...patternFailures(child.filter.blocklist, `${path}.filter.blocklist`),
  ...wordFailures(child.filter.words ?? [], `${path}.filter.words`),
  ...timeProblems(child, path),
  ...growingProblems(child, path),
];

const patternFailures = (patterns: readonly string[], path: string): ParseFailure[] =>
  patterns.flatMap((pattern, at) => {
    const read = parsePattern(pattern);
    return read.ok ? [] : [patternProblem(pattern, read.failure, `${path}.${at}`)];
  });

const wordFailures = (words: readonly string[], path: string): ParseFailure[] =>
  words.flatMap((word, at) => {
    const read = parseWord(word);
    if (read.ok) return [];
    return [problem(`${path}.${at}`, `"${word.slice(0, 80)}" ${wordProblems[read.failure]}`)];
  });

const withCanonicalTexts = (child: ChildProfile): ChildProfile => ({
  ...child,
  nickname: shownName(child.nickname),
  filter: {
    ...child.filter,
    allowlist: canonical(child.filter.allowlist),
    blocklist: canonical(child.filter.blocklist),
    ...(child.filter.words === undefined ? {} : { words: canonicalWords(child.filter.words) }),
  },
});

/** Without halves of letters, and without what is not seen and turns the words around it. */
const shownName = (nickname: string): string =>
  nickname
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();

const canonical = (patterns: readonly string[]): Filter['allowlist'] => [
  ...new Set(
    patterns.map((pattern) => {
      const read = parsePattern(pattern);
      return read.ok ? read.value.text : pattern;
    }),
  ),
];

const canonicalWords = (words: readonly string[]): string[] => [
  ...new Set(
    words.map((word) => {
      const read = parseWord(word);
      return read.ok ? read.value : word;
    }),
  ),
];
