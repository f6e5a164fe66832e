// A page that writes names into a field itself, to see at which of them the card comes up.
import { createHash } from 'node:crypto';

import { expect, test } from 'vitest';

import { makePrivateWords } from '@/rules/typed/private-words.ts';

import { anOpenChild, aPolicy } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { aSetUpHome } from './support/family.ts';

const sha256 = (bytes: Uint8Array) =>
  Promise.resolve(new Uint8Array(createHash('sha256').update(bytes).digest()));

test('a page that tries out names is answered for a while only, and a child who writes is again later', async () => {
  const { privateWords } = await makePrivateWords(['Zarmina'], 'a'.repeat(22), sha256);
  const { home, worker } = await aSetUpHome(aPolicy({ ...anOpenChild('9-12'), privateWords }));
  const sender = from.page(home.shows('https://guess.test/game'));
  const look = async (text: string): Promise<string | null> => {
    const body = { text, place: 'chat' as const, hint: '', rested: [] };
    return (await worker.gets('typed.check', body, sender)).card?.kind ?? null;
  };
  for (let guess = 0; guess < 60; guess += 1) await look(`name${guess}`);
  expect(await look('zarmina')).toBeNull();
  // What is seen without knowing the family stays private all the same.
  expect(await look('call 0300-1234567')).toBe('privacy');
  const elsewhere = from.page(home.shows('https://chat.test/'));
  const body = { text: 'zarmina', place: 'chat' as const, hint: '', rested: [] };
  expect((await worker.gets('typed.check', body, elsewhere)).card?.kind).toBe('privacy');
  home.passes(60_000);
  expect(await look('zarmina')).toBe('privacy');
});
