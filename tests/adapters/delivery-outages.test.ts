import { expect, test } from 'vitest';

import { filedAt, reportOfPage, someDoor, someReport } from '../unit/reporting/builders.ts';
import {
  answered,
  deliveryWorld,
  loseAnswers,
  pass,
  WorkerKilled,
} from './support/delivery-world.ts';

const hour = 3_600_000;
const day = 24 * hour;
const report = someReport();
const { reportId } = report;

test('BYP-222 a week without network and a closed browser: it arrives once', async () => {
  const world = await deliveryWorld();
  const open = world.network;
  world.network = () => Promise.resolve({ kind: 'offline' });
  await world.delivery().file(report);
  for (let passed = 0; passed < 7 * day; passed += hour) await pass(world, hour);
  await world.restart();
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'waiting' });
  world.network = open;
  await pass(world, hour);
  await pass(world, day);
  expect(world.desk.received).toHaveLength(1);
});

test('BYP-222 a desk that names a time to come back is not asked before it', async () => {
  const world = await deliveryWorld();
  const open = world.network;
  let asked = 0;
  world.network = () => {
    asked += 1;
    return Promise.resolve(answered(503, {}, '7200'));
  };
  await world.delivery().file(report);
  await pass(world, 10_000);
  await pass(world, hour);
  expect(asked).toBe(1);
  expect(world.wakes.at(-1)).toBe(filedAt + 10_000 + 2 * hour);
  world.network = open;
  await pass(world, hour);
  expect(world.desk.received).toHaveLength(1);
});

test('BYP-222 after fourteen silent days the person is told of the other doors', async () => {
  const world = await deliveryWorld();
  world.network = () => Promise.resolve({ kind: 'timed-out' });
  await world.delivery().file(report);
  for (let passed = 0; passed < 15 * day; passed += 6 * hour) await pass(world, 6 * hour);
  expect(await world.delivery().read(reportId)).toMatchObject({
    state: 'refused',
    route: someDoor.form,
  });
});

test('BYP-223 an answer lost on its way is asked for again with the same report id', async () => {
  const world = await deliveryWorld();
  const open = world.network;
  loseAnswers(world);
  await world.delivery().file(report);
  await pass(world, 10_000);
  world.network = open;
  await pass(world, hour);
  expect(world.desk.received.map((sent) => sent.reportId)).toEqual([reportId, reportId]);
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'delivered' });
});

test.each([0, 1, 2, 3, 4, 5])(
  'BYP-223 a worker killed after %i writes loses nothing that the page was told of',
  async (writes) => {
    const world = await deliveryWorld();
    world.writesLeft = writes;
    const told: string[] = [];
    try {
      for (const number of [1, 2]) {
        const filed = await world.delivery().file(reportOfPage(number));
        told.push(filed.reportId);
      }
      await pass(world, 10_000);
    } catch (problem) {
      expect(problem).toBeInstanceOf(WorkerKilled);
    }
    await world.restart();
    await pass(world, hour);
    await pass(world, hour);
    const states = await world.delivery().list();
    const arrived = new Set(world.desk.received.map((sent) => sent.reportId));
    for (const id of told) expect(arrived).toContain(id);
    for (const { state } of states) expect(state).toBe('delivered');
  },
);

test('BYP-223 a worker killed before the request leaves no ticket twice', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  world.now += 10_000;
  // "sending" is saved, then it dies: nothing was sent.
  world.network = () => Promise.reject(new WorkerKilled());
  await expect(world.delivery().deliverDue()).rejects.toThrow(WorkerKilled);
  const desk = world.desk;
  world.network = (_, { body }) => Promise.resolve(desk.take(body));
  await world.restart();
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'sending' });
  await pass(world, 1);
  expect(desk.received).toHaveLength(1);
});

test('an alarm is set before a report is saved, so that a killed worker forgets none', async () => {
  const world = await deliveryWorld();
  world.writesLeft = 0;
  await expect(world.delivery().file(report)).rejects.toThrow(WorkerKilled);
  expect(world.wakes).toEqual([filedAt + 10_000]);
});

test('BYP-229 two hundred reports and one of danger wait through an outage and arrive once each', async () => {
  const world = await deliveryWorld();
  const open = world.network;
  let asked = 0;
  world.network = () => {
    asked += 1;
    return Promise.resolve({ kind: 'offline' });
  };
  for (let number = 0; number < 200; number += 1) {
    world.now += 1;
    await world.delivery().file({ ...reportOfPage(number), urgency: 'now' });
  }
  expect(await world.delivery().file(reportOfPage(200))).toMatchObject({ state: 'by-hand' });
  expect(await world.delivery().file({ ...reportOfPage(201), urgency: 'now' })).toMatchObject({
    state: 'undoable',
  });
  await pass(world, 20_000);
  // The first one found the desk silent; the others were spared.
  expect(asked).toBe(1);
  world.network = open;
  await pass(world, hour);
  expect(world.desk.received.map((sent) => sent.reportId)).toEqual([
    ...Array.from({ length: 200 }, (_, number) => `report-${number}`),
    'report-201',
  ]);
});

test('a clock that jumps back or far ahead delivers once and gives nothing up', async () => {
  const world = await deliveryWorld();
  const open = world.network;
  world.network = () => Promise.resolve({ kind: 'broken' });
  await world.delivery().file(report);
  await pass(world, 365 * day);
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'waiting' });
  world.network = open;
  await pass(world, -3 * 365 * day);
  expect(world.desk.received).toHaveLength(1);
});

test('danger is tried before the reports that wait: a desk that stays silent to them holds it back from nothing', async () => {
  const world = await deliveryWorld();
  const open = world.network;
  await world.delivery().file(reportOfPage(0));
  await world.delivery().file(reportOfPage(1));
  await world.delivery().file({ ...reportOfPage(2), urgency: 'now' });
  let asked = 0;
  world.network = (url, request) => {
    asked += 1;
    return asked === 1 ? open(url, request) : Promise.resolve({ kind: 'timed-out' });
  };
  await pass(world, 10_000);
  expect(await world.delivery().read('report-2')).toMatchObject({ state: 'delivered' });
  expect(await world.delivery().read('report-1')).toMatchObject({ state: 'waiting', attempts: 0 });
});
