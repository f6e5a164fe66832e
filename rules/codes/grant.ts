// A signed grant: what a guardian gives from another browser, as a file. It names the key it is for, which is of one
// browser and one child; it is taken once, within a day, and only while that key is accepted there.
import * as z from 'zod/mini';

import { canonicalJson } from '../canonical.ts';
import { toHost } from '../hosts/address.ts';
import { readJson } from '../json.ts';
import { type Gives, givesSchema } from '../messages/codes-contract.ts';
import type { GrantRefusal } from '../messages/codes-replies.ts';
import type { Covers, Override } from '../overrides/override.ts';
import { parseWith } from '../parse.ts';
import type { GrantKey } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Moment, startOfNextDay } from '../time/moment.ts';

const longestFile = 4096;
const validMs = 24 * 3_600_000;
/** Two computers of one family seldom agree about the minute. */
const clockToleranceMs = 10 * 60_000;
/** Longer than any grant lives, so that a clock that was put right makes none new. */
const rememberedMs = 30 * 86_400_000;
const format = 'saathi-grant/1';

const id = z.string().check(z.minLength(1), z.maxLength(64));
const grantSchema = z.strictObject({
  type: z.literal(format),
  id,
  /** Of the accepted key (GrantKey.id). */
  key: id,
  childId: id,
  issuedAt: z.int(),
  expiresAt: z.int(),
  gives: givesSchema,
});
export type Grant = z.infer<typeof grantSchema>;

const fileSchema = z.strictObject({
  signature: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/)),
  signed: grantSchema,
});
const looseSchema = z.looseObject({ signed: z.looseObject({ type: z.literal(format) }) });

export type GrantFile = {
  readonly grant: Grant;
  /** Ed25519, base64url. */
  readonly signature: string;
  /** The text that was signed, in UTF-8. Its `type` keeps a signature from fitting any other kind of file. */
  readonly message: string;
};

export const newGrant = (
  about: Pick<Grant, 'id' | 'key' | 'childId' | 'gives'>,
  at: Instant,
): Grant => ({
  type: format,
  ...about,
  issuedAt: Math.trunc(at),
  expiresAt: Math.trunc(at) + validMs,
});

export const messageOfGrant = (grant: Grant): string => canonicalJson(grant);
export const writeGrantFile = (grant: Grant, signature: string): string =>
  canonicalJson({ signature, signed: grant });

/** Reads a file before anything is checked. White space around it is a mail program's; any other change is not ours. */
export function readGrantFile(
  untrusted: string,
): Result<GrantFile, 'not-ours' | 'too-large' | 'altered'> {
  if (untrusted.length > longestFile) return fail('too-large');
  // trim() takes a byte order mark along.
  const text = untrusted.trim();
  const json = readJson(text);
  if (!parseWith(looseSchema, json).ok) return fail('not-ours');
  const file = parseWith(fileSchema, json);
  if (!file.ok) return fail('altered');
  const { signed: grant, signature } = file.value;
  return writeGrantFile(grant, signature) === text
    ? ok({ grant, signature, message: messageOfGrant(grant) })
    : fail('altered');
}

/** The accepted key that a grant names; none: it is for another browser, or the key was taken back. */
export const keyOfGrant = (
  keys: readonly GrantKey[],
  { key }: Pick<Grant, 'key'>,
): GrantKey | null => keys.find(({ id: keyId }) => keyId === key) ?? null;

const usedSchema = z.strictObject({
  /** What was issued until then counts as taken: the memory of it was lost. */
  notBefore: z.number(),
  grants: z.array(z.strictObject({ id, until: z.number() })).check(z.maxLength(2000)),
});
/** Grants that were taken, and until when they have to be remembered. */
export type UsedGrants = z.infer<typeof usedSchema>;

/** Null was never written. A damaged memory lets no grant in that it may have held. */
export function readUsedGrants(stored: unknown, at: Instant): UsedGrants {
  if (stored === null) return { notBefore: 0, grants: [] };
  const used = parseWith(usedSchema, stored);
  return used.ok ? used.value : { notBefore: at, grants: [] };
}

/** Judges a grant whose signature has been checked against `key`. */
export function judgeGrant(
  grant: Grant,
  about: {
    readonly key: GrantKey;
    readonly isSigned: boolean;
    readonly childId: string;
    readonly used: UsedGrants;
    readonly moment: Moment;
    readonly overrideId: string;
  },
): Result<Override, GrantRefusal> {
  const { key, moment } = about;
  const at = moment.instant;
  if (!about.isSigned) return fail('altered');
  if (grant.childId !== key.childId || key.childId !== about.childId) return fail('other-child');
  if (grant.issuedAt > at + clockToleranceMs) return fail('from-future');
  // A key that leaked, or a clock far ahead, must not leave grants behind that hold for years.
  if (at >= grant.expiresAt || grant.expiresAt - grant.issuedAt > validMs) return fail('expired');
  if (isUsed(about.used, grant)) return fail('used');
  const given = givenBy(grant.gives, moment);
  if (given === null) return fail('of-no-use');
  return ok({
    id: about.overrideId,
    childId: key.childId,
    ...given,
    grantedAt: at,
    requestId: null,
  });
}

/** What was used, with this grant; null: too many to remember, so none more is taken. */
export function withUsed(used: UsedGrants, grant: Grant, at: Instant): UsedGrants | null {
  const kept = used.grants.filter(({ until }) => at < until);
  if (kept.length >= 2000) return null;
  const grants = [...kept, { id: grant.id, until: grant.expiresAt + rememberedMs }];
  return { notBefore: used.notBefore, grants };
}

const isUsed = ({ notBefore, grants }: UsedGrants, grant: Grant): boolean =>
  grant.issuedAt <= notBefore || grants.some((used) => used.id === grant.id);

/** What it covers and until when; null if it names no host or no scope. */
export function givenBy(
  gives: Gives,
  moment: Moment,
): { readonly covers: Covers; readonly expiresAt: Instant } | null {
  const end = moment.instant + gives.minutes * 60_000;
  if (gives.kind === 'quiet-time') {
    return { covers: { kind: 'time', scope: 'quiet-time' }, expiresAt: end };
  }
  if (gives.kind === 'host') {
    const host = toHost(gives.host ?? '');
    return host === null ? null : { covers: { kind: 'host', host }, expiresAt: end };
  }
  const { scope } = gives;
  if (scope !== undefined && !/^(?:all|(?:category|host|set):\S+)$/.test(scope)) return null;
  const extraSeconds = gives.minutes * 60;
  return {
    covers: { kind: 'time', extraSeconds, ...(scope !== undefined && { scope }) },
    expiresAt: startOfNextDay(moment),
  };
}
