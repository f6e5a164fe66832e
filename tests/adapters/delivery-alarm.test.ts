// An alarm rings once. Whenever a worker may die, another one must stand.
import { expect, test, vi } from 'vitest';

import { filedAt, reportOfPage } from '../unit/reporting/builders.ts';
import { answered, deliveryWorld, type DeliveryWorld } from './support/delivery-world.ts';

const undo = 10_000;
const safety = 60_000;

/** The alarm that would wake the next worker if this one died now: the last one set, unless it has rung. */
const alarmOf = (world: DeliveryWorld) => world.wakes.at(-1) ?? null;

/** Two reports; the first is at a desk that is slow to answer. */
async function whileSending() {
  const world = await deliveryWorld();
  const open = world.network;
  await world.delivery().file(reportOfPage(1));
  world.now += 5000;
  await world.delivery().file(reportOfPage(2));
  let answer = (): void => undefined;
  let requests = 0;
  const hasAsked = (times: number) => vi.waitFor(() => expect(requests).toBe(times));
  world.network = () =>
    new Promise((resolve) => {
      requests += 1;
      answer = () => resolve(answered(201, { type: 'ticket', id: '1' }));
    });
  world.now = filedAt + undo;
  const sending = world.delivery().deliverDue();
  await hasAsked(1);
  return { world, open, sending, hasAsked, answer: () => answer() };
}

test('BYP-223 a report filed while another is on its way leaves an alarm for both', async () => {
  const { world, sending, answer } = await whileSending();
  await world.delivery().file(reportOfPage(3));
  expect(alarmOf(world)).toBe(filedAt + undo + 5000);
  answer();
  await sending;
});

test('BYP-223 the second alarm rings while the first request is on its way, and the worker dies', async () => {
  const { world, open, sending } = await whileSending();
  world.now = filedAt + undo + 5000;
  const waiting = world.delivery().deliverDue();
  // The one that rang is spent. The next stands already.
  await vi.waitFor(() => expect(alarmOf(world)).toBe(world.now + safety));
  void Promise.allSettled([sending, waiting]);
  world.network = open;
  await world.restart();
  world.now = alarmOf(world) ?? 0;
  await world.delivery().deliverDue();
  expect((await world.delivery().list()).map(({ state }) => state)).toEqual([
    'delivered',
    'delivered',
  ]);
});

test('BYP-223 whoever is done does not take the alarm of the one who sends now', async () => {
  const { world, sending, hasAsked, answer } = await whileSending();
  world.now = filedAt + undo + 5000;
  const waiting = world.delivery().deliverDue();
  answer();
  await sending;
  await hasAsked(2);
  expect(await world.delivery().read('report-2')).toMatchObject({ state: 'sending' });
  expect(alarmOf(world)).toBe(world.now + safety);
  answer();
  await waiting;
  expect(alarmOf(world)).toBeNull();
});
