// The family's desk is another one by the time something would leave: who was named when it was reported is who may have it.
import { describe, expect, test } from 'vitest';

import { reduceEntry } from '@/rules/reporting/outbox-state.ts';

import { createOutbox } from '../../entrypoints/background/reporting/outbox.ts';
import { queued, someDesk, someReport } from '../unit/reporting/builders.ts';
import { deliveryWorld, type DeliveryWorld, pass } from './support/delivery-world.ts';

const hour = 3_600_000;
const report = someReport();
const { reportId } = report;
const another = { ...someDesk, name: 'Another desk', endpoint: 'https://another.example' };

/** A desk answers from its own origin; everything else is lost. Tells where requests went. */
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
    await createOutbox(
      () => Promise.resolve(world.raw()),
      (_, task) => task(),
    ).save(old);
    await world.delivery().add(reportId, { words: 'He asked again' });
    await pass(world, hour);
    expect(world.desk.received).toHaveLength(1);
  });
});
