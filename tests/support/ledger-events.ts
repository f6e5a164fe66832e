// What the tests of the ledger tell it: pages shown, time that ticks.
import { emptyLedger, type Ledger, type LedgerEvent, reduce } from '@/rules/time/ledger.ts';

export const zone = 'Asia/Karachi';
export const rules = { zone, keptHosts: [] };
export const noon = Date.parse('2026-11-23T07:00:00Z');
export const hour = 3_600_000;
export const day = 24 * hour;

export const run = (events: readonly LedgerEvent[], from: Ledger = emptyLedger): Ledger =>
  events.reduce((ledger, event) => reduce(ledger, event, rules), from);
export const show = (at: number, host = 'games.test', childId = 'zara'): LedgerEvent => ({
  kind: 'show',
  at,
  childId,
  host,
  categories: ['games'],
});
export const ticks = (from: number, to: number, every = 30_000): LedgerEvent[] =>
  Array.from({ length: Math.floor((to - from) / every) }, (_, at) => ({
    kind: 'tick',
    at: from + (at + 1) * every,
  }));
export const secondsOf = (ledger: Ledger, childId = 'zara'): number =>
  ledger.usage[childId]?.totalSeconds ?? 0;
