// The delivery to a desk that answers, over real connections to the embedded one.
import { expect, test } from 'vitest';

import { post } from '@/entrypoints/background/network.ts';
import { verifiedReceipt } from '@/entrypoints/background/reporting/seal-to-desk.ts';

import { aDesk, aProfile, arrived, hour, minute, newReport } from './support/intake-world.ts';

test('a report arrives sealed, once, and its receipt is the desk’s own', async () => {
  const { desk, profile, reportId, receipt } = await arrived();
  expect(receipt).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  expect(await profile.delivery().read(reportId)).toMatchObject({
    state: 'delivered',
    progress: 'received',
    mayWithdraw: true,
    messages: [],
  });
  const [ticket, ...more] = await desk.tickets(reportId);
  expect(more).toEqual([]);
  expect(ticket?.contents[0]).toContain('https://chat.example/u/one');
});

test('nothing of a report can be read on its way to a desk with a key', async () => {
  const desk = await aDesk();
  const profile = await aProfile(desk.asDesk);
  const bodies: string[] = [];
  profile.world.network = (url, request) => {
    bodies.push(`${url} ${JSON.stringify(request.headers)} ${request.body}`);
    return post(url, request);
  };
  await profile.delivery().file(newReport());
  await profile.pass(10_000);
  expect(bodies).toHaveLength(1);
  expect(bodies.join()).not.toMatch(/chat\.example|stranger|Karachi|token|Chromium/);
});

test('a desk without keys takes the same report as it is', async () => {
  const { desk, profile, reportId } = await arrived({ keyless: true });
  expect(await profile.delivery().read(reportId)).toMatchObject({ state: 'delivered' });
  expect(await desk.tickets(reportId)).toHaveLength(1);
});

test('what becomes of it is shown: read, done, and what the desk says', async () => {
  const { desk, profile, reportId, receipt } = await arrived();
  await desk.officer.read(receipt);
  await desk.officer.say(receipt, 'Thank you. Did it happen at school?');
  profile.world.now += minute;
  const read = await profile.delivery().refresh(reportId);
  expect(read).toMatchObject({ progress: 'read', mayWithdraw: false });
  expect(read?.messages).toMatchObject([
    { from: 'desk', text: 'Thank you. Did it happen at school?' },
  ]);
  await desk.officer.finish(receipt);
  profile.world.now += minute;
  expect(await profile.delivery().refresh(reportId)).toMatchObject({ progress: 'done' });
});

test('somebody who looks again and again asks the desk every ten seconds at most', async () => {
  const { profile, reportId } = await arrived();
  const before = profile.world.asked.length;
  for (let look = 0; look < 20; look += 1) await profile.delivery().refresh(reportId);
  expect(profile.world.asked.length - before).toBe(1);
});

test('without anybody looking the desk is asked twice a day at most, and not after a month', async () => {
  const { profile } = await arrived();
  const before = profile.world.asked.length;
  for (let passed = 0; passed < 24; passed += 1) await profile.pass(hour);
  expect(profile.world.asked.length - before).toBeLessThanOrEqual(2);
  expect(profile.world.asked.length).toBeGreaterThan(before);
  for (let day = 0; day < 60; day += 1) await profile.pass(24 * hour);
  expect(profile.world.asked.length - before).toBeLessThanOrEqual(2 + 30 * 2);
  const month = profile.world.asked.length;
  await profile.pass(24 * hour);
  expect(profile.world.asked).toHaveLength(month);
});

test('words to the desk wait through an outage, a dead worker and a lost answer, and arrive once', async () => {
  const { desk, profile, reportId, receipt } = await arrived();
  profile.world.network = () => Promise.resolve({ kind: 'offline' });
  const state = await profile.delivery().reply(reportId, '  At school, every day 😟 ');
  expect(state?.messages).toMatchObject([
    { from: 'you', text: 'At school, every day 😟', state: 'waiting' },
  ]);
  expect(profile.world.wakes.at(-1)).toBe(profile.world.now);
  await profile.pass(minute);
  await profile.restart();
  profile.world.network = async (url, request) => {
    await post(url, request);
    return { kind: 'broken' };
  };
  await profile.pass(hour);
  profile.world.network = post;
  await profile.pass(hour);
  expect(await desk.officer.heard(receipt)).toEqual(['At school, every day 😟']);
  const messages = (await profile.delivery().read(reportId))?.messages ?? [];
  expect(messages.map((message) => message.state)).toEqual([undefined]);
});

test('what nobody would read is not taken: no words, too many, or a desk that does not answer', async () => {
  const { desk, profile, reportId } = await arrived();
  expect(await profile.delivery().reply(reportId, ' \u0000 ')).toBeNull();
  for (let number = 1; number <= 50; number += 1) {
    expect(await profile.delivery().reply(reportId, `Message ${number}`)).not.toBeNull();
  }
  expect(await profile.delivery().reply(reportId, 'One more')).toBeNull();
  await profile.pass(minute);
  expect(
    await desk.officer.heard((await profile.delivery().read(reportId))?.receipt ?? ''),
  ).toHaveLength(50);
  expect(await profile.delivery().reply('another-report', 'Hello')).toBeNull();
});

