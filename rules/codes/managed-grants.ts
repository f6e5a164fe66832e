// Grants in the managed document: permissions that whoever manages this browser gives from afar, with a beginning and an
// end. The browser vouches for where they come from, so they carry no signature, and they hold while they stand there.
import * as z from 'zod/mini';

import { grantKinds } from '../messages/codes-contract.ts';
import type { Override } from '../overrides/override.ts';
import { type ParseFailure, parseWith } from '../parse.ts';
import { fail, ok, type Result } from '../result.ts';
import { momentAt } from '../time/moment.ts';
import { givenBy } from './grant.ts';

/** An instant with its distance from UTC: "2026-11-22T15:00:00+05:00". */
const instant = z
  .string()
  .check(
    z.regex(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/,
      'a time such as 2026-11-22T15:00:00+05:00',
    ),
  );

export const managedGrantSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a short id of a-z, 0-9 and -')),
  childId: z.string().check(z.minLength(1), z.maxLength(40)),
  kind: z.enum(grantKinds),
  host: z.optional(z.string().check(z.minLength(1), z.maxLength(260))),
  scope: z.optional(z.string().check(z.minLength(1), z.maxLength(280))),
  minutes: z.optional(z.int().check(z.minimum(1), z.maximum(600))),
  from: instant,
  until: instant,
});

export const mostManagedGrants = 50;

/** What holds, and what does not and why. A grant that can not be read gives nothing and stops no other. */
export function readManagedGrants(untrusted: unknown): {
  readonly grants: readonly Override[];
  readonly problems: readonly ParseFailure[];
} {
  if (untrusted === undefined) return { grants: [], problems: [] };
  if (!Array.isArray(untrusted)) {
    return { grants: [], problems: [{ path: 'grants', message: 'is not a list of grants' }] };
  }
  const problems: ParseFailure[] = [];
  const grants: Override[] = [];
  for (const [at, each] of untrusted.slice(0, mostManagedGrants).entries()) {
    const read = readOne(each);
    if (read.ok) grants.push(read.value);
    else problems.push(...read.failure.map((problem) => atPath(`grants.${at}`, problem)));
  }
  if (untrusted.length > mostManagedGrants) {
    problems.push({ path: 'grants', message: `only the first ${mostManagedGrants} are read` });
  }
  return { grants, problems };
}

function readOne(untrusted: unknown): Result<Override, readonly ParseFailure[]> {
  const parsed = parseWith(managedGrantSchema, untrusted);
  if (!parsed.ok) return parsed;
  const { id, childId, from, until, minutes, ...about } = parsed.value;
  const [grantedAt, expiresAt] = [Date.parse(from), Date.parse(until)];
  if (Number.isNaN(grantedAt)) return fail([{ path: 'from', message: 'is no time that exists' }]);
  if (Number.isNaN(expiresAt)) return fail([{ path: 'until', message: 'is no time that exists' }]);
  if (expiresAt <= grantedAt) return fail([{ path: 'until', message: 'is not after "from"' }]);
  if (about.kind === 'minutes' && minutes === undefined) {
    return fail([{ path: 'minutes', message: 'is missing' }]);
  }
  // Only what it covers is taken; when, the document says itself.
  const given = givenBy({ ...about, minutes: minutes ?? 1 }, momentAt(grantedAt, 'UTC'));
  if (given === null) {
    return fail([
      about.kind === 'host'
        ? { path: 'host', message: 'is missing or no host' }
        : { path: 'scope', message: 'is not all, category:…, host:… or set:…' },
    ]);
  }
  const { covers } = given;
  return ok({ id: `managed-${id}`, childId, covers, grantedAt, expiresAt, requestId: null });
}

const atPath = (start: string, { path, message }: ParseFailure): ParseFailure => ({
  path: path === '' ? start : `${start}.${path}`,
  message,
});
