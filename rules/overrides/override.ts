// Temporary permission: what it covers, and until when. It ends by itself.
import * as z from 'zod/mini';

import type { Instant } from '../policy/verdict.ts';

const instant = z.number().check(z.minimum(-8.64e15), z.maximum(8.64e15));
const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

// A plain union: a discriminating one would bring 2 kB of its own into every wake of the worker.
const coversSchema = z.union([
  /** That exact address only. */
  z.strictObject({ kind: z.literal('page'), href: text(65_536) }),
  /** The host and everything below it. */
  z.strictObject({ kind: z.literal('host'), host: text(260) }),
  z.strictObject({
    kind: z.literal('time'),
    /** "quiet-time", "quiet-time:" and the scope of those alone, or the scope of a quota; without it every time rule. */
    scope: z.optional(text(300)),
    /** More seconds for the quota; without it the rule is lifted until the override ends. */
    extraSeconds: z.optional(z.int().check(z.minimum(1), z.maximum(86_400))),
  }),
  /** The opposite of a permission: everything rests until the override ends ("dinner"). */
  z.strictObject({ kind: z.literal('lockdown') }),
]);

export const overrideSchema = z.strictObject({
  id: text(64),
  childId: text(64),
  covers: coversSchema,
  grantedAt: instant,
  expiresAt: instant,
  requestId: z.nullable(text(64)),
});
export type Override = z.infer<typeof overrideSchema>;
export type Covers = Override['covers'];

export const isLive = (override: Override, at: Instant): boolean =>
  override.grantedAt <= at && at < override.expiresAt;

export const liveOverrides = (overrides: readonly Override[], at: Instant): readonly Override[] =>
  overrides.filter((override) => isLive(override, at));

/** The live override that opens this address, the one that lasts longest. `parents` are the host's parent hosts. */
export function overrideFor(
  overrides: readonly Override[],
  visit: { readonly href: string; readonly host: string; readonly parents: readonly string[] },
  at: Instant,
): Override | null {
  return lastingLongest(
    overrides.filter(({ covers }) => {
      if (covers.kind === 'page') return pageOf(covers.href) === pageOf(visit.href);
      if (covers.kind === 'host') {
        return covers.host === visit.host || visit.parents.includes(covers.host);
      }
      return false;
    }),
    at,
  );
}

/** The live override that lifts "quiet-time" or a quota's scope. */
export const timeOverride = (
  overrides: readonly Override[],
  scope: string,
  at: Instant,
): Override | null =>
  lastingLongest(
    overrides.filter((override) => speaksOf(override, scope) && extraOf(override) === null),
    at,
  );

/** Seconds that live overrides add to a quota's scope; Infinity while it is lifted. */
export const extraSeconds = (overrides: readonly Override[], scope: string, at: Instant): number =>
  liveOverrides(overrides, at)
    .filter((override) => speaksOf(override, scope))
    .reduce((sum, override) => sum + (extraOf(override) ?? Number.POSITIVE_INFINITY), 0);

const speaksOf = ({ covers }: Override, scope: string): boolean =>
  covers.kind === 'time' && (covers.scope === undefined || covers.scope === scope);

const extraOf = ({ covers }: Override): number | null =>
  covers.kind === 'time' ? (covers.extraSeconds ?? null) : null;

const lastingLongest = (overrides: readonly Override[], at: Instant): Override | null =>
  liveOverrides(overrides, at).toSorted((a, b) => b.expiresAt - a.expiresAt)[0] ?? null;

// "#top" is a place on the same page, "#/games" is another page of an application.
const pageOf = (href: string): string => href.replace(/#(?![/!]).*$/s, '');
