// Two minutes to save one's work: for a page that stood open when a time rule stopped it, once for each stop. Kept for the
// browser session, by tab: a reload, a new page, a tab that was closed and brought back, a killed worker get nothing more.
import * as z from 'zod/mini';

import type { TimeClosures } from './closures.ts';
import { type Sighting, sightingSchema } from './elapsed.ts';

export const graceMs = 120_000;

export const graceSchema = z.strictObject({
  /** When this was written. What is left counts from there. */
  seen: sightingSchema,
  /** What time rules had closed by then: whatever they closed before was not open. */
  everything: z.boolean(),
  /** All but what is always open. */
  spares: z.boolean(),
  scopes: z.array(z.string()),
  /** Milliseconds left, by tab. */
  left: z.record(z.string(), z.number()),
});
export type Grace = z.infer<typeof graceSchema>;

/** A tab whose page a time rule closes. */
export type StoppedTab = {
  readonly id: number;
  /** The scopes its page counts in; none for what is always open. */
  readonly scopes: readonly string[];
  /** A page stands there, and the tab is not on its way to another. */
  readonly isStanding: boolean;
};

export type GraceLook = {
  readonly seen: Sighting;
  readonly closures: TimeClosures;
  /** Every tab that time closes: who is not among them needs no grace. */
  readonly stopped: readonly StoppedTab[];
};

/** The grace after a look at all tabs. Null before: a browser start, after which no page has stood open yet. */
export function settleGrace(before: Grace | null, look: GraceLook): Grace {
  const { seen, closures, stopped } = look;
  const left = stopped.flatMap((tab): [string, number][] => {
    const ms = leftFor(before, tab, seen);
    return ms > 0 ? [[String(tab.id), ms]] : [];
  });
  return { seen, ...copied(closures), left: Object.fromEntries(left) };
}

/** What a tab has left at a later look; 0: nothing. */
export function graceLeft(grace: Grace | null, tabId: number, seen: Sighting): number {
  const key = String(tabId);
  if (grace === null || !Object.hasOwn(grace.left, key)) return 0;
  const left = (grace.left[key] ?? 0) - passedMs(grace.seen, seen);
  // An alarm that rings a moment early shall not need to ring twice.
  return left > nearlyOverMs ? Math.min(left, graceMs) : 0;
}

/** When the first of these tabs has to close; null: none has any time left. */
export function nextGraceEndMs(grace: Grace | null, seen: Sighting): number | null {
  const ends = Object.keys(grace?.left ?? {}).map((tab) => graceLeft(grace, Number(tab), seen));
  return ends.length === 0 ? null : Math.min(...ends);
}

export const withoutTab = (grace: Grace | null, tabId: number): Grace | null =>
  grace === null
    ? null
    : {
        ...grace,
        left: Object.fromEntries(
          Object.entries(grace.left).filter(([tab]) => tab !== String(tabId)),
        ),
      };

const nearlyOverMs = 100;

function leftFor(before: Grace | null, tab: StoppedTab, seen: Sighting): number {
  if (before === null || !tab.isStanding) return 0;
  if (Object.hasOwn(before.left, String(tab.id))) return graceLeft(before, tab.id, seen);
  return wasClosed(before, tab.scopes) ? 0 : graceMs;
}

const wasClosed = ({ everything, spares, scopes }: Grace, own: readonly string[]): boolean =>
  everything ? own.length > 0 || !spares : own.some((scope) => scopes.includes(scope));

/** The longer of what the two clocks say. A clock that was set back, with no other clock to ask, ends every grace. */
function passedMs(before: Sighting, after: Sighting): number {
  const wall = after.at - before.at;
  const isSameRun = before.steady !== null && after.steady?.run === before.steady.run;
  const steady = isSameRun ? (after.steady?.ms ?? 0) - (before.steady?.ms ?? 0) : null;
  if (steady !== null && steady >= 0) return Math.max(wall, steady);
  return wall >= 0 ? wall : Number.POSITIVE_INFINITY;
}

const copied = ({ everything, scopes, except }: TimeClosures) => ({
  everything,
  spares: except !== undefined,
  scopes: [...scopes],
});
