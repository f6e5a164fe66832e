// The starter list that ships with the extension (public/lists/starter.json): enough to work on the first day.
import * as z from 'zod/mini';

import { parseWith, type ParseFailure } from '../parse.ts';
import { categorySchema } from '../policy/schema.ts';
import type { Result } from '../result.ts';

// Only the shape is checked at every start of the worker; that each host is canonical is a test's work.
const host = z
  .string()
  .check(z.maxLength(253), z.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'a host in canonical form'));
const hosts = z.array(host).check(z.maxLength(20_000));

export const starterSchema = z.strictObject({
  version: z.int(),
  /** Ordinary, well-known sites that a child reaches without asking, whatever is unknown. */
  known: hosts,
  categories: z.record(categorySchema, hosts),
});

export type Starter = z.infer<typeof starterSchema>;

export const parseStarter = (untrusted: unknown): Result<Starter, readonly ParseFailure[]> =>
  parseWith(starterSchema, untrusted);
