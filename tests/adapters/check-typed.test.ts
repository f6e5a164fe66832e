import { createHash } from 'node:crypto';

import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Body } from '@/rules/messages/contract.ts';
import type { ChildProfile, Policy } from '@/rules/policy/schema.ts';
import type { TextJudge } from '@/rules/text/judge.ts';
import { makePrivateWords } from '@/rules/typed/private-words.ts';

import { aHousehold, anOpenChild, aPolicy } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { aSetUpHome } from './support/family.ts';

const model = vi.hoisted(() => ({ judge: null as TextJudge | null }));
vi.mock('@/entrypoints/background/adapters/text-model.ts', () => ({
  createTextModel: () => () => Promise.resolve(model.judge),
}));
vi.mock(import('@/rules/lookalike/lookalike.ts'), async (original) => ({
  ...(await original()),
  judgeAddress: (host) =>
    host === 'robl0x.test' ? { imitated: 'roblox.test', signs: ['lookalikeLetters'] } : null,
}));
afterEach(() => {
  model.judge = null;
});

/** Finds what the text itself names: "[insult clear]". */
const outspoken: TextJudge = (text) =>
  [...text.matchAll(/\[(insult|hate|self-harm) (clear|likely)\]/g)].map(
    ([, of, level]) => ({ of, level, probability: 0.95 }) as ReturnType<TextJudge>[number],
  );
const unknown = 'https://forum.test/thread';
const known = 'https://school.test/form';

/** Words that one sign is made of: it warns, and the page stays. */
const aPrize: Body<'page.read'> = {
  title: 'Congratulations! You have won an iPhone',
  description: '',
  language: 'en',
  text: 'You have been selected as the lucky winner of today. Claim your prize now, only 2 left.',
  buttons: ['Claim now'],
  forms: [],
  isCut: false,
};

const typedAt = async (
  url: string,
  more: Partial<Body<'typed.check'>>,
  policy: Policy = aPolicy(anOpenChild('9-12')),
) => {
  const { home, worker } = await aSetUpHome(policy);
  const tab = home.shows(url);
  const body: Body<'typed.check'> = { text: '', place: 'chat', hint: '', rested: [], ...more };
  const reply = await worker.gets('typed.check', body, from.page(tab));
  return { ...reply, home, tab };
};
const kindAt = async (...given: Parameters<typeof typedAt>): Promise<string | null> =>
  (await typedAt(...given)).card?.kind ?? null;
const aChild = (more: Partial<ChildProfile>): Policy =>
  aPolicy({ ...anOpenChild('9-12'), ...more });
const helps = {
  kindness: true,
  privacy: true,
  pressure: true,
  search: true,
  pages: true,
  pictures: 'off',
  reveal: 'tap',
} as const;

