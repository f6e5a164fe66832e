// The ledger of time: events in, seconds out. Pure and serialisable, so that a killed worker loses nothing it had stored.
//
// The laws it keeps:
// - one span at a time is open, so a second is never counted twice; what is heard or seen beside the page in front, in
//   whatever window, shares the span: the day counts once, and so does each host and each category;
// - an interval counts only between two signs of life at most 90 s apart, and never for longer than a steady clock agrees;
// - the judged clock (`judgedAt`) never goes back: it is the highest wall time seen, and runs on at the real rate while the
//   wall clock stands behind it, so neither a clock nor a day moved back gives time;
// - a worker that dies and starts again is only a tick: an open span goes on from what was stored, so nothing is lost but
//   an event that it died in the middle of, and a worker looks at what is in front as soon as it starts.
import * as z from 'zod/mini';

import type { Instant } from '../policy/verdict.ts';
import {
  agreedElapsed,
  isOlder,
  longestGapMs,
  type Sighting,
  sightingOf,
  sightingSchema,
  type Steady,
} from './elapsed.ts';
import { type Moment, momentAt, startOfNextDay } from './moment.ts';
import { pastBefore, pastDays, withPast } from './past.ts';
import { addTime, countsOn, emptyUsage, type Spot, type Usage, usageSchema } from './usage.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

const spot = { host: text(260), categories: z.array(text(40)).check(z.maxLength(20)) };
const spanSchema = z.strictObject({ childId: text(64), ...spot, since: z.number() });

/** Spots beside the page in front that are counted: more than so many no family hears at once. */
const mostBeside = 20;

export const ledgerSchema = z.strictObject({
  schema: z.literal('saathi-ledger/1'),
  /** The page in front of the child now; null: none, or one that is never counted (help, our own pages). */
  open: z.nullable(spanSchema),
  /** What is heard, or stands in a picture of its own, beside it. It goes on when nobody touches anything. */
  beside: z.optional(z.array(z.strictObject(spot)).check(z.maxLength(mostBeside))),
  presence: z.enum(['active', 'idle', 'locked']),
  /** Whether the page in front plays sound or video. */
  audible: z.boolean(),
  lastSeen: z.nullable(sightingSchema),
  judgedAt: z.number(),
  /** The running day of each child. */
  usage: z.record(text(64), usageSchema),
  /** Days that are over and wait to be filed away. */
  finished: z
    .array(z.strictObject({ childId: text(64), usage: usageSchema }))
    .check(z.maxLength(50)),
  /** Days before today of each child, newest first. */
  past: z.optional(z.record(text(64), z.array(usageSchema).check(z.maxLength(pastDays)))),
  /** A date whose count was damaged; '': it was only just found to be. */
  lostOn: z.optional(text(10)),
  /** When the wall clock was found set back by more than two minutes: for the guardian to see. */
  setBacks: z.array(z.strictObject({ from: z.number(), to: z.number() })).check(z.maxLength(10)),
  /** How often it was written to the disk, and when a private window's worker last did: see keeping.ts. */
  writes: z.optional(z.number()),
  privateAt: z.optional(z.number()),
});
export type Ledger = z.infer<typeof ledgerSchema>;

type Happening =
  /** The active tab of the window in front shows this page (again); `beside` it others are heard or seen. */
  | ({
      readonly kind: 'show';
      readonly childId: string;
      readonly audible?: boolean;
      readonly beside?: readonly Spot[];
    } & Spot)
  /** No page that counts is in front. */
  | { readonly kind: 'hide' }
  | { readonly kind: 'audible'; readonly audible: boolean }
  | { readonly kind: 'active' | 'idle' | 'locked' }
  | { readonly kind: 'tick' | 'worker-start' }
  /**
   * The browser was closed in between (session storage is empty): nothing is in front until something is shown.
   * Send it instead of "worker-start", not after it.
   */
  | { readonly kind: 'browser-start' }
  /** The guardian says that the wall clock is right: ends the hold after a clock set forward and back. */
  | { readonly kind: 'clock-confirmed' }
  /** Finished days up to this date are filed away. */
  | { readonly kind: 'filed'; readonly through: string };
