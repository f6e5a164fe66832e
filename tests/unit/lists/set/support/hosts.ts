// Hosts to try sets with, and the plain Set that says what is right.
import fc from 'fast-check';

import { parentsOf } from '@/rules/hosts/match.ts';
import { isPublicSuffix } from '@/rules/hosts/registrable-domain.ts';

const label = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'www', 'shop', 'xn--90a3ac', '0', 'co') },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/) },
);
const ending = fc.constantFrom('com', 'org', 'co.uk', 'github.io', 'xn--p1ai', 'test');

/** Few different labels, so that hosts, their parents and their children meet in one list. */
export const host = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 5 }), ending)
  .map(([labels, last]) => [...labels, last].join('.'));

/** What every set must answer: the host or a parent of two labels or more is listed, and is no public suffix. */
export const isListed = (list: ReadonlySet<string>, name: string): boolean =>
  parentsOf(name).some(
    (parent) => parent.includes('.') && list.has(parent) && !isPublicSuffix(parent),
  );

/** As many hosts as asked for, always the same, none in two series. */
export function* series(name: string, count: number): Generator<string> {
  for (let number = 0; number < count; number += 1) {
    yield `${(number * 2654435761).toString(36)}.${name}${number % 97}.com`;
  }
}
