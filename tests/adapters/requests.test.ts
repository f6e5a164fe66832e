import { describe, expect, test } from 'vitest';

import { aHousehold, anOpenChild, aPolicy, at } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { manage, minute } from './support/family.ts';
import { answers, ask, asked, house, isOpen, overridesIn, strict } from './support/questions.ts';

describe('asking', () => {
  test('a question is kept for the guardian, with what the child said', async () => {
    const { home, worker } = await house();
    await ask(worker);
    const { requests } = await (await home.wake()).gets('requests.read', {});
    expect(requests).toMatchObject([
      {
        childId: 'child-1',
        host: 'game.test',
        url: 'https://game.test/play?level=7',
        reason: { kind: 'category', category: 'games' },
        why: 'game',
        words: 'please',
        state: 'open',
      },
    ]);
  });

  test('there is one open question a site, however often it is asked', async () => {
    const { worker } = await house();
    const both = await Promise.all([ask(worker), ask(worker, 'https://game.test/other')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await ask(worker)).toEqual({ ok: false, failure: 'not-allowed' });
    expect((await ask(worker, 'https://chat.test/')).ok).toBe(true);
    expect((await worker.gets('requests.read', {})).requests).toHaveLength(2);
  });

  test.each([
    ['help', 'https://helpline.test/'],
    ['a known site', 'https://school.test/'],
    ['a page of the browser', 'chrome://settings/'],
    ['a page of ours', `${from.options.url}`],
  ])('nothing is asked about %s', async (_, url) => {
    const { worker } = await house();
    expect(await ask(worker, url)).toEqual({ ok: false, failure: 'not-allowed' });
  });

  test('an address nobody can read is not asked about', async () => {
    const { worker } = await house();
    expect(await ask(worker, 'https://a..b/')).toEqual({ ok: false, failure: 'not-found' });
  });

  test('only the block page asks', async () => {
    const { worker } = await house();
    expect(await ask(worker, 'https://game.test/', from.popup)).toEqual({
      ok: false,
      failure: 'not-allowed',
    });
  });

  test('in a private window nothing is asked: nobody would ever see it', async () => {
    const { home } = await house();
    expect(await ask(await home.wake('private'))).toEqual({
      ok: false,
      failure: 'private-window',
    });
  });

  test('after a "not now" there is a pause of two hours', async () => {
    const { home, worker } = await house();
    await answers(worker, await asked(worker), 'not-now');
    expect(await ask(worker)).toEqual({ ok: false, failure: 'not-allowed' });
    home.passes(120 * minute);
    expect((await ask(worker)).ok).toBe(true);
  });
});

describe('answering', () => {
  test.each([
    ['page', true, false, at('24:00')],
    ['minutes-15', true, true, at('12:15')],
    ['minutes-30', true, true, at('12:30')],
    ['minutes-60', true, true, at('13:00')],
    ['today', true, true, at('24:00')],
  ] as const)('"%s" opens what it says, and ends by itself', async (answer, page, site, end) => {
    const { home, worker } = await house();
    const requestId = await asked(worker);
    const token = await worker.unlock();
    const answered = await answers(worker, requestId, answer, token);
    expect(answered).toMatchObject({
      ok: true,
      value: { request: { state: 'allowed', answer, expiresAt: end } },
    });
    expect(await isOpen(worker)).toBe(page);
    expect(await isOpen(worker, 'https://game.test/other')).toBe(site);
    expect(await isOpen(worker, 'https://play.test/')).toBe(false);
    home.clock.now = end - 1;
    expect(await isOpen(worker)).toBe(true);
    home.clock.now = end;
    expect(await isOpen(worker)).toBe(false);
  });

  test('"page" opens the page that was meant, however its address was written', async () => {
    const { worker } = await house();
    const requestId = await asked(worker, 'HTTPS://Game.Test:443/play');
    await answers(worker, requestId, 'page', await worker.unlock());
    expect(await isOpen(worker, 'https://game.test/play')).toBe(true);
    expect(await isOpen(worker, 'https://game.test/')).toBe(false);
  });

  test('"always" is a rule: saved, in the journal, and in force for the next worker', async () => {
    const { home, worker } = await house();
    const requestId = await asked(worker, 'https://chat.test/');
    const token = await worker.unlock();
    expect((await answers(worker, requestId, 'always', token)).ok).toBe(true);
    const next = await home.wake();
    const { policy, revision } = await next.gets('policy.read', {});
    expect(revision).toBe(2);
    expect(policy?.children[0]?.filter).toMatchObject({ allowlist: ['chat.test'], blocklist: [] });
    const { entries } = await next.gets('journal.read', {});
    expect(entries[0]).toMatchObject({ who: 'guardian', change: { weakens: true } });
    home.clock.now += 400 * 24 * 60 * minute;
    expect(await isOpen(next, 'https://chat.test/')).toBe(true);
    expect(overridesIn(home)).toEqual([]);
  });

  test('"not now" is free, and its reason can be read by the child', async () => {
    const { worker } = await house();
    const requestId = await asked(worker);
    const refused = await worker.ask(
      'request.answer',
      { requestId, answer: 'not-now', refusal: 'talk-first' },
      from.blocked,
    );
    expect(refused.ok).toBe(true);
    expect(await isOpen(worker)).toBe(false);
    const { requests } = await worker.gets('requests.read', {}, from.mine);
    expect(requests).toMatchObject([{ state: 'refused', refusal: 'talk-first' }]);
  });

  test.each(['page', 'minutes-15', 'minutes-60', 'today', 'always'] as const)(
    'BYP-112 "%s" without the guardian is refused and opens nothing',
    async (answer) => {
      const { home, worker } = await house();
      const requestId = await asked(worker);
      await worker.unlock();
      for (const token of [undefined, 'made-up-token-of-a-child']) {
        expect(await answers(worker, requestId, answer, token)).toEqual({
          ok: false,
          failure: 'needs-guardian',
        });
      }
      expect(await isOpen(worker)).toBe(false);
      expect(overridesIn(home)).toEqual([]);
      expect((await worker.gets('requests.read', {})).requests).toMatchObject([{ state: 'open' }]);
    },
  );

  test('BYP-133 an answer that is sent again gives nothing more', async () => {
    const { home, worker } = await house();
    const requestId = await asked(worker);
    const token = await worker.unlock();
    await answers(worker, requestId, 'minutes-15', token);
    home.passes(minute);
    for (const answer of ['minutes-15', 'today', 'always'] as const) {
      expect(await answers(worker, requestId, answer, token)).toEqual({
        ok: false,
        failure: 'not-found',
      });
    }
    expect(overridesIn(home)).toHaveLength(1);
    expect((await worker.gets('policy.read', {})).revision).toBe(1);
    home.clock.now = at('12:15');
    expect(await isOpen(worker)).toBe(false);
  });

  test('a question that time has overtaken can not be answered any more', async () => {
    const { home, worker } = await house();
    const requestId = await asked(worker);
    home.passes(8 * 24 * 60 * minute);
    expect(await answers(worker, requestId, 'today', await worker.unlock())).toEqual({
      ok: false,
      failure: 'not-found',
    });
    expect(overridesIn(home)).toEqual([]);
  });

  test.each(['page', 'always'] as const)(
    'time is not given for "%s": the question stays open and nothing is promised',
    async (answer) => {
      const bedtime = aPolicy(aHousehold().withQuietTime('11:00', '14:00').child);
      const { home, worker } = await house(bedtime);
      const requestId = await asked(worker, 'https://school.test/');
      expect((await answers(worker, requestId, answer, await worker.unlock())).ok).toBe(false);
      expect((await worker.gets('requests.read', {})).requests).toMatchObject([{ state: 'open' }]);
      expect(overridesIn(home)).toEqual([]);
    },
  );

  test('minutes for a quiet time lift it for every page, until they are over', async () => {
    const bedtime = aPolicy(aHousehold().withQuietTime('11:00', '14:00').child);
    const { home, worker } = await house(bedtime);
    const requestId = await asked(worker, 'https://school.test/');
    await answers(worker, requestId, 'minutes-15', await worker.unlock());
    expect(await isOpen(worker, 'https://wiki.test/')).toBe(true);
    home.clock.now = at('12:15');
    expect(await isOpen(worker, 'https://wiki.test/')).toBe(false);
  });

  test('nobody’s question can not be answered', async () => {
    const { worker } = await house();
    expect(await answers(worker, 'made-up', 'today', await worker.unlock())).toEqual({
      ok: false,
      failure: 'not-found',
    });
  });

  test('in a private window nothing is answered', async () => {
    const { home, worker } = await house();
    const requestId = await asked(worker);
    const inPrivate = await home.wake('private');
    for (const answer of ['not-now', 'today'] as const) {
      expect(await answers(inPrivate, requestId, answer)).toEqual({
        ok: false,
        failure: 'private-window',
      });
    }
  });

  test('under a managed policy "always" is refused; minutes may be given', async () => {
    const { home, worker } = await house();
    const token = await worker.unlock();
    const requestId = await asked(worker);
    manage(home, strict);
    const managed = await home.wake();
    expect(await answers(managed, requestId, 'always', token)).toEqual({
      ok: false,
      failure: 'managed',
    });
    expect((await answers(managed, requestId, 'minutes-15', token)).ok).toBe(true);
  });

  test('an answer is for the child who asked, whoever browses now', async () => {
    const sister = { ...anOpenChild(), id: 'child-2', nickname: 'Sara' };
    const [zara] = strict.children;
    if (zara === undefined) throw new Error('there is a child');
    const both = { ...strict, children: [zara, { ...sister, filter: zara.filter }] };
    const { worker } = await house(both);
    const requestId = await asked(worker);
    const token = await worker.unlock();
    const switched = { policy: { ...both, activeChild: 'child-2' }, baseRevision: 1, token };
    await worker.gets('policy.save', switched);
    await answers(worker, requestId, 'minutes-60', token);
    expect(await isOpen(worker)).toBe(false);
    await worker.gets('policy.save', { policy: both, baseRevision: 2, token });
    expect(await isOpen(worker)).toBe(true);
  });
});
