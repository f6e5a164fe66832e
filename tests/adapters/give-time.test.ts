import { describe, expect, test } from 'vitest';

import type { Policy } from '@/rules/policy/schema.ts';
import { weekdays } from '@/rules/policy/schema.ts';

import { anOpenChild, aPolicy, at } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import type { Worker } from '../support/fake-world.ts';
import { aSetUpHome, browses, manage } from './support/family.ts';

const game = 'https://game.test/play';
const everyDay = (minutes: number) => Object.fromEntries(weekdays.map((day) => [day, minutes]));
const limited = (quietTimes: Policy['children'][number]['quietTimes'] = []): Policy =>
  aPolicy({
    ...anOpenChild('9-12'),
    quotas: [
      { id: 'all', scope: 'all', minutes: everyDay(10) },
      { id: 'games', scope: 'category:games', minutes: everyDay(5) },
    ],
    quietTimes,
  });
const verdictOf = async (worker: Worker, url = game) =>
  (await worker.gets('visit.explain', { url }, from.blocked)).verdict;
const journalKeys = async (worker: Worker) =>
  (await worker.gets('journal.read', {})).entries.map(({ who, change }) => `${who} ${change.key}`);

describe('minutes that a guardian gives', () => {
  test('need the PIN', async () => {
    const { worker } = await aSetUpHome(limited());
    expect(await worker.ask('time.give', { minutes: 15 })).toEqual({
      ok: false,
      failure: 'needs-guardian',
    });
  });

  test('are added to every limit until the day ends, and stand in the journal', async () => {
    const { home, worker } = await aSetUpHome(limited());
    await browses(home, worker, game, 6);
    expect((await verdictOf(worker)).reason.kind).toBe('quota');
    const token = await worker.unlock();
    expect(await worker.gets('time.give', { minutes: 15, token })).toEqual({
      scope: 'all-limits',
      minutes: 15,
      quietUntil: null,
      isResting: false,
    });
    expect((await verdictOf(worker)).action).toBe('allow');
    const { quotas } = await worker.gets('day.read', {});
    expect(quotas.map(({ limitSeconds }) => limitSeconds)).toEqual([25 * 60, 20 * 60]);
    expect(await journalKeys(worker)).toContain('guardian changeTimeGiven');
    home.clock.now = at('23:59') + 61_000;
    expect((await worker.gets('day.read', {})).quotas[0]?.limitSeconds).toBe(600);
  });

  test('are whole minutes, though more was used while the limit was lifted', async () => {
    const { home, worker } = await aSetUpHome(limited());
    await browses(home, worker, game, 6);
    const { request } = await worker.gets(
      'request.ask',
      { url: game, why: 'game', words: '' },
      from.blocked,
    );
    await worker.gets('request.answer', {
      requestId: request.id,
      answer: 'minutes-30',
      token: await worker.unlock(),
    });
    await browses(home, worker, game, 31);
    expect((await verdictOf(worker)).action).toBe('block');
    await worker.gets('time.give', { minutes: 15, token: await worker.unlock() });
    await browses(home, worker, game, 14);
    expect((await verdictOf(worker)).action).toBe('allow');
    await browses(home, worker, game, 2);
    expect((await verdictOf(worker)).action).toBe('block');
  });

  test('for one limit leave the others as they are', async () => {
    const { worker } = await aSetUpHome(limited());
    const token = await worker.unlock();
    await worker.gets('time.give', { minutes: 30, scope: 'category:games', token });
    const { quotas } = await worker.gets('day.read', {});
    expect(quotas.map(({ limitSeconds }) => limitSeconds)).toEqual([10 * 60, 35 * 60]);
  });

  test('for a limit that is not there are refused, as nothing would be given', async () => {
    const { worker } = await aSetUpHome(limited());
    const token = await worker.unlock();
    expect(await worker.ask('time.give', { minutes: 15, scope: 'category:video', token })).toEqual({
      ok: false,
      failure: 'not-found',
    });
    const { worker: free } = await aSetUpHome(aPolicy(anOpenChild('9-12')));
    expect(await free.ask('time.give', { minutes: 15, token: await free.unlock() })).toEqual({
      ok: false,
      failure: 'not-found',
    });
  });

  test('lift a running quiet time for as long, and a second gift lasts on from the first', async () => {
    const { home, worker } = await aSetUpHome(
      limited([{ id: 'noon', days: [...weekdays], from: '11:00', to: '14:00' }]),
    );
    expect((await verdictOf(worker)).reason.kind).toBe('quiet-time');
    const token = await worker.unlock();
    const first = await worker.gets('time.give', { minutes: 15, token });
    expect(first.quietUntil).toBe(home.clock.now + 15 * 60_000);
    expect((await verdictOf(worker)).action).toBe('allow');
    const second = await worker.gets('time.give', { minutes: 15, token });
    expect(second.quietUntil).toBe(home.clock.now + 30 * 60_000);
    home.passes(31 * 60_000);
    expect((await verdictOf(worker)).reason.kind).toBe('quiet-time');
  });
});

