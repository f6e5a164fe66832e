import { describe, expect, test } from 'vitest';

import { aHousehold, aPolicy, at } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { aHome, type Worker } from '../support/fake-world.ts';
import { aSetUpHome, browses, manage, minute } from './support/family.ts';

const strict = aPolicy(
  aHousehold()
    .withFilter({ blocklist: ['chat.test'] })
    .withCategory('games', 'ask')
    .withQuota('category:video', 10)
    .withQuota('host:wiki.test', 10).child,
);
const explained = (worker: Worker, url: string) =>
  worker.gets('visit.explain', { url }, from.blocked);
const asks = (worker: Worker, url: string) =>
  worker.gets('request.ask', { url, why: 'other', words: '' }, from.blocked);

describe('why a page is closed', () => {
  test('is judged anew, whatever the block page’s own address claims', async () => {
    const { worker } = await aSetUpHome(strict);
    expect(await explained(worker, 'https://chat.test/room')).toMatchObject({
      host: 'chat.test',
      verdict: { action: 'block', reason: { kind: 'blocklist', pattern: 'chat.test' } },
      decidedBy: 'family',
      request: null,
      canAsk: true,
      canAnswerHere: true,
    });
    expect(await explained(worker, 'https://school.test/')).toMatchObject({
      verdict: { action: 'allow' },
      canAsk: false,
      canAnswerHere: false,
    });
  });

  test.each([
    ['BYP-117 no address', 'javascript:alert(1)'],
    ['BYP-117 a page of the browser', 'chrome://settings'],
    ['BYP-117 markup', '<script>alert(1)</script>'],
    ['nothing', ''],
  ])('%s is named back as text and nothing is asked about it', async (_, url) => {
    const { worker } = await aSetUpHome(strict);
    expect(await explained(worker, url)).toMatchObject({ url, canAsk: false });
  });

  test('also for the page of a report, which offers no door that ends at a closed page', async () => {
    const { worker } = await aSetUpHome(strict);
    const url = 'https://chat.test/report';
    const { verdict } = await worker.gets('visit.explain', { url }, from.report);
    expect(verdict.action).toBe('block');
    expect(await worker.gets('day.read', {})).toMatchObject({ blocked: [], blockedCount: 0 });
  });

  test('before set-up there is nothing to explain', async () => {
    const worker = await (await aHome()).wake();
    expect(await worker.ask('visit.explain', { url: 'https://chat.test/' }, from.blocked)).toEqual({
      ok: false,
      failure: 'not-found',
    });
  });

  test('a school’s rule says so; an address nobody can read is ours', async () => {
    const home = await aHome();
    manage(home, strict);
    const worker = await home.wake();
    expect((await explained(worker, 'https://chat.test/')).decidedBy).toBe('school');
    expect((await explained(worker, 'https://a..b/')).decidedBy).toBe('saathi');
  });

  test('without a guardian’s secret nobody could answer, and nothing is asked', async () => {
    const home = await aHome();
    manage(home, strict);
    expect(await explained(await home.wake(), 'https://chat.test/')).toMatchObject({
      canAsk: false,
      canAnswerHere: false,
    });
  });

  test('in a private window it is said, but nothing can be asked or answered', async () => {
    const { home } = await aSetUpHome(strict);
    expect(await explained(await home.wake('private'), 'https://chat.test/')).toMatchObject({
      verdict: { action: 'block' },
      canAsk: false,
      canAnswerHere: false,
    });
  });
});

describe('the question that is shown', () => {
  test('is the one about this site', async () => {
    const { worker } = await aSetUpHome(strict);
    const { request } = await asks(worker, 'https://game.test/play');
    expect((await explained(worker, 'https://game.test/other')).request).toEqual(request);
    expect((await explained(worker, 'https://game.test/other')).canAsk).toBe(false);
    expect((await explained(worker, 'https://play.test/')).request).toBeNull();
  });

  test('about one quota is not shown for another', async () => {
    const { home, worker } = await aSetUpHome(strict);
    await browses(home, worker, 'https://video.test/', 10);
    await browses(home, worker, 'https://wiki.test/', 10);
    const { request } = await asks(worker, 'https://video.test/');
    expect((await explained(worker, 'https://video.test/2')).request).toEqual(request);
    expect((await explained(worker, 'https://wiki.test/')).request).toBeNull();
  });

  test('about time is not shown once the site itself is closed', async () => {
    const { home, worker } = await aSetUpHome(strict);
    await browses(home, worker, 'https://video.test/', 10);
    await asks(worker, 'https://video.test/');
    const [child] = strict.children;
    if (child === undefined) throw new Error('there is a child');
    const filter = { ...child.filter, blocklist: ['chat.test', 'video.test'] };
    const policy = { ...strict, children: [{ ...child, filter }] };
    await worker.gets('policy.save', { policy, baseRevision: 1 });
    expect(await explained(worker, 'https://video.test/')).toMatchObject({
      verdict: { reason: { kind: 'blocklist' } },
      request: null,
      canAsk: true,
    });
  });
});

describe('the day', () => {
  test('names limits and what is used of them, quiet times and what was given', async () => {
    const policy = aPolicy(
      aHousehold().withQuota('category:video', 10).withQuietTime('20:00', '24:00').child,
    );
    const { home, worker } = await aSetUpHome(policy);
    await browses(home, worker, 'https://video.test/', 4);
    expect(await worker.gets('day.read', {}, from.mine)).toMatchObject({
      quotas: [{ scope: 'category:video', limitSeconds: 600, usedSeconds: 240 }],
      quietTimesToday: [{ from: at('20:00'), to: at('24:00') }],
      overrides: [],
    });
    await browses(home, worker, 'https://video.test/', 6);
    const { request } = await asks(worker, 'https://video.test/');
    const token = await worker.unlock();
    await worker.gets('request.answer', { requestId: request.id, answer: 'minutes-15', token });
    const day = await worker.gets('day.read', {}, from.popup);
    expect(day.quotas).toEqual([]);
    expect(day.overrides).toMatchObject([
      { covers: 'category:video', expiresAt: home.clock.now + 15 * minute },
    ]);
  });

  test('before set-up there is none', async () => {
    const worker = await (await aHome()).wake();
    expect(await worker.ask('day.read', {})).toEqual({ ok: false, failure: 'not-found' });
  });

  test('the state says when the page in front will be stopped, and by what', async () => {
    const policy = aPolicy(aHousehold().withQuota('category:video', 10).child);
    const { home, worker } = await aSetUpHome(policy);
    home.shows('https://video.test/');
    await worker.observeFront();
    expect((await worker.gets('state.read', {}, from.popup)).nextStop).toMatchObject({
      at: home.clock.now + 10 * minute,
      reason: { kind: 'quota', scope: 'category:video' },
    });
    home.shows('https://school.test/');
    await worker.observeFront();
    expect((await worker.gets('state.read', {}, from.popup)).nextStop).toBeNull();
  });
});