describe('unkind words', () => {
  test('bring a card in the family’s language, and the script that shows it', async () => {
    model.judge = outspoken;
    const policy = { ...aPolicy(anOpenChild('5-8')), language: 'ur' as const };
    const { card, home, tab } = await typedAt(unknown, { text: 'you [insult clear]' }, policy);
    expect(card).toMatchObject({ kind: 'kindness', language: 'ur', dir: 'rtl', band: '5-8' });
    expect(card?.heading).toMatch(/[\u0600-\u06ff]/);
    expect(card?.actions.map(({ action }) => action)).toEqual(['reword', 'send', 'not-now']);
    expect(JSON.stringify({ ...card, look: '' })).not.toMatch(/"(?:typed|card|warning)[A-Z]/);
    expect(card?.helpLines.length).toBeGreaterThan(0);
    expect(home.profile.scripts).toContain(`/card.js ${tab.id} 0`);
  });

  test.each([
    ['are of no concern in a search', { place: 'search' }],
    ['are of no concern in a field that says it is one', { place: 'form', hint: 'text q Search' }],
    ['have been answered for this message', { rested: ['kindness'] }],
    ['are nobody’s who are not spoken to', { text: 'the film was [insult likely]' }],
  ] as const)('%s', async (_, more) => {
    model.judge = outspoken;
    expect(
      await kindAt(unknown, {
        text: 'you [insult clear]',
        ...more,
        ...('rested' in more && { rested: [...more.rested] }),
      } as Partial<Body<'typed.check'>>),
    ).toBeNull();
  });

  test('are not looked for where a guardian chose so, nor where help is sought', async () => {
    model.judge = outspoken;
    const without = aChild({ helps: { ...helps, kindness: false } });
    expect(await kindAt(unknown, { text: 'you [insult clear]' }, without)).toBeNull();
    expect(
      await kindAt('https://helpline.test/chat', { text: 'you [hate clear] 0300-1234567' }),
    ).toBeNull();
  });

  test('can not be judged without a model, and that is said', async () => {
    expect(await typedAt(unknown, { text: 'you' })).toMatchObject({
      card: null,
      isUnchecked: true,
    });
  });
});

test('who writes of hurting themself gets somebody to talk to, and no word about tone', async () => {
  model.judge = outspoken;
  const { card } = await typedAt(unknown, { text: 'i want to [self-harm likely] [insult clear]' });
  expect(card?.kind).toBe('search');
  expect(card?.actions.map(({ action }) => action)).toEqual(['understood']);
  expect(card?.helpLines.length).toBeGreaterThan(0);
});

describe('what is private', () => {
  test('is asked about before it is told how it is said', async () => {
    model.judge = outspoken;
    const { card } = await typedAt(unknown, { text: 'you [insult clear] call 0300-1234567' });
    expect(card).toMatchObject({ kind: 'privacy', signs: ['A phone number'] });
    expect(JSON.stringify(card)).not.toContain('1234567');
  });

  test.each([
    ['a chat on a known site', known, { place: 'chat' }, 'privacy'],
    ['a field that asks for it on a known site', known, { place: 'form', hint: 'tel phone' }, null],
    ['the same field on an unknown one', unknown, { place: 'form', hint: 'tel phone' }, 'privacy'],
    ['homework on a known site', known, { place: 'unknown' }, null],
    ['a search', unknown, { place: 'search' }, null],
  ] as const)('in %s', async (_, url, more, kind) => {
    model.judge = outspoken;
    expect(await kindAt(url, { text: 'my number is 0300-1234567', ...more })).toBe(kind);
  });

  test('is the family’s own word too, known by its hash alone', async () => {
    model.judge = outspoken;
    const sha256 = (bytes: Uint8Array) =>
      Promise.resolve(new Uint8Array(createHash('sha256').update(bytes).digest()));
    const { privateWords } = await makePrivateWords(['Gulberg Block C'], 'a'.repeat(22), sha256);
    const policy = aChild({ privateWords });
    const { card } = await typedAt(known, { text: 'we are in gulberg, block-c' }, policy);
    expect(card).toMatchObject({ kind: 'privacy', signs: ['Something your family keeps private'] });
    expect(await kindAt(known, { text: 'we are in gulberg', place: 'chat' }, policy)).toBeNull();
    expect(await kindAt(known, { text: 'gulberg block c', place: 'form' }, policy)).toBeNull();
  });

  test('is not looked for where a guardian chose so', async () => {
    model.judge = outspoken;
    const without = aChild({ helps: { ...helps, privacy: false } });
    expect(await kindAt(unknown, { text: '0300-1234567' }, without)).toBeNull();
    expect(await kindAt('https://robl0x.test/', { place: 'password' }, without)).toBeNull();
  });
});

describe('a password', () => {
  test('on a look-alike brings the card that leads away', async () => {
    const { card } = await typedAt('https://robl0x.test/login', { place: 'password' });
    expect(card?.kind).toBe('password');
    expect(card?.actions[0]?.action).toBe('leave');
    expect(card?.body).toContain('roblox.test');
  });

  test('where reading found a scam brings a card that names no other page', async () => {
    const { home, worker } = await aSetUpHome(aPolicy(anOpenChild('13-15')));
    const sender = from.page(home.shows('https://new.test/prize'));
    const body = { text: '', place: 'password', hint: '', rested: [] } as const;
    const asks = async (rested: 'password'[] = []) =>
      (await worker.gets('typed.check', { ...body, rested }, sender)).card;
    expect(await asks()).toBeNull();
    await worker.gets('page.read', aPrize, sender);
    const card = await asks();
    expect(card).toMatchObject({
      kind: 'password',
      signs: ['This page has the signs of a trick.'],
    });
    expect(`${card?.heading} ${card?.body}`).not.toMatch(/[{}]|undefined/);
    expect(card?.actions.map(({ action }) => action)).toEqual(['leave', 'send']);
    expect(await asks(['password'])).toBeNull();
  });

  test('at an address that is only a number says that the address is odd', async () => {
    const { card } = await typedAt('http://203.0.113.9/login', { place: 'password' });
    expect(card?.signs).toEqual(['Its address looks like those of pages that trick people.']);
    const without = aChild({ helps: { ...helps, privacy: false } });
    expect(await kindAt('http://203.0.113.9/login', { place: 'password' }, without)).toBeNull();
  });

  test('is nobody’s concern elsewhere, nor where the family let the site through', async () => {
    expect(await kindAt(known, { place: 'password' })).toBeNull();
    expect(await kindAt(unknown, { place: 'password' })).toBeNull();
    const allowed = aPolicy(aHousehold().withFilter({ allowlist: ['robl0x.test'] }).child);
    expect(await kindAt('https://robl0x.test/login', { place: 'password' }, allowed)).toBeNull();
  });
});

test('a frame is read where its page is, and a chat inside a page of help is not', async () => {
  model.judge = outspoken;
  const { home, worker } = await aSetUpHome(aPolicy(anOpenChild('9-12')));
  const kindIn = async (page: string): Promise<string | null> => {
    const sender = { ...from.page(home.shows(page), 3), url: 'https://widget.test/chat' };
    const body = { text: '0300-1234567', place: 'chat', hint: '', rested: [] } as const;
    const { card } = await worker.gets('typed.check', { ...body, rested: [] }, sender);
    return card?.kind ?? null;
  };
  expect(await kindIn('https://forum.test/')).toBe('privacy');
  expect(home.profile.scripts.some((put) => /^\/card\.js \d+ 3$/.test(put))).toBe(true);
  expect(await kindIn('https://helpline.test/')).toBeNull();
});

test('nothing of what was typed is stored', async () => {
  model.judge = outspoken;
  const { home } = await typedAt(unknown, { text: 'you [insult clear] 0300-1234567 secretword' });
  await home.settled();
  const kept = JSON.stringify([...home.profile.local.entries(), home.sent]);
  expect(kept).not.toMatch(/secretword|1234567|insult/);
});
