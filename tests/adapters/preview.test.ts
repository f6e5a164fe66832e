// A page as its words, for the guardian who presses: who may have it fetched, what is asked, what never is.
import { beforeEach, expect, test, vi } from 'vitest';

import { aHousehold, aPolicy } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import type { Worker } from '../support/fake-world.ts';
import { aSetUpHome } from './support/family.ts';

const family = aPolicy(aHousehold().withFilter({ unknown: 'ask' }).child);
type Seen = { readonly url: string; readonly init: RequestInit };
let seen: Seen[] = [];
let answers: (url: string) => Response | Promise<Response> = () => new Response('');
const page = (html: string, headers: Record<string, string> = {}) =>
  new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } });

beforeEach(() => {
  seen = [];
});

async function askedHome(url = 'https://fresh.test/play?x=1#top') {
  const { home, worker } = await aSetUpHome(family);
  const ours = globalThis.fetch;
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    if (address.startsWith('chrome-extension:')) return ours(address, init);
    seen.push({ url: address, init });
    return Promise.resolve(answers(address));
  });
  const body = { url, why: 'game', words: '' } as const;
  const asked = await worker.ask('request.ask', body, from.blocked);
  if (!asked.ok) throw new Error(asked.failure);
  return { home, worker, requestId: asked.value.request.id };
}
const previews = async (worker: Worker, requestId: string) => {
  const token = await worker.unlock();
  return worker.gets('preview.read', { requestId, token });
};

test('a guardian reads title, description and words; the site is told of no cookie, page or language', async () => {
  answers = () =>
    page('<title>Star Basket</title><meta name="description" content="A game"><p>Throw!</p>');
  const { worker, requestId } = await askedHome();
  expect(await previews(worker, requestId)).toEqual({
    kind: 'words',
    title: 'Star Basket',
    description: 'A game',
    text: 'Throw!',
    isCut: false,
  });
  expect(seen.map(({ url }) => url)).toEqual(['https://fresh.test/play?x=1']);
  expect(seen[0]?.init).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
    cache: 'no-store',
    headers: { 'Accept-Language': '*' },
  });
});

test('without the PIN nothing is fetched, nor from a page that is not ours or of no question', async () => {
  const { worker, requestId } = await askedHome();
  for (const token of [undefined, 'guess']) {
    const body = { requestId, ...(token === undefined ? {} : { token }) };
    expect(await worker.ask('preview.read', body)).toEqual({
      ok: false,
      failure: 'needs-guardian',
    });
  }
  const token = await worker.unlock();
  expect(await worker.ask('preview.read', { requestId, token }, from.mine)).toEqual({
    ok: false,
    failure: 'not-allowed',
  });
  expect(await worker.ask('preview.read', { requestId: 'none', token })).toEqual({
    ok: false,
    failure: 'not-found',
  });
  expect(seen).toEqual([]);
});

test.each(['http://192.168.1.1/admin', 'http://router.local/', 'https://fresh.test:8443/'])(
  'an address of the home or with a port of its own (%s) is never asked',
  async (url) => {
    const { worker, requestId } = await askedHome(url);
    expect(await previews(worker, requestId)).toEqual({ kind: 'none', why: 'private' });
    expect(seen).toEqual([]);
  },
);

test('a redirect is not followed; only "www." is tried, and never a third address', async () => {
  answers = (url) =>
    url.startsWith('https://www.')
      ? page('<title>Here</title>')
      : new Response(null, { status: 301, headers: { Location: 'http://192.168.0.1/' } });
  const { worker, requestId } = await askedHome('http://fresh.test/');
  expect(await previews(worker, requestId)).toMatchObject({ kind: 'words', title: 'Here' });
  answers = () => new Response(null, { status: 302, headers: { Location: 'https://x.test/' } });
  expect(await previews(worker, requestId)).toEqual({ kind: 'none', why: 'moved' });
  expect(seen.map(({ url }) => url)).toEqual([
    'https://fresh.test/',
    'https://www.fresh.test/',
    'https://fresh.test/',
    'https://www.fresh.test/',
  ]);
});

test.each([
  ['a picture', () => page('GIF89a', { 'Content-Type': 'image/gif' }), 'not-a-page'],
  ['a page for members', () => new Response('no', { status: 403 }), 'refused'],
  ['a broken connection', () => Promise.reject(new TypeError('failed')), 'broken'],
] as const)('%s is told as what it is', async (_, answer, why) => {
  answers = answer;
  const { worker, requestId } = await askedHome();
  expect(await previews(worker, requestId)).toEqual({ kind: 'none', why });
});

test('a page without end is read to its cap and then left', async () => {
  let pulled = 0;
  answers = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new TextEncoder().encode('<p>word '.repeat(1000)));
        },
      }),
      { headers: { 'Content-Type': 'text/html' } },
    );
  const { worker, requestId } = await askedHome();
  expect(await previews(worker, requestId)).toMatchObject({ kind: 'words', isCut: true });
  expect(pulled * 8000).toBeLessThan(400_000);
});

test('nothing of a page is kept', async () => {
  answers = () => page('<title>Secret words</title><p>Never kept</p>');
  const { home, worker, requestId } = await askedHome();
  await previews(worker, requestId);
  const { requests } = await worker.gets('requests.read', {});
  const { entries } = await worker.gets('journal.read', {});
  const stored = [...home.profile.local.entries()];
  expect(JSON.stringify([requests, entries, stored])).not.toMatch(/Secret words|Never kept/);
});
