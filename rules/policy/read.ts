// The door for a whole policy from outside: managed storage, a file, a message. The schema says the shape; here stands
// what a shape can not say. A rule that could never act is refused by name, not left to sleep in the list.
import '../parse-words.ts';
import { parseWord, type WordFailure } from '../hosts/address-words.ts';
import { parsePattern, type PatternFailure } from '../hosts/pattern.ts';
import { parseWith, type ParseFailure } from '../parse.ts';
import { fail, ok, type Result } from '../result.ts';
import { isKnownZone } from '../time/moment.ts';
import { categories, policySchema, type ChildProfile, type Filter, type Policy } from './schema.ts';

const mostFailures = 10;

const patternProblems: Readonly<Record<PatternFailure, string>> = {
  empty: 'is empty',
  'too-long': 'is too long',
  'control-characters': 'has characters that no address has',
  'only-stars': 'would mean every site',
  'star-in-host': 'may have a star only as the first or the last part of the host',
  'public-suffix': 'is not one site but a whole ending, such as "com" or "co.uk"',
  'not-a-web-address': 'is not a web address',
  'not-an-address': 'is not an address',
};

const wordProblems: Readonly<Record<WordFailure, string>> = {
  empty: 'has no letter',
  'too-long': 'is too long',
  'too-short': 'is too short: it would close far more than is meant',
  'too-wide': 'stands in most addresses',
  'star-inside': 'may have a star only at its beginning or its end',
};

/** A policy whose patterns are in canonical form, or at most ten problems with their paths. */
export function readPolicy(untrusted: unknown): Result<Policy, readonly ParseFailure[]> {
  const parsed = parseWith(policySchema, untrusted);
  if (!parsed.ok) return parsed;
  const policy = parsed.value;
  const problems = [
    ...householdProblems(policy),
    ...policy.children.flatMap((child, at) => childProblems(child, `children.${at}`)),
  ];
  if (problems.length > 0) return fail(problems.slice(0, mostFailures));
  return ok({ ...policy, children: policy.children.map(withCanonicalPatterns) });
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

const childProblems = (
  { filter, quietTimes, quotas }: ChildProfile,
  path: string,
): ParseFailure[] => [
  ...patternFailures(filter.allowlist, `${path}.filter.allowlist`),
  ...patternFailures(filter.blocklist, `${path}.filter.blocklist`),
  ...wordFailures(filter.words ?? [], `${path}.filter.words`),
  ...doubles(quietTimes, `${path}.quietTimes`),
  ...doubles(quotas, `${path}.quotas`),
  ...quotas.flatMap(({ scope }, at) => scopeProblems(scope, `${path}.quotas.${at}.scope`)),
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

function scopeProblems(scope: string, path: string): ParseFailure[] {
  const name = scope.slice(scope.indexOf(':') + 1);
  if (scope.startsWith('category:')) {
    return categories.some((category) => category === name)
      ? []
      : [problem(path, `unknown category "${name}"`)];
  }
  if (!scope.startsWith('host:')) return [];
  const read = parsePattern(name);
  if (!read.ok) return [patternProblem(name, read.failure, path)];
  // Time is counted by host as it is written in an address: no path, no star, no "www.".
  return read.value.text === name && read.value.path === null && !read.value.anySuffix
    ? []
    : [problem(path, `"${name}" is not a plain host such as "${read.value.host}"`)];
}

const doubles = (list: readonly { readonly id: string }[], path: string): ParseFailure[] =>
  list.flatMap(({ id }, at) =>
    list.findIndex((other) => other.id === id) === at
      ? []
      : [problem(`${path}.${at}.id`, `"${id}" is there twice`)],
  );

const withCanonicalPatterns = (child: ChildProfile): ChildProfile => ({
  ...child,
  filter: {
    ...child.filter,
    allowlist: canonical(child.filter.allowlist),
    blocklist: canonical(child.filter.blocklist),
    ...(child.filter.words === undefined ? {} : { words: canonicalWords(child.filter.words) }),
  },
});

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

const patternProblem = (pattern: string, why: PatternFailure, path: string): ParseFailure =>
  problem(path, `"${pattern.slice(0, 80)}" ${patternProblems[why]}`);

const problem = (path: string, message: string): ParseFailure => ({ path, message });