export type LedgerEvent = Happening & { readonly at: Instant; readonly steady?: Steady };

export type LedgerRules = {
  /** The pinned zone: it alone says when a day starts. */
  readonly zone: string;
  /** Hosts with a quota: their counts are kept whatever happens. */
  readonly keptHosts: readonly string[];
};

export const emptyLedger: Ledger = {
  schema: 'saathi-ledger/1',
  open: null,
  presence: 'active',
  audible: false,
  lastSeen: null,
  judgedAt: 0,
  usage: {},
  finished: [],
  setBacks: [],
};

/** What is read where a stored ledger can not be: no time is given for a count that was lost. */
export const lostLedger: Ledger = { ...emptyLedger, lostOn: '' };

/** The ledger after one event. */
export function reduce(ledger: Ledger, event: LedgerEvent, rules: LedgerRules): Ledger {
  return turn(advance(ledger, event, rules), event);
}

/** The moment time rules are judged at: never earlier than one already seen. */
export const judgedMoment = (ledger: Ledger, at: Instant, zone: string): Moment =>
  momentAt(Math.max(at, ledger.judgedAt), zone);

/** The child's usage of the moment's day. */
export const usageOf = (ledger: Ledger, childId: string, moment: Moment): Usage =>
  marked(ledger, storedUsage(ledger, childId, moment));

const marked = ({ lostOn }: Ledger, usage: Usage): Usage =>
  lostOn === '' || lostOn === usage.date ? { ...usage, isLost: true } : usage;

/** The child's days of the week before the moment's, newest first. */
export const pastOf = ({ past = {} }: Ledger, childId: string, moment: Moment): readonly Usage[] =>
  pastBefore(own(past, childId) ?? [], moment.date);

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

function storedUsage(ledger: Ledger, childId: string, moment: Moment): Usage {
  const usage = own(ledger.usage, childId);
  return usage !== undefined && countsOn(usage, moment) ? usage : emptyUsage(moment.date);
}

/** What is being counted right now: of an idle browser only what plays, of a locked one nothing. */
function countedSpots({ open, beside = [], presence, audible }: Ledger): readonly Spot[] {
  if (open === null || presence === 'locked') return [];
  return presence === 'active' || audible ? [open, ...beside] : beside;
}

export const isCounting = (ledger: Ledger): boolean => countedSpots(ledger).length > 0;

const setBackToleranceMs = 120_000;

/** Counts what lies between the last event and this one, by the state that was in force then. */
function advance(ledger: Ledger, event: LedgerEvent, rules: LedgerRules): Ledger {
  if (!Number.isFinite(event.at)) return ledger;
  const told = sightingOf(event.at, event.steady);
  // An event of which the worker is told late: up to the last one everything is counted already.
  const seen = ledger.lastSeen !== null && isOlder(told, ledger.lastSeen) ? ledger.lastSeen : told;
  const passed = ledger.lastSeen === null ? 0 : livedMs(ledger.lastSeen, seen);
  const countsNow = isCounting(ledger) && event.kind !== 'browser-start';
  const counted = countsNow ? count(ledger, passed, rules) : ledger;
  const judgedAt =
    event.kind === 'clock-confirmed' || ledger.lastSeen === null
      ? seen.at
      : Math.max(seen.at, ledger.judgedAt + passed);
  const moment = momentAt(judgedAt, rules.zone);
  const dated = event.kind === 'clock-confirmed' ? datedBack(counted, moment) : counted;
  return {
    ...startDay(dated, moment, rules),
    ...(ledger.lostOn === '' ? { lostOn: moment.date } : {}),
    lastSeen: seen,
    judgedAt,
    setBacks: setBacksAfter(ledger, seen.at),
  };
}

/** Real time between two signs of life; a gap was sleep, and counts as nothing. */
function livedMs(before: Sighting, after: Sighting): number {
  const passed = agreedElapsed(before, after);
  return passed <= longestGapMs ? passed : 0;
}

