import { describe, expect, test } from 'vitest';

import type { Proposed } from '@/rules/growing/proposed.ts';
import type { ChildProfile, PlanStep } from '@/rules/policy/schema.ts';

import { aHousehold, anOpenChild, aPolicy } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import type { Home, Worker } from '../support/fake-world.ts';
import { aSetUpHome, browses, manage, minute, opens, secondsIn } from './support/family.ts';

const dayMs = 86_400_000;
const gamesClosed = aHousehold().withCategory('games', 'block').withQuota('all', 60).child;
const zara = (parts: Partial<ChildProfile> = {}): ChildProfile => ({ ...gamesClosed, ...parts });
const step = (parts: Partial<PlanStep>): PlanStep => ({
  id: 'step-1',
  kind: 'more-minutes',
  ruleId: 'quota-0',
  minutes: 15,
  agreedOn: '2026-11-18',
  ...parts,
});
const planned = (parts: Partial<PlanStep>) => zara({ plan: { steps: [step(parts)] } });
const house = (child: ChildProfile) => aSetUpHome(aPolicy(child));

/** Days go by, on each of which a page that is open is used for three minutes. */
async function livesFor(home: Home, worker: Worker, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    home.passes(dayMs - 3 * minute);
    await browses(home, worker, 'https://wiki.test/', 3);
    await home.settled();
  }
}
async function lookAgain(home: Home, worker: Worker): Promise<void> {
  await worker.reconcile();
  await home.settled();
}
const childOf = async (worker: Worker) =>
  (await worker.gets('policy.read', {})).policy?.children[0];
const mondayMinutes = async (worker: Worker) => (await childOf(worker))?.quotas[0]?.minutes.mon;
const journal = async (worker: Worker) =>
  (await worker.gets('journal.read', {})).entries.map(({ who, change }) => `${who} ${change.key}`);
const stateOfStep = async (worker: Worker) =>
  (await worker.gets('growing.read', {})).children[0]?.steps[0]?.state;

describe('an agreed step', () => {
  test('comes on its date by itself, as agreed, and is in the journal', async () => {
    const { home, worker } = await house(planned({ on: '2026-11-22' }));
    await livesFor(home, worker, 3);
    expect(await mondayMinutes(worker)).toBe(60);
    expect(await stateOfStep(worker)).toEqual({ kind: 'waits-for-date', on: '2026-11-22' });
    await livesFor(home, worker, 1);
    expect(await mondayMinutes(worker)).toBe(75);
    expect(await journal(worker)).toEqual(
      expect.arrayContaining(['saathi changeQuota', 'saathi changeStepTaken']),
    );
    expect(await stateOfStep(worker)).toEqual({ kind: 'taken', on: '2026-11-22' });
    await livesFor(home, worker, 2);
    expect(await mondayMinutes(worker)).toBe(75);
  });

  test('does not come when the clock is set a year ahead, nor after it is set back', async () => {
    const { home, worker } = await house(planned({ on: '2027-11-01' }));
    await livesFor(home, worker, 3);
    home.clock.now += 365 * dayMs;
    await browses(home, worker, 'https://wiki.test/', 3);
    await lookAgain(home, worker);
    expect(await mondayMinutes(worker)).toBe(60);
    expect(await stateOfStep(worker)).toEqual({ kind: 'waits-for-trust' });
    home.clock.now -= 365 * dayMs;
    await lookAgain(home, worker);
    expect(await mondayMinutes(worker)).toBe(60);
    expect(await stateOfStep(worker)).toMatchObject({ kind: 'waits-for-date' });
  });

  test('comes after calm weeks; a week of many closed pages is only not counted', async () => {
    const { home, worker } = await house(planned({ afterCalmWeeks: 2 }));
    // Wednesday to the Monday after next: one whole week.
    await livesFor(home, worker, 12);
    expect(await stateOfStep(worker)).toEqual({ kind: 'waits-for-calm', calmWeeks: 1, of: 2 });
    for (let visit = 0; visit < 21; visit += 1) {
      const tab = home.shows('https://game.test/');
      await worker.judgeTab(tab.id, tab.url);
      home.passes(4000);
    }
    await livesFor(home, worker, 7);
    expect(await stateOfStep(worker)).toEqual({ kind: 'waits-for-calm', calmWeeks: 1, of: 2 });
    await livesFor(home, worker, 7);
    expect(await stateOfStep(worker)).toMatchObject({ kind: 'taken' });
    expect(await mondayMinutes(worker)).toBe(75);
  });

  test('is not hurried by help, reports or questions, and not held up by them', async () => {
    const { home, worker } = await house(planned({ afterCalmWeeks: 1 }));
    await livesFor(home, worker, 5);
    for (let question = 0; question < 30; question += 1) {
      home.shows('https://helpline.test/');
      await worker.observeFront();
      home.passes(4000);
      await worker.ask('report.file', { url: 'https://bad.test/' }, from.blocked);
      await worker.ask(
        'request.ask',
        { url: 'https://game.test/', why: 'game', words: '', wanted: 'today' },
        from.blocked,
      );
    }
    await livesFor(home, worker, 7);
    expect(await stateOfStep(worker)).toMatchObject({ kind: 'taken' });
  });

  test('of a school waits for the school', async () => {
    const { home, worker } = await house(planned({ on: '2026-11-22' }));
    manage(home, aPolicy(planned({ on: '2026-11-22' })));
    worker.world.policies.forgetCache();
    await livesFor(home, worker, 6);
    expect((await worker.gets('policy.read', {})).source).toBe('managed');
    expect(await mondayMinutes(worker)).toBe(60);
  });
});

