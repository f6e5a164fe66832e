import { expect, test } from 'vitest';

import { sha256Hex } from '@/entrypoints/background/reporting/seal.ts';
import { hashedForm } from '@/rules/reporting/report.ts';
import type { Letter } from '@/rules/reporting/schema.ts';

import { filedAt, reportOfPage, someDoor, someReport } from '../unit/reporting/builders.ts';
import { deliveryWorld, type DeliveryWorld, pass } from './support/delivery-world.ts';

const hour = 3_600_000;
const day = 24 * hour;
const report = someReport();
const { reportId } = report;

const letterIn = (world: DeliveryWorld, at: number): Letter =>
  JSON.parse(world.desk.received[at]?.content.split('\n').at(-1) ?? '') as Letter;

test('a report is durable when the page hears of it, waits ten seconds, and arrives', async () => {
  const world = await deliveryWorld();
  expect(await world.delivery().file(report)).toMatchObject({
    state: 'undoable',
    undoUntil: filedAt + 10_000,
    route: { kind: 'desk', name: 'National desk' },
  });
  await world.restart();
  await pass(world, 9999);
  expect(world.desk.received).toEqual([]);
  await pass(world, 1);
  expect(world.desk.received).toHaveLength(1);
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'delivered', receipt: '1' });
  expect(world.desk.received[0]?.content).toMatch(/SHA-256: [0-9a-f]{64}/);
});

test('BYP-228 nothing of a report can be read from the storage, and nothing stays once it arrived', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  const [row] = await world.raw().outbox.list();
  const text = new TextDecoder('latin1').decode(row?.sealed);
  expect(text).not.toMatch(/chat\.example|stranger9|Karachi/);
  await pass(world, 10_000);
  const state = await world.delivery().read(reportId);
  expect(JSON.stringify(state)).not.toContain('chat.example');
});

test('BYP-231 without the consent the browser asks for a report waits, is not tried, and goes once it is given', async () => {
  const world = await deliveryWorld();
  world.maySend = false;
  await world.delivery().file(report);
  await pass(world, hour);
  expect(world.desk.received).toEqual([]);
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'waiting' });
  world.maySend = true;
  await pass(world, hour);
  expect(world.desk.received).toHaveLength(1);
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'delivered' });
});

test('what is taken back within ten seconds never leaves', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  expect(await world.delivery().undo(reportId)).toMatchObject({
    state: 'undone',
    facts: [{ key: 'reportId', value: reportId }],
  });
  await pass(world, day);
  expect(world.desk.received).toEqual([]);
});

test('details added within the ten seconds go into the same ticket', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  const state = await world.delivery().add(reportId, { topic: 'grooming', words: 'He asked' });
  expect(state).toMatchObject({ state: 'undoable', topic: 'grooming', words: 'He asked' });
  await pass(world, 10_000);
  expect(world.desk.received).toMatchObject([{ reportId, category: 'grooming' }]);
  expect(world.desk.received[0]?.content).toContain('In their own words: He asked');
});

test('details added after it left follow it under the same report id', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  await pass(world, 10_000);
  const state = await world.delivery().add(reportId, { topic: 'csam', words: 'It was a child' });
  expect(state).toMatchObject({ state: 'delivered', topic: 'csam', words: 'It was a child' });
  await pass(world, 1);
  expect(world.desk.received.map((sent) => sent.reportId)).toEqual([reportId, reportId]);
  expect(world.desk.received[1]).toMatchObject({ category: 'csam' });
  expect(world.desk.received[1]?.content).toContain('In their own words: It was a child');
  expect(world.desk.received[1]?.content).not.toContain('https://chat.example');
  await pass(world, day);
  expect(world.desk.received).toHaveLength(2);
  expect(await world.delivery().list()).toMatchObject([{ reportId, state: 'delivered' }]);
});

