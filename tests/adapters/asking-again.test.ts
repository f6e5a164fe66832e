// A question over its life: what it asks for, which page it names, when the next one comes; all of it out of storage.
import { expect, test } from 'vitest';

import { aHousehold, aPolicy, at } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import type { Worker } from '../support/fake-world.ts';
import { aSetUpHome, minute } from './support/family.ts';

const url = 'https://game.test/play?level=7';
const strict = aPolicy(aHousehold().withCategory('games', 'block').child);
const question = { url, why: 'game', words: '' } as const;
const asks = (worker: Worker, more: { wanted?: 'page' | 'minutes-30'; token?: string } = {}) =>
  worker.ask('request.ask', { ...question, ...more }, from.blocked);
async function asked(worker: Worker): Promise<string> {
  const answered = await asks(worker);
  if (!answered.ok) throw new Error(answered.failure);
  return answered.value.request.id;
}
const explained = (worker: Worker) => worker.gets('visit.explain', { url }, from.blocked);

test('what is wanted is kept for whoever answers, also by the next worker', async () => {
  const { home, worker } = await aSetUpHome(strict);
  await asks(worker, { wanted: 'minutes-30' });
  const { request } = await explained(await home.wake());
  expect(request).toMatchObject({ state: 'open', wanted: 'minutes-30' });
});

test('after a yes the next question comes two hours after the first, and the page says when', async () => {
  const { home, worker } = await aSetUpHome(strict);
  const token = await worker.unlock();
  const answer = { requestId: await asked(worker), answer: 'minutes-15', token } as const;
  await worker.ask('request.answer', answer);
  home.passes(20 * minute);
  expect(await explained(await home.wake())).toMatchObject({
    canAsk: false,
    askAgainAt: at('14:00'),
    request: { state: 'allowed', expiresAt: at('12:15') },
  });
  home.passes(100 * minute);
  const later = await home.wake();
  expect(await explained(later)).toMatchObject({ canAsk: true, askAgainAt: null });
  expect((await asks(later)).ok).toBe(true);
});

test('a guardian who is there does not wait two hours; a guessed token does not help', async () => {
  const { worker } = await aSetUpHome(strict);
  const refusal = { requestId: await asked(worker), answer: 'not-now' } as const;
  await worker.ask('request.answer', refusal);
  expect(await asks(worker, { token: 'guess' })).toEqual({ ok: false, failure: 'not-allowed' });
  expect((await asks(worker, { token: await worker.unlock() })).ok).toBe(true);
  // One open question all the same.
  expect(await asks(worker, { token: await worker.unlock() })).toEqual({
    ok: false,
    failure: 'not-allowed',
  });
});

test('a page that was open when it was closed is named by its title; in a private window it is not', async () => {
  const { home, worker } = await aSetUpHome(strict);
  const hidden = home.shows('https://play.test/', { incognito: true });
  await worker.judgeTab(hidden.id, hidden.url);
  const tab = home.shows(url, { title: 'Level 7' });
  await worker.judgeTab(tab.id, url);
  await home.settled();
  expect(await asks(worker)).toMatchObject({ ok: true, value: { request: { title: 'Level 7' } } });
  const other = { ...question, url: 'https://play.test/' };
  expect(await worker.ask('request.ask', other, from.blocked)).toMatchObject({
    ok: true,
    value: { request: { title: '' } },
  });
  expect(JSON.stringify([...home.profile.local.entries()])).not.toContain('Level 7');
});