/** Books the passed time to the open span, cut at each hour of the wall clock and so at local midnight. */
function count(ledger: Ledger, passedMs: number, rules: LedgerRules): Ledger {
  if (ledger.open === null || passedMs <= 0) return ledger;
  const { childId } = ledger.open;
  const moment = momentAt(ledger.judgedAt, rules.zone);
  const untilCut = Math.min(untilHourMs(moment), startOfNextDay(moment) - moment.instant);
  const now = Math.min(passedMs, untilCut);
  const usage = addTime(storedUsage(ledger, childId, moment), countedSpots(ledger), now, {
    keptHosts: rules.keptHosts,
    hour: Math.floor(moment.minuteOfDay / 60),
  });
  const booked = { ...ledger, usage: { ...ledger.usage, [childId]: usage } };
  if (now === passedMs) return booked;
  const next = momentAt(moment.instant + now, rules.zone);
  return count({ ...startDay(booked, next, rules), judgedAt: next.instant }, passedMs - now, rules);
}

const untilHourMs = ({ instant, minuteOfDay }: Moment): number =>
  (60 - (minuteOfDay % 60)) * 60_000 - (((instant % 60_000) + 60_000) % 60_000);

/** What was counted on a day that the clock was only set to belongs to the day that it really is. */
const datedBack = (ledger: Ledger, { date }: Moment): Ledger => ({
  ...ledger,
  usage: Object.fromEntries(
    Object.entries(ledger.usage).map(([childId, usage]) => [
      childId,
      usage.date > date ? { ...usage, date } : usage,
    ]),
  ),
});

/** Sets days that are over aside, so that each is filed exactly once. */
function startDay(ledger: Ledger, moment: Moment, { keptHosts }: LedgerRules): Ledger {
  const over = Object.entries(ledger.usage)
    .filter(([, usage]) => !countsOn(usage, moment))
    .map(([childId, usage]) => [childId, marked(ledger, usage)] as const);
  if (over.length === 0) return ledger;
  const past = { ...ledger.past };
  for (const [childId, usage] of over) {
    past[childId] = withPast(own(past, childId) ?? [], usage, keptHosts);
  }
  return {
    ...ledger,
    past,
    usage: Object.fromEntries(
      Object.entries(ledger.usage).filter(([, usage]) => countsOn(usage, moment)),
    ),
    finished: [...ledger.finished, ...over.map(([childId, usage]) => ({ childId, usage }))].slice(
      -50,
    ),
  };
}

function setBacksAfter({ lastSeen, setBacks }: Ledger, at: Instant): Ledger['setBacks'] {
  if (lastSeen === null || at >= lastSeen.at - setBackToleranceMs) return setBacks;
  return [...setBacks, { from: lastSeen.at, to: at }].slice(-10);
}

/** What the event itself changes. */
function turn(ledger: Ledger, event: LedgerEvent): Ledger {
  switch (event.kind) {
    case 'show':
      return shown(ledger, event);
    case 'hide':
      return nothingOpen(ledger);
    case 'browser-start':
      return { ...nothingOpen(ledger), presence: 'active' };
    case 'audible':
      return { ...ledger, audible: event.audible };
    case 'active':
    case 'idle':
    case 'locked':
      return { ...ledger, presence: event.kind };
    case 'filed':
      return { ...ledger, finished: filedThrough(ledger.finished, event.through) };
    case 'clock-confirmed':
      return { ...ledger, setBacks: [] };
    case 'tick':
    case 'worker-start':
      break;
  }
  return ledger;
}

const nothingOpen = ({ beside: _beside, ...ledger }: Ledger): Ledger => ({
  ...ledger,
  open: null,
  audible: false,
});

function shown(ledger: Ledger, page: Extract<Happening, { readonly kind: 'show' }>): Ledger {
  const { childId, host, categories, beside = [] } = page;
  const { open } = ledger;
  const goesOn = open !== null && open.childId === childId && open.host === host;
  const since = goesOn ? open.since : ledger.judgedAt;
  return {
    ...nothingOpen(ledger),
    open: { childId, host, categories: [...categories], since },
    ...(beside.length > 0 ? { beside: beside.slice(0, mostBeside).map(copyOf) } : {}),
    audible: page.audible ?? false,
  };
}

const copyOf = ({ host, categories }: Spot) => ({ host, categories: [...categories] });

const filedThrough = (finished: Ledger['finished'], date: string): Ledger['finished'] =>
  finished.filter(({ usage }) => usage.date > date);
