import { describe, expect, test } from 'vitest';

import type { Body } from '@/rules/messages/contract.ts';

import { aPolicy, anOpenChild } from '../support/builders.ts';
import { message } from '../support/chats.ts';
import { from } from '../support/fake-senders.ts';
import type { Home, Worker } from '../support/fake-world.ts';
import { aSetUpHome } from './support/family.ts';

const pressing = ['>hi', "<don't tell your mum", '<are you home alone?', '<send me a pic'];
const threat = ['>hi', "<pay 100 dollars or i'll send your pics to everyone"];
const trick = [
  '>hi',
  '<i sent a 6 digit code to your phone by mistake',
  '<please send me the code',
];
const friendly = ['<can you send a pic of the homework', '>sure', '<thanks'];

const check = (home: Home, worker: Worker, lines: readonly string[], url = 'https://chat.test/') =>
  worker.gets(
    'received.check',
    { messages: lines.map(message) satisfies Body<'received.check'>['messages'] },
    from.page(home.shows(url)),
  );

describe('messages received in a chat', () => {
  test('that press a child bring a card for the child, in words of its band', async () => {
    const { home, worker } = await aSetUpHome(aPolicy(anOpenChild('5-8')));
    const { card, level } = await check(home, worker, pressing);
    expect(card).toMatchObject({ kind: 'pressure', band: '5-8', heading: 'You can stop now.' });
    expect(card?.signs).toContain('Someone asks you to keep a secret');
    expect(card?.actions[0]?.action).toBe('leave');
    expect(card?.helpLines.length).toBeGreaterThan(0);
    expect(JSON.stringify(card)).not.toMatch(/received[A-Z]/);
    expect(level).toBe(1);
    expect(home.profile.scripts.some((put) => put.startsWith('/card.js'))).toBe(true);
  });

  test('are told the youngest in two signs and one thing to do, and older ones in three and three', async () => {
    for (const [band, signs, steps] of [
      ['5-8', 2, 1],
      ['9-12', 3, 3],
    ] as const) {
      const { home, worker } = await aSetUpHome(aPolicy(anOpenChild(band)));
      const { card } = await check(home, worker, pressing);
      expect(card?.signs).toHaveLength(signs);
      expect(card?.steps).toHaveLength(steps);
    }
  });

  test('on a page of help are heard by nobody', async () => {
    const { home, worker } = await aSetUpHome();
    const reply = await check(home, worker, threat, 'https://www.iwf.org.uk/chat');
    expect(reply).toMatchObject({ card: null, level: 0, plan: null });
  });

  test('that threaten are grave, and tricks are called tricks', async () => {
    const { home, worker } = await aSetUpHome();
    expect(await check(home, worker, threat)).toMatchObject({
      level: 2,
      card: { kind: 'pressure' },
    });
    expect(await check(home, worker, trick)).toMatchObject({ level: 1, card: { kind: 'scam' } });
  });

  test('speak Urdu where the family does', async () => {
    const { home, worker } = await aSetUpHome({ ...aPolicy(anOpenChild('13-15')), language: 'ur' });
    const { card } = await check(home, worker, pressing);
    expect(card).toMatchObject({ language: 'ur', dir: 'rtl' });
    expect(card?.heading).toMatch(/[\u0600-\u06ff]/);
  });

  test('count half in an unknown chat that puts everybody on one side', async () => {
    const { home, worker } = await aSetUpHome();
    const oneSided = pressing.slice(1);
    expect((await check(home, worker, oneSided)).card).toBeNull();
    const known = await check(home, worker, oneSided, 'https://web.telegram.org/k/');
    expect(known.card?.kind).toBe('pressure');
  });

  test('of a friend bring nothing', async () => {
    const { home, worker } = await aSetUpHome();
    expect((await check(home, worker, friendly)).card).toBeNull();
    expect(home.profile.scripts).toEqual([]);
  });

  test('bring nothing where the family has turned the help off', async () => {
    const policy = aPolicy(anOpenChild('9-12'));
    const [child] = policy.children;
    if (child === undefined) throw new Error('there is a child');
    const off = { ...anOffHelps };
    const { home, worker } = await aSetUpHome({
      ...policy,
      children: [{ ...child, helps: off }],
    });
    expect((await check(home, worker, pressing)).card).toBeNull();
  });

  test('leave nothing behind: no word of them is stored anywhere', async () => {
    const { home, worker } = await aSetUpHome();
    const stored = () => JSON.stringify([...home.profile.local]);
    const before = stored();
    await check(home, worker, pressing);
    expect(stored()).toBe(before);
    expect(home.sent).toEqual([]);
  });
});

test('a question without messages is answered with where this chat keeps them', async () => {
  const { home, worker } = await aSetUpHome();
  const known = await check(home, worker, [], 'https://web.telegram.org/k/');
  expect(known.plan?.row).toContain('data-mid');
  expect((await check(home, worker, [], 'https://chat.test/')).plan?.list).toBe('');
});

const anOffHelps = {
  kindness: true,
  privacy: true,
  pressure: false,
  search: true,
  pages: true,
  pictures: 'off',
  reveal: 'tap',
} as const;
