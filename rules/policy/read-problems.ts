// What can be wrong in a policy, in sentences.
import type { PatternFailure } from '../hosts/pattern.ts';
import type { ParseFailure } from '../parse.ts';

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

export const patternProblem = (pattern: string, why: PatternFailure, path: string): ParseFailure =>
  problem(path, `"${pattern.slice(0, 80)}" ${patternProblems[why]}`);

export const problem = (path: string, message: string): ParseFailure => ({ path, message });

export const doubles = (list: readonly { readonly id: string }[], path: string): ParseFailure[] =>
  list.flatMap(({ id }, at) =>
    list.findIndex((other) => other.id === id) === at
      ? []
      : [problem(`${path}.${at}.id`, `"${id}" is there twice`)],
  );
