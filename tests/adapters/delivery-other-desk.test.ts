// The family's desk is another one by the time something would leave: who was named when it was reported is who may have it.
import { describe, expect, test } from 'vitest';

import { createOutbox } from '@/entrypoints/background/reporting/outbox.ts';
import type { RtDesk } from '@/rules/policy/desk-schema.ts';
import { type OutboxEntry, reduceEntry } from '@/rules/reporting/outbox-state.ts';

import {
  queued,
  reportOfPage,
  someDesk,
  someDoor,
  someReport,
} from '../unit/reporting/builders.ts';
import {
  answered,
  deliveryWorld,
  type DeliveryWorld,
  loseAnswers,
  pass,
} from './support/delivery-world.ts';

const hour = 3_600_000;
const report = someReport();
const { reportId } = report;
const another = { ...someDesk, name: 'Another desk', endpoint: 'https://another.example' };

/** A row as an earlier version wrote it. */
const keep = (world: DeliveryWorld, entry: OutboxEntry): Promise<void> =>
  createOutbox(
    () => Promise.resolve(world.raw()),
    (_, task) => task(),
  ).save(entry);

/** Where requests go from now on. */
function watch(world: DeliveryWorld): string[] {
  const asked: string[] = [];
  const open = world.network;
  world.network = (url, request) => {
    asked.push(new URL(url).origin);
    return open(url, request);
  };
  return asked;
}

describe('what is added to a report that has arrived', () => {
  test('does not go to another ticket system, and the child hears that it did not arrive', async () => {
    const world = await deliveryWorld();
    await world.delivery().file(report);
    await pass(world, 10_000);
    world.deskNow = () => Promise.resolve(another);
    const asked = watch(world);
    await world.delivery().add(reportId, { words: 'He asked again' });
    await pass(world, hour);
    expect(asked).toEqual([]);
    expect(await world.delivery().read(reportId)).toMatchObject({
      state: 'refused',
      words: 'He asked again',
    });
  });

  test('goes to the ticket system that has the report, whatever it is called now', async () => {
    const world = await deliveryWorld();
    await world.delivery().file(report);
    await pass(world, 10_000);
    world.deskNow = () => Promise.resolve({ ...someDesk, name: 'Its new name' });
    await world.delivery().add(reportId, { words: 'He asked again' });
    await pass(world, hour);
    expect(world.desk.received).toHaveLength(2);
  });

  test('behind a row from before its desk’s address was kept goes to the desk of that name', async () => {
    const world = await deliveryWorld();
    const receipt = { ticket: '7', desk: someDesk.name, receivedAt: world.now };
    const started = reduceEntry(queued(), { kind: 'send-started', at: world.now });
    const old = reduceEntry(started, { kind: 'accepted', receipt });
    await keep(world, old);
    await world.delivery().add(reportId, { words: 'He asked again' });
    await pass(world, hour);
    expect(world.desk.received).toHaveLength(1);
  });
});

describe('what still waits for its desk', () => {
  test('goes to no other one: a person sends it', async () => {
    const world = await deliveryWorld();
    const asked = watch(world);
    await world.delivery().file(report);
    world.deskNow = () => Promise.resolve(another);
    await pass(world, 10_000);
    expect(asked).toEqual([]);
    expect(await world.delivery().read(reportId)).toMatchObject({
      state: 'by-hand',
      route: someDoor.form,
    });
  });

  test('goes to no other one of the same name either, after tries that failed', async () => {
    const world = await deliveryWorld();
    world.network = () => Promise.resolve(answered(503, {}));
    await world.delivery().file(report);
    await pass(world, 10_000);
    const asked = watch(world);
    world.deskNow = () => Promise.resolve({ ...another, name: someDesk.name });
    await pass(world, hour);
    expect(asked).toEqual([]);
    expect(await world.delivery().read(reportId)).toMatchObject({ state: 'by-hand' });
  });

  test('takes what was added behind it along nowhere', async () => {
    const world = await deliveryWorld();
    const open = world.network;
    loseAnswers(world);
    await world.delivery().file(report);
    await pass(world, 10_000);
    world.network = open;
    const asked = watch(world);
    await world.delivery().add(reportId, { words: 'He asked again' });
    world.deskNow = () => Promise.resolve(another);
    await pass(world, hour);
    expect(asked).toEqual([]);
  });

  test('goes where a limit that danger lifted sends it, and nowhere else', async () => {
    const world = await deliveryWorld();
    for (let page = 1; page <= 6; page += 1) await world.delivery().file(reportOfPage(page));
    expect(await world.delivery().read('report-6')).toMatchObject({ byHandWhy: 'many-today' });
    await world.delivery().add('report-6', { danger: true });
    const asked = watch(world);
    world.deskNow = () => Promise.resolve({ ...another, name: someDesk.name });
    await pass(world, hour);
    expect(asked).toEqual([]);
    expect(await world.delivery().read('report-6')).toMatchObject({ state: 'by-hand' });
  });

  test('since before its desk’s address was kept goes to the desk of that name, and to no other name', async () => {
    const old = queued();
    const goneTo = async (desk: RtDesk) => {
      const world = await deliveryWorld();
      await keep(world, old);
      world.deskNow = () => Promise.resolve(desk);
      await pass(world, hour);
      return (await world.delivery().read(reportId))?.state;
    };
    expect(await goneTo(someDesk)).toBe('delivered');
    expect(await goneTo(another)).toBe('by-hand');
  });
});
