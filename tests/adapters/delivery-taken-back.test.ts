import { setTimeout as pause } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { filedAt, reportOfPage, someDesk, someReport } from '../unit/reporting/builders.ts';
import {
  answered,
  deliveryWorld,
  type DeliveryWorld,
  loseAnswers,
  pass,
} from './support/delivery-world.ts';

const hour = 3_600_000;
const day = 24 * hour;
const report = someReport();
const { reportId } = report;

/** The desk has it, and its answer was lost. */
async function withLostAnswer(): Promise<DeliveryWorld> {
  const world = await deliveryWorld();
  const open = world.network;
  loseAnswers(world);
  await world.delivery().file(report);
  await pass(world, 10_000);
  world.network = open;
  return world;
}

test('of what the desk may have nobody is told that it was taken back', async () => {
  const world = await withLostAnswer();
  expect(world.desk.received).toHaveLength(1);
  expect(await world.delivery().undo(reportId)).toMatchObject({
    state: 'waiting',
    mayHaveArrived: true,
  });
  await pass(world, hour);
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'delivered' });
});

test('what only had no network can be taken back as long as it waits', async () => {
  const world = await deliveryWorld();
  world.network = () => Promise.resolve({ kind: 'offline' });
  await world.delivery().file(report);
  await pass(world, 10_000);
  const waiting = await world.delivery().read(reportId);
  expect(waiting?.state).toBe('waiting');
  expect(waiting).not.toHaveProperty('mayHaveArrived');
  expect(await world.delivery().undo(reportId)).toMatchObject({ state: 'undone' });
});

test('what was added goes with a report that is taken back', async () => {
  const world = await withLostAnswer();
  await world.delivery().add(reportId, { words: 'He asked' });
  world.deskNow = () => Promise.resolve(null);
  await pass(world, hour);
  const state = await world.delivery().undo(reportId);
  expect(state).toMatchObject({ state: 'undone', words: '' });
  expect(await world.raw().outbox.list()).toHaveLength(1);
  expect(world.desk.received).toHaveLength(1);
});

test('a report that waited for long is kept for a week once a person has to send it', async () => {
  const world = await deliveryWorld();
  world.network = () => Promise.resolve(answered(503, {}));
  await world.delivery().file(report);
  for (let days = 0; days < 9; days += 1) await pass(world, day);
  world.deskNow = () => Promise.resolve(null);
  await pass(world, day);
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'by-hand' });
  await pass(world, 6 * day);
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'by-hand' });
  await pass(world, 2 * day);
  // A clock may be wrong: a day of looks has to agree.
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'by-hand' });
  expect(world.wakes.at(-1)).toBe(world.now + 6 * hour);
  for (let looks = 0; looks < 4; looks += 1) await pass(world, 6 * hour);
  expect(await world.delivery().read(reportId)).toBeNull();
  expect(world.wakes.at(-1)).toBeNull();
});

test('a clock that stands far ahead for a while takes neither drafts nor receipts', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  await pass(world, 10_000);
  world.deskNow = () => Promise.resolve(null);
  await world.delivery().file(reportOfPage(2));
  const before = await world.delivery().list();
  await pass(world, 365 * day);
  await world.restart();
  await pass(world, hour);
  await pass(world, -365 * day - hour);
  expect(await world.delivery().list()).toEqual(before);
});

test('who gets a report is who the child is told of, also if the family’s desk changed meanwhile', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  world.deskNow = () => Promise.resolve({ ...someDesk, name: 'Another desk' });
  await pass(world, 10_000);
  expect(await world.delivery().read(reportId)).toMatchObject({
    state: 'delivered',
    route: { kind: 'desk', name: 'Another desk' },
  });
});

test('a report filed while the alarm is being set keeps its alarm', async () => {
  const world = await deliveryWorld();
  const { outbox } = world.raw();
  const { save } = outbox;
  const passing: Promise<void>[] = [];
  Object.assign(outbox, {
    save: async (row: Parameters<typeof save>[0]) => {
      passing.push(world.delivery().deliverDue());
      await Promise.race([...passing, pause(100)]);
      await save(row);
    },
  });
  await world.delivery().file(report);
  await Promise.all(passing);
  expect(world.wakes.at(-1)).toBe(filedAt + 10_000);
});
