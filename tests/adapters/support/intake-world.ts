// A delivery over a real connection to the embedded desk: a clock set by hand, a network that loses things, workers killed.
import { randomUUID } from 'node:crypto';

import { afterEach } from 'vitest';

import { post } from '@/entrypoints/background/network.ts';
import { createDelivery, type DeliveryDeps } from '@/entrypoints/background/reporting/delivery.ts';
import type { MachineDesk } from '@/rules/policy/desk-schema.ts';

import { type IntakeOptions, startIntakeDesk } from '../../../scripts/desk/intake.ts';
import { filedAt, someDoor, someReport } from '../../unit/reporting/builders.ts';
import { memoryDatabase } from './memory-database.ts';

export const minute = 60_000;
export const hour = 60 * minute;

export class Killed extends Error {}

/** One profile of a browser: its own storage, its own secrets. */
export async function aProfile(desk: MachineDesk) {
  const memory = await memoryDatabase();
  let database = memory.database;
  const world = {
    now: filedAt,
    /** null: the policy names none any more. */
    desk: desk as MachineDesk | null,
    network: post,
    maySend: true,
    /** Steps (writes, requests) until the worker dies, at the next one and for good. */
    stepsLeft: Infinity,
    wakes: [] as (number | null)[],
    asked: [] as string[],
  };
  const spend = (): void => {
    if (world.stepsLeft <= 0) throw new Killed();
    world.stepsLeft -= 1;
  };
  const locks = new Map<string, Promise<unknown>>();
  const deps: DeliveryDeps = {
    database: () =>
      Promise.resolve({
        ...database,
        outbox: {
          ...database.outbox,
          save: async (row) => (spend(), database.outbox.save(row)),
          remove: async (ids) => (spend(), database.outbox.remove(ids)),
        },
      }),
    async post(url, request) {
      spend();
      world.asked.push(`${request.method ?? 'POST'} ${new URL(url).pathname}`);
      const answer = await world.network(url, request);
      // It may also die when the desk has the report and nobody has heard the answer.
      spend();
      return answer;
    },
    now: () => world.now,
    random: () => 0.5,
    lock(name, task) {
      const mine = (locks.get(name) ?? Promise.resolve()).then(task, task);
      locks.set(
        name,
        mine.catch(() => null),
      );
      return mine;
    },
    wakeAt: async (instant) => void world.wakes.push(instant),
    soon: () => undefined,
    maySend: () => Promise.resolve(world.maySend),
    deskOf: () => Promise.resolve(world.desk),
    routesOf: async () => ({
      ...(world.desk === null
        ? { desk: null }
        : { desk: { kind: 'desk', name: world.desk.name }, endpoint: world.desk.endpoint }),
      byHand: someDoor,
    }),
    timeZone: () => Promise.resolve('Asia/Karachi'),
  };
  let delivery = createDelivery(deps);
  return {
    world,
    delivery: () => delivery,
    rows: () => database.outbox.list(),
    async pass(ms: number): Promise<void> {
      world.now += ms;
      await delivery.deliverDue();
    },
    /** A new worker over the same storage. */
    async restart(): Promise<void> {
      world.stepsLeft = Infinity;
      locks.clear();
      database = await memory.reopen();
      delivery = createDelivery(deps);
    },
  };
}

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Closed after the test. */
export async function aDesk(options: IntakeOptions = {}) {
  const desk = await startIntakeDesk(options);
  open.push(desk);
  return desk;
}
export const newReport = (address = 'https://chat.example/u/one') =>
  someReport({ reportId: randomUUID(), address });

/** A desk and a profile with one report that has arrived there. */
export async function arrived(options: IntakeOptions = {}) {
  const desk = await aDesk(options);
  const profile = await aProfile(desk.asDesk);
  const report = newReport();
  await profile.delivery().file(report);
  await profile.pass(10_000);
  const state = await profile.delivery().read(report.reportId);
  return { desk, profile, report, reportId: report.reportId, receipt: state?.receipt ?? '' };
}