test('the desk’s signed word stays with the receipt, for whoever keeps a copy', async () => {
  const { desk, profile, reportId, receipt } = await arrived();
  const copy = await profile.delivery().copy(reportId);
  const kept = JSON.parse(copy?.file ?? '{}') as { signed: string };
  const payload = await verifiedReceipt(desk.asDesk.receiptKey ?? '', kept.signed);
  expect(JSON.parse(payload ?? '{}')).toMatchObject({ reportId, receipt, version: 1 });
});

test('what a child adds goes behind the report under the same receipt, pointing to what was there', async () => {
  const { desk, profile, reportId, receipt } = await arrived();
  await profile.delivery().add(reportId, { topic: 'grooming', words: 'He asked again' });
  await profile.pass(1);
  await profile.delivery().add(reportId, { words: 'And again' });
  await profile.pass(1);
  const [ticket, ...more] = await desk.tickets(reportId);
  expect(more).toEqual([]);
  const letters = (ticket?.contents ?? []).map(
    (content) => JSON.parse(content) as { version: number; integrity: { hash: string } },
  );
  expect(letters.map(({ version }) => version)).toEqual([1, 2, 3]);
  expect(letters[1]).toMatchObject({
    previous: { version: 1, hash: letters[0]?.integrity.hash },
    what: 'He asked again',
  });
  expect(letters[2]).toMatchObject({ previous: { version: 2, hash: letters[1]?.integrity.hash } });
  expect(await profile.delivery().read(reportId)).toMatchObject({ state: 'delivered', receipt });
  expect(await profile.rows()).toHaveLength(1);
});

test('what is added while the report itself still waits goes after it', async () => {
  const desk = await aDesk();
  const profile = await aProfile(desk.asDesk);
  const report = newReport();
  profile.world.network = (url, request) => {
    // Added while the report is on its way, and the answer is lost.
    profile.world.network = () => Promise.resolve({ kind: 'broken' });
    return profile
      .delivery()
      .add(report.reportId, { words: 'Quick, one more' })
      .then(() => post(url, request))
      .then(() => ({ kind: 'broken' }));
  };
  await profile.delivery().file(report);
  await profile.pass(10_000);
  profile.world.network = post;
  await profile.pass(1);
  expect(await desk.tickets(report.reportId)).toHaveLength(1);
  await profile.pass(hour);
  const [ticket] = await desk.tickets(report.reportId);
  expect(ticket?.contents).toHaveLength(2);
  expect(await profile.rows()).toHaveLength(1);
});

test('another desk in force is not told the secret of the one that has the report', async () => {
  const { profile, reportId } = await arrived();
  const other = await aDesk();
  profile.world.desk = other.asDesk;
  const before = profile.world.asked.length;
  await profile.delivery().refresh(reportId);
  await profile.delivery().withdraw(reportId);
  await profile.delivery().reply(reportId, 'Hello');
  await profile.delivery().add(reportId, { words: 'More' });
  for (let passed = 0; passed < 4; passed += 1) await profile.pass(24 * hour);
  expect(profile.world.asked).toHaveLength(before);
  // The words did not arrive, and the child hears of it.
  expect(await profile.delivery().read(reportId)).toMatchObject({ state: 'refused' });
});

test('without the consent the browser asks for nothing is asked either', async () => {
  const { profile, reportId } = await arrived();
  profile.world.maySend = false;
  const before = profile.world.asked.length;
  await profile.delivery().refresh(reportId);
  await profile.delivery().withdraw(reportId);
  await profile.delivery().reply(reportId, 'Hello');
  await profile.pass(24 * hour);
  expect(profile.world.asked).toHaveLength(before);
  // Nor does the alarm ring on and on.
  expect(profile.world.wakes.at(-1)).toBeGreaterThan(profile.world.now);
});

test('BYP-228 the secret can not be read from the storage, and is gone with what is forgotten', async () => {
  const tokens: string[] = [];
  const desk = await aDesk();
  const profile = await aProfile(desk.asDesk);
  profile.world.network = (url, request) => {
    const token = /^Bearer (.+)$/.exec(request.headers['Authorization'] ?? '')?.[1];
    if (token !== undefined) tokens.push(token);
    return post(url, request);
  };
  const { reportId, ...rest } = newReport();
  await profile.delivery().file({ reportId, ...rest });
  await profile.pass(10_000);
  const state = await profile.delivery().refresh(reportId);
  expect(tokens).toHaveLength(1);
  const [token = ''] = tokens;
  expect(token).toHaveLength(43);
  expect(JSON.stringify(state)).not.toContain(token);
  expect(JSON.stringify(await profile.delivery().copy(reportId))).not.toContain(token);
  const [row] = await profile.rows();
  expect(new TextDecoder('latin1').decode(row?.sealed)).not.toContain(token);
  await profile.delivery().forget(reportId);
  expect(await profile.rows()).toEqual([]);
});

test('a desk that asks for work gets it', async () => {
  const { desk, profile, reportId } = await arrived({ flood: { bits: 8 } });
  expect(profile.world.asked).toEqual([
    'POST /v1/reports',
    'GET /v1/challenge',
    'POST /v1/reports',
  ]);
  expect(await desk.tickets(reportId)).toHaveLength(1);
});
