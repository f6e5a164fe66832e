import fc from 'fast-check';
import { expect, test } from 'vitest';

import { added, hurried, mayAdd, pendingAddition } from '@/rules/reporting/additions.ts';
import { type OutboxEntry, type OutboxEvent, reduceEntry } from '@/rules/reporting/outbox-state.ts';
import { reportStateOf } from '@/rules/reporting/report-state.ts';
import { type Details, withHash } from '@/rules/reporting/report.ts';

import { filedAt, laterAt, queued, someDesk, someDoor } from './builders.ts';

const desk = { kind: 'desk', name: someDesk.name } as const;
const at = filedAt + 10_000;
const receipt = { ticket: '1', desk: someDesk.name, receivedAt: at };
const after = (entry: OutboxEntry, ...events: OutboxEvent[]): OutboxEntry =>
  events.reduce(reduceEntry, entry);
const failure = (problem: 'offline' | 'broken'): OutboxEvent => ({
  kind: 'failed',
  at,
  problem,
  retryAfterMs: null,
  jitter: 0.5,
});
const started = { kind: 'send-started', at } as const;

const hashed = (entry: OutboxEntry, hash = 'a1'): OutboxEntry =>
  'letter' in entry && entry.letter.schema === 'child-report/1'
    ? { ...entry, letter: withHash(entry.letter, hash) }
    : entry;
const fresh = hashed(queued());
const delivered = after(fresh, started, { kind: 'accepted', receipt });
const lost = after(fresh, started, failure('broken'));

const behind = (entry: OutboxEntry, addition: OutboxEntry | null, details: Details) => {
  const found = added(entry, addition, details, laterAt);
  if (found.kind !== 'behind') throw new Error(`It is ${found.kind}`);
  return { ...found.entry, letter: withHash(found.entry.letter, `h${found.entry.letter.version}`) };
};
/** The addition has arrived: its row is gone and the report knows of it. */
const arrived = (entry: OutboxEntry, addition: ReturnType<typeof behind>): OutboxEntry =>
  reduceEntry(entry, {
    kind: 'addition-accepted',
    last: { version: addition.letter.version, hash: addition.letter.integrity.hash ?? '' },
  });

test('while a report is certainly here, details go into it', () => {
  for (const entry of [fresh, after(fresh, started, failure('offline'))]) {
    expect(added(entry, null, { words: 'x' }, laterAt)).toMatchObject({
      kind: 'inside',
      letter: { version: 2, what: 'x', previous: { version: 1, hash: 'a1' } },
    });
  }
});

test('a report that may have arrived never changes again: what is added goes behind it', () => {
  const started2 = after(fresh, started);
  const killed = after(started2, { kind: 'worker-started', at });
  for (const entry of [lost, started2, killed, delivered]) {
    expect(behind(entry, null, { words: 'x' }).letter).toMatchObject({
      version: 2,
      what: 'x',
      previous: { version: 1, hash: 'a1' },
    });
  }
});

test('that it may have arrived is not forgotten while the network is away', () => {
  const later = after(lost, { kind: 'send-started', at: at + 1 }, failure('offline'));
  expect(added(later, null, { words: 'x' }, laterAt).kind).toBe('behind');
});

test('a second addition joins one that has not been tried, and follows one that has', () => {
  const first = behind(delivered, null, { topic: 'hate', words: 'one', danger: true });
  const joined = behind(delivered, first, { words: 'two' });
  expect(joined.entryId).toBe(first.entryId);
  expect(joined.letter).toMatchObject({
    version: 2,
    category: 'hate',
    what: 'two',
    urgency: 'now',
    previous: { version: 1, hash: 'a1' },
  });
  const tried = after(first, started, failure('broken'));
  const second = behind(delivered, tried, { words: 'two' });
  expect(second.letter).toMatchObject({
    version: 3,
    category: 'hate',
    previous: { version: 2, hash: 'h2' },
  });
});

test('each addition points to the last letter that was sent, and five are enough', () => {
  let entry = delivered;
  for (let version = 2; version <= 6; version += 1) {
    const addition = behind(entry, null, { words: `${version}` });
    expect(addition.letter).toMatchObject({
      version,
      previous: { version: version - 1, hash: version === 2 ? 'a1' : `h${version - 1}` },
    });
    entry = arrived(entry, addition);
  }
  expect(mayAdd(entry, null)).toBe(false);
  expect(added(entry, null, { words: 'more' }, laterAt).kind).toBe('closed');
});

test('danger is heard after five additions too', () => {
  let entry = delivered;
  for (let version = 2; version <= 6; version += 1) {
    entry = arrived(entry, behind(entry, null, { words: 'x' }));
  }
  expect(behind(entry, null, { danger: true }).letter).toMatchObject({
    version: 7,
    urgency: 'now',
  });
});

