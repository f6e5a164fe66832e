// The ledger of time: events in, seconds out. Pure and serialisable, so that a killed worker loses nothing it had stored.
//
// The laws it keeps:
// - one span at a time is open, so a second is never counted twice;
// - an interval counts only between two signs of life at most 90 s apart, and never for longer than a steady clock agrees;
// - the judged clock (`judgedAt`) never goes back: it is the highest wall time seen, and runs on at the real rate while the
//   wall clock stands behind it, so neither a clock nor a day moved back gives time;
// - a worker that dies and starts again is only a tick: what it loses or invents is at most the time since the last stored
//   event, that is the heartbeat of 30 s.
import * as z from 'zod/mini';

import type { Instant } from '../policy/verdict.ts';
import {
  agreedElapsed,
  longestGapMs,
  type Sighting,
  sightingOf,
  sightingSchema,
  type Steady,
} from './elapsed.ts';
import { type Moment, momentAt, startOfNextDay } from './moment.ts';
import { addTime, countsOn, emptyUsage, type Spot, type Usage, usageSchema } from './usage.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

const spanSchema = z.strictObject({
  childId: text(64),
  host: text(260),
  categories: z.array(text(40)).check(z.maxLength(20)),
  since: z.number(),
});

export const ledgerSchema = z.strictObject({
  schema: z.literal('saathi-ledger/1'),
  /** The page in front of the child now; null: none, or one that is never counted (help, our own pages). */
  open: z.nullable(spanSchema),
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
  /** When the wall clock was found set back by more than two minutes: for the guardian to see. */
  setBacks: z.array(z.strictObject({ from: z.number(), to: z.number() })).check(z.maxLength(10)),
});
export type Ledger = z.infer<typeof ledgerSchema>;

type Happening =
  /** The active tab of the window in front shows this page (again). */
  | ({ readonly kind: 'show'; readonly childId: string; readonly audible?: boolean } & Spot)
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

/** The ledger after one event. */
export function reduce(ledger: Ledger, event: LedgerEvent, rules: LedgerRules): Ledger {
  return turn(advance(ledger, event, rules), event);
}

/** The moment time rules are judged at: never earlier than one already seen. */
export const judgedMoment = (ledger: Ledger, at: Instant, zone: string): Moment =>
  momentAt(Math.max(at, ledger.judgedAt), zone);

/** The child's usage of the moment's day. */
export function usageOf(ledger: Ledger, childId: string, moment: Moment): Usage {
  const usage = Object.hasOwn(ledger.usage, childId) ? ledger.usage[childId] : undefined;
  return usage !== undefined && countsOn(usage, moment) ? usage : emptyUsage(moment.date);
}

/** Whether time is being counted right now. */
export const isCounting = ({ open, presence, audible }: Ledger): boolean =>
  open !== null && (presence === 'active' || (presence === 'idle' && audible));

const setBackToleranceMs = 120_000;

/** Counts what lies between the last event and this one, by the state that was in force then. */
function advance(ledger: Ledger, event: LedgerEvent, rules: LedgerRules): Ledger {
  if (!Number.isFinite(event.at)) return ledger;
  const seen = sightingOf(event.at, event.steady);
  const passed = ledger.lastSeen === null ? 0 : livedMs(ledger.lastSeen, seen);
  const countsNow = isCounting(ledger) && event.kind !== 'browser-start';
  const counted = countsNow ? count(ledger, passed, rules) : ledger;
  const judgedAt =
    event.kind === 'clock-confirmed' ? event.at : Math.max(event.at, ledger.judgedAt + passed);
  return {
    ...startDay(counted, momentAt(judgedAt, rules.zone)),
    lastSeen: seen,
    judgedAt: ledger.lastSeen === null ? event.at : judgedAt,
    setBacks: setBacksAfter(ledger, event.at),
  };
}

/** Real time between two signs of life; a gap was sleep, and counts as nothing. */
function livedMs(before: Sighting, after: Sighting): number {
  const passed = agreedElapsed(before, after);
  return passed <= longestGapMs ? passed : 0;
}

/** Books the passed time to the open span, cut at local midnight. */
function count(ledger: Ledger, passedMs: number, rules: LedgerRules): Ledger {
  if (ledger.open === null || passedMs <= 0) return ledger;
  const { childId } = ledger.open;
  const moment = momentAt(ledger.judgedAt, rules.zone);
  const untilMidnight = startOfNextDay(moment) - ledger.judgedAt;
  const today = Math.min(passedMs, untilMidnight);
  const spot = ledger.open;
  const booked = {
    ...ledger,
    usage: {
      ...ledger.usage,
      [childId]: addTime(usageOf(ledger, childId, moment), spot, today, rules.keptHosts),
    },
  };
  if (today === passedMs) return booked;
  const tomorrow = momentAt(ledger.judgedAt + today, rules.zone);
  return count(
    { ...startDay(booked, tomorrow), judgedAt: tomorrow.instant },
    passedMs - today,
    rules,
  );
}

/** Sets days that are over aside, so that each is filed exactly once. */
function startDay(ledger: Ledger, moment: Moment): Ledger {
  const over = Object.entries(ledger.usage).filter(([, usage]) => !countsOn(usage, moment));
  if (over.length === 0) return ledger;
  return {
    ...ledger,
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
      return { ...ledger, open: null, audible: false };
    case 'browser-start':
      return { ...ledger, open: null, audible: false, presence: 'active' };
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

function shown(ledger: Ledger, page: Extract<Happening, { readonly kind: 'show' }>): Ledger {
  const { childId, host, categories } = page;
  const { open } = ledger;
  const goesOn = open !== null && open.childId === childId && open.host === host;
  const since = goesOn ? open.since : ledger.judgedAt;
  return {
    ...ledger,
    open: { childId, host, categories: [...categories], since },
    audible: page.audible ?? false,
  };
}

const filedThrough = (finished: Ledger['finished'], date: string): Ledger['finished'] =>
  finished.filter(({ usage }) => usage.date > date);
