// The starter list that ships with the extension (public/lists/starter.json): enough to work on the first day.
import * as z from 'zod/mini';

import { parseWith, type ParseFailure } from '../parse.ts';
import { categorySchema } from '../policy/schema.ts';
import type { Result } from '../result.ts';

// Only the shape is checked at every start of the worker; that each host is canonical is a test's work.
// One check for all hosts instead of one for each: it runs before the first address is judged.
const host = /^(?=.{1,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const mostHosts = 20_000;
const hosts = z
  .custom<readonly string[]>((value) => Array.isArray(value) && value.length <= mostHosts)
  .check((payload) => {
    const index = payload.value.findIndex(
      (value) => typeof value !== 'string' || !host.test(value),
    );
    if (index === -1) return;
    const input = payload.value[index];
    payload.issues.push({
      code: 'custom',
      message: 'a host in canonical form',
      path: [index],
      input,
    });
  });

const words = z.string().check(z.maxLength(5000));

export const starterSchema = z.strictObject({
  version: z.int(),
  /** Ordinary, well-known sites that a child reaches without asking, whatever is unknown. */
  known: hosts,
  categories: z.record(categorySchema, hosts),
  /** Well-known names and the hosts that are really theirs, one line each (rules/lookalike/brands.ts). */
  brands: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(1000)),
  /** Words beside such a name, with a space between (rules/lookalike/brand-index.ts). */
  brandWords: z.strictObject({
    lures: words,
    softLures: words,
    carriers: words,
    neighbours: words,
  }),
});

export type Starter = z.infer<typeof starterSchema>;

export const parseStarter = (untrusted: unknown): Result<Starter, readonly ParseFailure[]> =>
  parseWith(starterSchema, untrusted);