test('changes before it left take nothing from what may be added after it', () => {
  const changed = added(fresh, null, { words: 'x' }, laterAt);
  if (changed.kind !== 'inside') throw new Error('It is not inside');
  const letter = withHash({ ...changed.letter, version: 40 }, 'a40');
  const sent = after(fresh, { kind: 'details-added', letter, door: null }, started, {
    kind: 'accepted',
    receipt,
  });
  expect(behind(sent, null, { words: 'x' }).letter.version).toBe(41);
  expect(mayAdd(sent, null)).toBe(true);
});

test('nothing is added to what was taken back', () => {
  const undone = after(fresh, { kind: 'undone', at });
  expect(added(undone, null, { words: 'x' }, laterAt).kind).toBe('closed');
  expect(mayAdd(undone, null)).toBe(false);
});

test('an addition never stands before its report, whatever the clock says', () => {
  const past = { ...laterAt, instant: filedAt - 86_400_000 };
  const found = added(lost, null, { words: 'x' }, past);
  expect(found.kind === 'behind' && found.entry.filedAt).toBe(filedAt + 1);
  expect(found.kind === 'behind' && found.entry.notBefore).toBe(
    lost.state === 'waiting' ? lost.notBefore : 0,
  );
});

test('what is added behind a report that is still here shows in it', () => {
  const addition = behind(lost, null, { topic: 'csam', words: 'I saw it' });
  const state = reportStateOf(lost, addition, at);
  expect(state).toMatchObject({ topic: 'csam', words: 'I saw it', mayAdd: true });
  expect(state.facts.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['address', 'words', 'time']),
  );
  expect(state.facts.map(({ key }) => key)).not.toContain('title');
});

test('danger ends a pause, and sends what a limit had kept here', () => {
  expect(hurried(lost, desk, at)).toMatchObject({ state: 'waiting', notBefore: at });
  const letter = fresh.state === 'queued' ? fresh.letter : null;
  if (letter?.schema !== 'child-report/1') throw new Error('No report');
  const kept = (why: 'many-today' | 'many-this-week' | 'no-desk' | 'outbox-full'): OutboxEntry => ({
    entryId: 'r',
    reportId: 'r',
    filedAt,
    addressMark: null,
    state: 'by-hand',
    letter,
    door: someDoor,
    why,
  });
  for (const why of ['many-today', 'many-this-week', 'outbox-full'] as const) {
    expect(hurried(kept(why), desk, at)).toMatchObject({
      state: 'queued',
      route: desk,
      otherwise: someDoor,
      notBefore: at + 10_000,
    });
    expect(hurried(kept(why), null, at)).toEqual(kept(why));
  }
  expect(hurried(kept('no-desk'), desk, at)).toEqual(kept('no-desk'));
});

test('whatever happens in whatever order, a letter that may have arrived keeps every byte under its id', () => {
  const step = fc.constantFrom(
    'add' as const,
    'start' as const,
    'offline' as const,
    'broken' as const,
    'killed' as const,
    'accepted' as const,
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const rows = new Map<string, OutboxEntry>([[fresh.entryId, fresh]]);
      const out = new Map<string, string>();
      for (const [number, what] of steps.entries()) {
        if (what === 'add') addTo(rows, `${number}`);
        else send(rows, out, what);
      }
    }),
  );
});

function addTo(rows: Map<string, OutboxEntry>, words: string): void {
  const entries = [...rows.values()];
  const entry = rows.get(fresh.entryId);
  if (entry === undefined) return;
  const found = added(entry, pendingAddition(entries, fresh.reportId), { words }, laterAt);
  if (found.kind === 'behind') rows.set(found.entry.entryId, found.entry);
  if (found.kind !== 'inside') return;
  rows.set(
    fresh.entryId,
    reduceEntry(entry, { kind: 'details-added', letter: found.letter, door: null }),
  );
}

/** The oldest row that waits is started, or what is under way ends; `out` keeps what may have arrived. */
function send(
  rows: Map<string, OutboxEntry>,
  out: Map<string, string>,
  what: 'start' | 'offline' | 'broken' | 'killed' | 'accepted',
): void {
  const [row] = [...rows.values()].filter(({ state }) =>
    what === 'start' ? state === 'queued' || state === 'waiting' : state === 'sending',
  );
  if (row === undefined || !('letter' in row)) return;
  const bytes = JSON.stringify(row.letter);
  if (what !== 'start' && what !== 'offline') {
    expect(out.get(row.entryId) ?? bytes).toBe(bytes);
    out.set(row.entryId, bytes);
  }
  const event: OutboxEvent =
    what === 'start'
      ? started
      : what === 'killed'
        ? { kind: 'worker-started', at }
        : what === 'accepted'
          ? { kind: 'accepted', receipt }
          : failure(what);
  rows.set(row.entryId, reduceEntry(row, event));
}
