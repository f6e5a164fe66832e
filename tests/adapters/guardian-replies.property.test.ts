import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { aHousehold, aPolicy } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import type { Home, Worker } from '../support/fake-world.ts';
import { aSetUpHome, minute } from './support/family.ts';

const childsWords = 'he-said-not-to-tell';
const reported = 'https://reported.test/private-room';
const help = 'https://helpline.test/i-am-afraid';
const policy = aPolicy(
  aHousehold()
    .withFilter({ blocklist: ['chat.test'] })
    .withQuota('all', 600).child,
);

type Step = (home: Home, worker: Worker) => Promise<unknown>;
const report = async (home: Home, worker: Worker) =>
  worker.gets('warning.report', {}, from.page(home.shows(reported)));
const steps: Readonly<Record<string, Step>> = {
  reportsAPage: report,
  reportsFromThePopup(home, worker) {
    home.shows(`${reported}/2`);
    return worker.gets('report.file', {}, from.popup);
  },
  reportsAndTakesBack: async (home, worker) => {
    const { reportId } = await report(home, worker);
    await worker.gets('report.undo', { reportId }, from.popup);
  },
  addsWords: async (home, worker) => {
    const { reportId } = await report(home, worker);
    const details = { reportId, topic: 'grooming', words: childsWords } as const;
    await worker.gets('report.add', details, from.report);
  },
  delivers: async (home, worker) => {
    home.passes(minute);
    worker.browser.alarms.onAlarm.fire({ name: 'outbox' });
    await home.settled();
  },
  readsHelp: async (home, worker) => {
    const tab = home.shows(help);
    await worker.gets('page.hello', { labels: ['adult'], why: 'start' }, from.page(tab));
    await worker.observeFront();
    home.passes(minute);
    await worker.observeFront();
  },
  asksWhyHelpIsClosed: (_, worker) =>
    worker.ask('request.ask', { url: help, why: 'other', words: '' }, from.blocked),
  triesAClosedPage: async (home, worker) => {
    const tab = home.shows('https://chat.test/');
    await worker.judgeTab(tab.id, tab.url);
  },
  asks: (_, worker) =>
    worker.ask(
      'request.ask',
      { url: 'https://chat.test/', why: 'friend', words: '' },
      from.blocked,
    ),
  browses: async (home, worker) => {
    home.shows('https://school.test/');
    await worker.observeFront();
    home.passes(minute);
  },
  closesEverything: async (home, worker) => {
    const tab = home.shows(help);
    await worker.judgeTab(tab.id, tab.url);
    await worker.reconcile();
  },
  sleepsOverMidnight: async (home, worker) => {
    home.passes(24 * 60 * minute);
    await worker.tell({ kind: 'tick' });
  },
};

const guardianReads = (worker: Worker) =>
  Promise.all([
    worker.gets('state.read', {}),
    worker.gets('policy.read', {}),
    worker.gets('journal.read', {}),
    worker.gets('day.read', {}),
    worker.gets('history.read', {}),
    worker.gets('requests.read', {}),
    worker.gets('guardian.wait', {}),
    worker.gets('codes.state', {}),
    worker.gets('guardian.challenge', {}),
    worker.ask('handover.seen', { childId: 'child-1' }),
  ]);

test('BYP-225 whatever a child reports or reads of help, no reply to a guardian speaks of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 3, maxLength: 8 }),
      async (names) => {
        vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
        const { home, worker } = await aSetUpHome(policy);
        worker.listen();
        await home.settled();
        for (const name of names) await steps[name]?.(home, worker);
        await home.settled();
        const { reports } = await worker.gets('reports.read', {}, from.mine);
        const replies = JSON.stringify(await guardianReads(worker));
        for (const trace of [
          ...reports.flatMap(({ reportId, receipt }) => [reportId, `"receipt":"${receipt}"`]),
          'report',
          childsWords,
          'helpline',
          'afraid',
          'Children’s Desk',
        ]) {
          expect(replies.toLowerCase(), names.join()).not.toContain(trace.toLowerCase());
        }
        expect(home.failures).toEqual([]);
        worker.kill();
        vi.useRealTimers();
      },
    ),
    { numRuns: 12 },
  );
});

test('BYP-225 what a child reads of help is not even stored', async () => {
  const { home, worker } = await aSetUpHome(policy);
  await steps['readsHelp']?.(home, worker);
  await steps['closesEverything']?.(home, worker);
  await steps['asksWhyHelpIsClosed']?.(home, worker);
  const database = await worker.database();
  const stored = JSON.stringify([
    ...home.profile.local,
    await database.journal.latest(100),
    await database.requests.list(),
    await database.blocked.since('child-1', 0),
    await database.days.between('child-1', '2000-01-01', '2100-01-01'),
  ]);
  expect(stored).not.toContain('helpline');
  const session = JSON.stringify(
    ['passed', 'fought', 'justBlocked', 'notices'].map((key) => home.session(key) ?? null),
  );
  expect(session).not.toContain('helpline');
});

test('BYP-228 what waits in the outbox can not be read by looking into the storage', async () => {
  const { home, worker } = await aSetUpHome(policy);
  await report(home, worker);
  const rows = await (await worker.database()).outbox.list();
  expect(rows).toHaveLength(1);
  const bytes = new TextDecoder('latin1').decode(rows[0]?.sealed);
  expect(bytes).not.toContain('reported.test');
  expect(JSON.stringify([...home.profile.local])).not.toContain('reported.test/private-room');
});

test('a guardian’s page is refused where reports are read', async () => {
  const { home, worker } = await aSetUpHome(policy);
  const { reportId } = await report(home, worker);
  const refused = { ok: false, failure: 'not-allowed' };
  expect(await worker.ask('reports.read', {}, from.options)).toEqual(refused);
  expect(await worker.ask('report.read', { reportId }, from.options)).toEqual(refused);
});
