// Taking back what a desk has, and a desk that has it no more without being asked.
import { expect, test } from 'vitest';

import { post } from '@/entrypoints/background/network.ts';
import { protocol } from '@/rules/reporting/intake/protocol.ts';

import { arrived, hour, minute, newReport } from './support/intake-world.ts';

test('a report nobody has read is taken back, and nothing of it is left on either side', async () => {
  const { desk, profile, reportId, receipt } = await arrived();
  await profile.delivery().add(reportId, { words: 'One more thing' });
  expect(await profile.delivery().withdraw(reportId)).toMatchObject({
    state: 'withdrawn',
    receipt: null,
    words: '',
  });
  expect(await desk.tickets(reportId)).toEqual([]);
  expect(await desk.officer.read(receipt)).toBeNull();
  expect(await profile.rows()).toHaveLength(1);
  await profile.pass(hour);
  expect(await desk.tickets(reportId)).toEqual([]);
  // Taken back is not reported: the same page can be reported again.
  expect(await profile.delivery().file(newReport())).toMatchObject({ state: 'undoable' });
});

test('a report that was read meanwhile stays, and the child hears why', async () => {
  const { desk, profile, reportId, receipt } = await arrived();
  await desk.officer.read(receipt);
  expect(await profile.delivery().withdraw(reportId)).toMatchObject({
    state: 'delivered',
    progress: 'read',
    mayWithdraw: false,
  });
  expect(await desk.tickets(reportId)).toHaveLength(1);
});

test('a yes to taking back that is lost on its way is heard at the next look', async () => {
  const { desk, profile, reportId } = await arrived();
  profile.world.network = async (url, request) => {
    await post(url, request);
    return { kind: 'timed-out' };
  };
  expect(await profile.delivery().withdraw(reportId)).toMatchObject({ state: 'delivered' });
  profile.world.network = post;
  profile.world.now += minute;
  expect(await profile.delivery().refresh(reportId)).toMatchObject({ state: 'withdrawn' });
  expect(await desk.tickets(reportId)).toEqual([]);
});

/** A desk that says of everything that it was taken back. */
const saysGone = (endpoint: string) => (url: string) =>
  Promise.resolve({
    kind: 'answered',
    status: 410,
    url: new URL(url, endpoint).href,
    contentType: 'application/json',
    retryAfter: null,
    body: JSON.stringify({ protocol, error: 'withdrawn' }),
  } as const);

test('what nobody took back is not wiped because a desk says so: not at a look, an addition or words', async () => {
  const { desk, profile, reportId, receipt } = await arrived();
  profile.world.network = saysGone(desk.asDesk.endpoint);
  await profile.delivery().add(reportId, { words: 'One more thing' });
  await profile.delivery().reply(reportId, 'At school');
  await profile.delivery().refresh(reportId);
  for (let days = 0; days < 8; days += 1) await profile.pass(24 * hour);
  expect(await profile.delivery().read(reportId)).toMatchObject({
    receipt,
    deskHasNone: true,
    words: 'One more thing',
    messages: [{ text: 'At school', state: 'failed' }],
  });
  const copy = await profile.delivery().copy(reportId);
  expect(JSON.parse(copy?.file ?? '{}')).toMatchObject({ receipt, signed: expect.any(String) });
  // The same page can be reported again.
  expect(await profile.delivery().file(newReport())).toMatchObject({ state: 'undoable' });
});

test('that it is to be taken back is durable before the desk is asked', async () => {
  const { desk, profile, reportId } = await arrived();
  profile.world.stepsLeft = 0;
  await expect(profile.delivery().withdraw(reportId)).rejects.toThrow();
  await profile.restart();
  expect(await desk.tickets(reportId)).toHaveLength(1);
  expect(profile.world.asked).not.toContainEqual(expect.stringMatching(/^DELETE/));
  // The desk has heard it, and the worker dies before its answer.
  profile.world.stepsLeft = 2;
  await expect(profile.delivery().withdraw(reportId)).rejects.toThrow();
  await profile.restart();
  profile.world.now += minute;
  expect(await profile.delivery().refresh(reportId)).toMatchObject({ state: 'withdrawn' });
});
