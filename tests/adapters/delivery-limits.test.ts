import { expect, test } from 'vitest';

import type { Letter } from '@/rules/reporting/schema.ts';

import { reportOfPage, someReport } from '../unit/reporting/builders.ts';
import { deliveryWorld, type DeliveryWorld, loseAnswers, pass } from './support/delivery-world.ts';

const hour = 3_600_000;
const day = 24 * hour;
const report = someReport();
const { reportId } = report;

const letters = (world: DeliveryWorld): Letter[] =>
  world.desk.received.map(({ content }) => JSON.parse(content.split('\n').at(-1) ?? '') as Letter);

test('each letter points to the last one the desk got, over as many as may be added', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  await pass(world, 10_000);
  for (let number = 1; number <= 7; number += 1) {
    await world.delivery().add(reportId, { words: `more ${number}` });
    await pass(world, 1);
  }
  const sent = letters(world);
  expect(sent.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  for (const [at, { previous }] of sent.entries()) {
    const before = sent[at - 1];
    expect(previous).toEqual(
      before === undefined ? null : { version: before.version, hash: before.integrity.hash },
    );
  }
  expect(await world.delivery().read(reportId)).toMatchObject({ mayAdd: false });
});

test('in danger it is heard after all additions too, and says so', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  await pass(world, 10_000);
  for (let number = 1; number <= 5; number += 1) {
    await world.delivery().add(reportId, { words: `more ${number}` });
    await pass(world, 1);
  }
  await world.delivery().add(reportId, { danger: true });
  await pass(world, 1);
  expect(letters(world).at(-1)).toMatchObject({ version: 7, urgency: 'now' });
});

test('what the desk may have got does not change; what is added meanwhile follows it', async () => {
  const world = await deliveryWorld();
  const open = world.network;
  loseAnswers(world);
  await world.delivery().file(report);
  await pass(world, 10_000);
  world.network = open;
  const state = await world.delivery().add(reportId, { topic: 'grooming', words: 'He asked' });
  expect(state).toMatchObject({ topic: 'grooming', words: 'He asked' });
  expect(state?.facts.map(({ key }) => key)).toContain('address');
  await pass(world, hour);
  const [lost, again, added] = letters(world);
  expect(again).toEqual(lost);
  expect(added).toMatchObject({
    schema: 'child-report-addition/1',
    version: 2,
    what: 'He asked',
    previous: { version: 1, hash: lost?.integrity.hash },
  });
});

test('danger does not wait for the end of a pause', async () => {
  const world = await deliveryWorld();
  const open = world.network;
  world.network = () => Promise.resolve({ kind: 'offline' });
  await world.delivery().file(report);
  for (let tries = 0; tries < 6; tries += 1) await pass(world, hour);
  world.network = open;
  await pass(world, 1);
  expect(letters(world)).toEqual([]);
  await world.delivery().add(reportId, { danger: true });
  await pass(world, 1);
  expect(letters(world)).toMatchObject([{ reportId, urgency: 'now', version: 2 }]);
});

test('the sixth report of a day goes to the desk after all when somebody is in danger', async () => {
  const world = await deliveryWorld();
  for (let number = 0; number < 5; number += 1) await world.delivery().file(reportOfPage(number));
  await world.delivery().file(reportOfPage(5));
  const state = await world.delivery().add('report-5', { danger: true });
  expect(state).toMatchObject({ state: 'undoable', byHandWhy: null });
  await pass(world, 10_000);
  expect(letters(world)[0]).toMatchObject({ reportId: 'report-5', urgency: 'now' });
});

test('danger where there is no desk leaves the doors as they are', async () => {
  const world = await deliveryWorld();
  world.deskNow = () => Promise.resolve(null);
  await world.delivery().file(report);
  expect(await world.delivery().add(reportId, { danger: true })).toMatchObject({
    state: 'by-hand',
    byHandWhy: 'no-desk',
  });
});

test('BYP-229 a child that reports every page without a desk fills no store: the newest fifty drafts stay', async () => {
  const world = await deliveryWorld();
  world.deskNow = () => Promise.resolve(null);
  for (let number = 0; number < 60; number += 1) {
    world.now += 1000;
    await world.delivery().file(reportOfPage(number));
  }
  const listed = await world.delivery().list();
  expect(listed).toHaveLength(50);
  expect(listed[0]?.reportId).toBe('report-59');
});

test('BYP-220 filing and taking back without end leaves a handful of rows', async () => {
  const world = await deliveryWorld();
  for (let number = 0; number < 40; number += 1) {
    world.now += 1000;
    await world.delivery().file(reportOfPage(number));
    await world.delivery().undo(`report-${number}`);
  }
  expect((await world.raw().outbox.list()).length).toBeLessThanOrEqual(21);
});

test('a clock that goes back a year neither drops the newest draft nor locks a report away', async () => {
  const world = await deliveryWorld();
  world.deskNow = () => Promise.resolve(null);
  for (let number = 0; number < 55; number += 1) {
    world.now += 1000;
    await world.delivery().file(reportOfPage(number));
  }
  world.now -= 365 * day;
  const filed = await world.delivery().file(reportOfPage(99));
  expect(await world.delivery().read(filed.reportId)).toMatchObject({ state: 'by-hand' });
});