describe('a rest that is called', () => {
  test('closes what is open at once, without a PIN, and ends by itself', async () => {
    const { home, worker } = await aSetUpHome(limited());
    const { until } = await worker.gets('rest.start', { minutes: 30 });
    expect(until).toBe(home.clock.now + 30 * 60_000);
    expect((await verdictOf(worker)).reason.kind).toBe('lockdown');
    expect((await verdictOf(worker, 'https://helpline.test/')).reason.kind).toBe('help');
    expect(await journalKeys(worker)).toContain('anyone changeRestStarted');
    home.clock.now = until;
    expect((await verdictOf(worker)).action).toBe('allow');
  });

  test('is ended early by the guardian alone, from whatever page', async () => {
    const { worker } = await aSetUpHome(limited());
    const { overrideId } = await worker.gets('rest.start', { minutes: 30 });
    for (const sender of [from.options, from.mine]) {
      expect(await worker.ask('override.end', { overrideId }, sender)).toEqual({
        ok: false,
        failure: 'needs-guardian',
      });
    }
    expect((await verdictOf(worker)).reason.kind).toBe('lockdown');
    const token = await worker.unlock();
    await worker.gets('override.end', { overrideId, token });
    expect((await verdictOf(worker)).action).toBe('allow');
    expect(await journalKeys(worker)).toContain('guardian changeRestEnded');
  });

  test('is lengthened by a longer one and never shortened by a shorter one', async () => {
    const { worker } = await aSetUpHome(limited());
    const long = await worker.gets('rest.start', { minutes: 60 });
    expect(await worker.gets('rest.start', { minutes: 5 })).toEqual(long);
    const longer = await worker.gets('rest.start', { minutes: 90 });
    expect(longer.until).toBe(long.until + 30 * 60_000);
    expect((await worker.gets('day.read', {})).overrides).toHaveLength(1);
  });

  test('outlasts minutes that are given, and says so', async () => {
    const { worker } = await aSetUpHome(limited());
    await worker.gets('rest.start', { minutes: 30 });
    const token = await worker.unlock();
    expect((await worker.gets('time.give', { minutes: 15, token })).isResting).toBe(true);
    expect((await verdictOf(worker)).reason.kind).toBe('lockdown');
  });

  test('is shorter than five hours, so that nobody is shut out by a slip', async () => {
    const { worker } = await aSetUpHome(limited());
    expect(await worker.ask('rest.start', { minutes: 300 })).toEqual({
      ok: false,
      failure: 'malformed',
    });
  });
});

describe('how a site is counted', () => {
  test.each([
    ['play.game.test', ['games']],
    ['wiki.test', ['known']],
    ['nobody-knows.test', ['unknown']],
  ])('%s by %j', async (host, categories) => {
    const { worker } = await aSetUpHome(limited());
    expect(await worker.gets('time.spot', { host })).toEqual({ host, categories });
  });

  test('is told to the guardian’s page alone', async () => {
    const { home, worker } = await aSetUpHome(limited());
    manage(home, {});
    expect(await worker.ask('time.spot', { host: 'game.test' }, from.mine)).toEqual({
      ok: false,
      failure: 'not-allowed',
    });
  });
});