describe('at 18', () => {
  const born = '2008-11-22';

  test('the controls end, nothing is counted any more, and both are told', async () => {
    const { home, worker } = await house(zara({ born }));
    await livesFor(home, worker, 3);
    expect((await worker.gets('state.read', {})).child?.isOfAge).toBe(false);
    await livesFor(home, worker, 1);
    expect((await worker.gets('state.read', {})).child?.isOfAge).toBe(true);
    expect(await journal(worker)).toContain('saathi changeOfAge');
    expect(opens(home, 'https://game.test/')).toBe(true);
    const tab = home.shows('https://game.test/');
    expect((await worker.judgeTab(tab.id, tab.url))?.reason).toEqual({ kind: 'of-age' });
    const before = await secondsIn(worker);
    await browses(home, worker, 'https://game.test/', 90);
    expect(await secondsIn(worker)).toBe(before);
    await worker.gets('report.file', { url: 'https://bad.test/' }, from.blocked);
  });

  test('what was kept before is forgotten in its time', async () => {
    const { home, worker } = await house(zara({ born }));
    await livesFor(home, worker, 5);
    const kept = async () =>
      (await (await worker.database()).days.between('child-1', '2026-01-01', '2027-12-31')).length;
    expect(await kept()).toBeGreaterThan(2);
    home.passes(100 * dayMs);
    await lookAgain(home, worker);
    expect(await kept()).toBe(0);
  });

  test('a clock that is set ahead, or ahead and back, ends nothing', async () => {
    const { home, worker } = await house(zara({ born: '2012-11-22' }));
    await livesFor(home, worker, 3);
    home.clock.now += 9 * 365 * dayMs;
    await browses(home, worker, 'https://wiki.test/', 3);
    await lookAgain(home, worker);
    expect(opens(home, 'https://game.test/')).toBe(false);
    home.clock.now -= 9 * 365 * dayMs;
    await lookAgain(home, worker);
    const tab = home.shows('https://game.test/');
    expect((await worker.judgeTab(tab.id, tab.url))?.reason.kind).toBe('category');
    expect((await worker.gets('state.read', {})).child?.isOfAge).toBe(false);
  });

  test('a guardian who enters the day of birth of a grown-up is believed at once', async () => {
    const { home, worker } = await house(zara());
    const token = await worker.unlock();
    const { policy, revision } = await worker.gets('policy.read', {});
    const grown = { ...policy, children: [zara({ born: '2000-01-01' })] };
    expect(await worker.ask('policy.save', { policy: grown, baseRevision: revision })).toEqual({
      ok: false,
      failure: 'needs-guardian',
    });
    await worker.gets('policy.save', { policy: grown, baseRevision: revision, token });
    await home.settled();
    expect((await worker.gets('state.read', {})).child?.isOfAge).toBe(true);
    expect(opens(home, 'https://game.test/')).toBe(true);
  });

  test('a managed policy ends the controls too', async () => {
    const { home, worker } = await house(anOpenChild());
    manage(home, aPolicy(zara({ born: '2000-01-01' })));
    worker.world.policies.forgetCache();
    await lookAgain(home, worker);
    expect((await worker.gets('state.read', {})).child?.isOfAge).toBe(true);
  });
});