test('two additions while the desk is silent become one', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  await pass(world, 10_000);
  const open = world.network;
  world.network = () => Promise.resolve({ kind: 'offline' });
  await world.delivery().add(reportId, { topic: 'hate' });
  await pass(world, 1);
  await world.delivery().add(reportId, { words: 'More' });
  world.network = open;
  await pass(world, hour);
  expect(world.desk.received).toHaveLength(2);
  expect(world.desk.received[1]).toMatchObject({ category: 'hate' });
  expect(world.desk.received[1]?.content).toContain('More');
});

test('BYP-220 a hundred clicks on one page are one report', async () => {
  const world = await deliveryWorld();
  const clicks = Array.from({ length: 100 }, (_, number) =>
    world.delivery().file({ ...report, reportId: `click-${number}` }),
  );
  const ids = new Set((await Promise.all(clicks)).map((state) => state.reportId));
  expect(ids.size).toBe(1);
  await pass(world, 10_000);
  expect(world.desk.received).toHaveLength(1);
});

test('BYP-220 the sixth page of a day opens the official form instead, and says why', async () => {
  const world = await deliveryWorld();
  for (let number = 0; number < 5; number += 1) await world.delivery().file(reportOfPage(number));
  expect(await world.delivery().file(reportOfPage(5))).toMatchObject({
    state: 'by-hand',
    route: someDoor.form,
    byHandWhy: 'many-today',
  });
  await pass(world, day);
  expect(world.desk.received).toHaveLength(5);
});

test('without a desk the form is offered, and the form follows the topic', async () => {
  const world = await deliveryWorld();
  world.deskNow = () => Promise.resolve(null);
  const filed = await world.delivery().file(report);
  expect(filed).toMatchObject({ state: 'by-hand', route: someDoor.form });
  expect(filed.mailto).toMatch(/^mailto:desk@police\.example/);
  expect(filed.facts[0]).toEqual({ key: 'address', value: report.where.url });
  const state = await world.delivery().add(reportId, { topic: 'csam' });
  expect(state).toMatchObject({ route: { operator: 'Hotline' }, topic: 'csam' });
  expect(state?.facts.map(({ key }) => key)).not.toContain('title');
  await pass(world, day);
  expect(world.desk.received).toEqual([]);
});

test('a policy that can not be read holds the report; one that names no desk any more opens the form', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  world.deskNow = () => Promise.reject(new Error('storage is busy'));
  await pass(world, 10_000);
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'waiting', attempts: 0 });
  world.deskNow = () => Promise.resolve(null);
  await pass(world, hour);
  expect(await world.delivery().read(reportId)).toMatchObject({ state: 'by-hand' });
});

test('what is forgotten is gone, also while it is being sent', async () => {
  const world = await deliveryWorld();
  const open = world.network;
  world.network = async (url, request) => {
    await world.delivery().forget(reportId);
    return open(url, request);
  };
  await world.delivery().file(report);
  await pass(world, 10_000);
  expect(await world.delivery().read(reportId)).toBeNull();
  expect(await world.raw().outbox.list()).toEqual([]);
});

test('the list shows the newest first, each report once', async () => {
  const world = await deliveryWorld();
  for (const number of [1, 2, 3]) {
    world.now += 1000;
    await world.delivery().file(reportOfPage(number));
  }
  const states = await world.delivery().list();
  expect(states.map((state) => state.reportId)).toEqual(['report-3', 'report-2', 'report-1']);
});

test('what the desk gets of a changed report is the last version, with its own hash and that of the one before', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  await world.delivery().add(reportId, { words: 'one' });
  world.now += 5000;
  await world.delivery().add(reportId, { words: 'two' });
  await pass(world, 5000);
  const sent = letterIn(world, 0);
  expect(sent).toMatchObject({
    version: 3,
    what: 'two',
    previous: { version: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    events: [
      { what: 'created' },
      { what: 'edited', at: '2026-11-20T18:05:00+05:00' },
      { what: 'edited', at: '2026-11-20T18:05:05+05:00' },
    ],
  });
  expect(sent.integrity.hash).toBe(await sha256Hex(hashedForm(sent)));
});