describe('a proposal', () => {
  const openGames: Proposed = { kind: 'open-category', category: 'games' };
  const propose = (worker: Worker, about: Proposed = openGames, sender = from.mine) =>
    worker.ask('proposal.make', { proposed: about, words: 'I keep my homework' }, sender);
  async function proposed(worker: Worker, about?: Proposed): Promise<string> {
    const made = await propose(worker, about);
    if (!made.ok) throw new Error(made.failure);
    return made.value.proposal.id;
  }
  const gamesOf = async (worker: Worker) => (await childOf(worker))?.filter.categories.games;

  test('comes from the child’s own page, once, and survives the worker', async () => {
    const { home, worker } = await house(zara());
    expect(await propose(worker, openGames, from.options)).toEqual({
      ok: false,
      failure: 'not-allowed',
    });
    await proposed(worker);
    expect(await propose(worker)).toEqual({ ok: false, failure: 'not-allowed' });
    const next = await home.wake();
    expect((await next.gets('growing.read', {})).children[0]?.proposals).toMatchObject([
      { state: 'open', proposed: openGames, words: 'I keep my homework', childId: 'child-1' },
    ]);
  });

  test('is agreed to with the PIN where it opens something', async () => {
    const { worker } = await house(zara());
    const proposalId = await proposed(worker);
    const answer = 'agree' as const;
    expect(await worker.ask('proposal.answer', { proposalId, answer })).toEqual({
      ok: false,
      failure: 'needs-guardian',
    });
    expect(await gamesOf(worker)).toBe('block');
    const token = await worker.unlock();
    await worker.gets('proposal.answer', { proposalId, answer, token });
    expect(await gamesOf(worker)).toBe('allow');
    expect(await journal(worker)).toContain('guardian changeCategory');
    expect(await worker.ask('proposal.answer', { proposalId, answer, token })).toEqual({
      ok: false,
      failure: 'not-found',
    });
  });

  test('for later becomes a step of the plan', async () => {
    const { worker } = await house(zara());
    const proposalId = await proposed(worker, { ...openGames, afterCalmWeeks: 4 });
    const token = await worker.unlock();
    await worker.gets('proposal.answer', { proposalId, answer: 'agree', token });
    expect(await gamesOf(worker)).toBe('block');
    expect((await childOf(worker))?.plan?.steps).toMatchObject([
      { kind: 'open-category', category: 'games', afterCalmWeeks: 4, agreedOn: '2026-11-18' },
    ]);
    expect(await stateOfStep(worker)).toEqual({ kind: 'waits-for-calm', calmWeeks: 0, of: 4 });
  });

  test('to be stricter with oneself needs no PIN', async () => {
    const { worker } = await house(zara());
    const proposalId = await proposed(worker, {
      kind: 'own-limit',
      category: 'video',
      minutes: 30,
    });
    await worker.gets('proposal.answer', { proposalId, answer: 'agree' });
    expect((await childOf(worker))?.quotas.at(-1)).toMatchObject({ scope: 'category:video' });
  });

  test('gets a "not now" with a reason, and the rules stay', async () => {
    const { worker } = await house(zara());
    const proposalId = await proposed(worker);
    await worker.gets('proposal.answer', { proposalId, answer: 'talk-first' });
    const read = await worker.gets('growing.read', {}, from.mine);
    expect(read.children[0]?.proposals).toMatchObject([
      { state: 'refused', refusal: 'talk-first' },
    ]);
    expect(await gamesOf(worker)).toBe('block');
  });

  test('is taken back by the child and is gone', async () => {
    const { worker } = await house(zara());
    const proposalId = await proposed(worker);
    await worker.gets('proposal.withdraw', { proposalId }, from.mine);
    expect((await worker.gets('growing.read', {})).children[0]?.proposals).toEqual([]);
    expect(await worker.ask('proposal.withdraw', { proposalId }, from.mine)).toEqual({
      ok: false,
      failure: 'not-found',
    });
  });

  test('is no way to ask for what is never opened to a child', async () => {
    const { worker } = await house(aHousehold().withCategory('adult', 'block').child);
    expect(await propose(worker, { kind: 'open-category', category: 'adult' })).toEqual({
      ok: false,
      failure: 'not-allowed',
    });
  });

  test('of one child is not shown to another', async () => {
    const ali = { ...anOpenChild('5-8'), id: 'ali', nickname: 'Ali' };
    const { worker } = await aSetUpHome({ ...aPolicy(zara()), children: [zara(), ali] });
    await proposed(worker);
    const token = await worker.unlock();
    const { policy, revision } = await worker.gets('policy.read', {});
    const switched = { ...policy, activeChild: 'ali' };
    await worker.gets('policy.save', { policy: switched, baseRevision: revision, token });
    const seen = await worker.gets('growing.read', {}, from.mine);
    expect(seen.children.map(({ childId }) => childId)).toEqual(['ali']);
    expect(seen.children[0]?.proposals).toEqual([]);
    expect((await worker.gets('growing.read', {})).children).toHaveLength(2);
  });

  test('is kept out of private windows', async () => {
    const { home } = await house(zara());
    const hidden = await home.wake('private');
    expect(await propose(hidden)).toEqual({ ok: false, failure: 'private-window' });
  });
});
