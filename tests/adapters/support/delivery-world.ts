// A world around the delivery: a clock that is set by hand, a network that can lose things, workers that can be killed.
import type { Database } from '@/entrypoints/background/database/database.ts';
import type { NetworkAnswer, Post } from '@/entrypoints/background/network.ts';
import {
  createDelivery,
  type Delivery,
  type DeliveryDeps,
} from '@/entrypoints/background/reporting/delivery.ts';
import type { RtDesk } from '@/rules/policy/desk-schema.ts';

import { filedAt, someDesk, someDoor } from '../../unit/reporting/builders.ts';
import { memoryDatabase } from './memory-database.ts';

type Sent = { readonly reportId: string; readonly content: string; readonly category: string };

/** A desk that keeps everything it gets, so that repeats can be counted. */
export const createDeskDouble = () => {
  const received: Sent[] = [];
  return {
    received,
    take(body: string): NetworkAnswer {
      const ticket = JSON.parse(body) as { Content: string; CustomFields: Record<string, string> };
      received.push({
        reportId: ticket.CustomFields['Report ID'] ?? '',
        category: ticket.CustomFields['Category'] ?? '',
        content: ticket.Content,
      });
      return answered(201, { type: 'ticket', id: String(received.length) });
    },
  };
};

export const answered = (status: number, body: unknown, retryAfter: string | null = null) =>
  ({
    kind: 'answered',
    status,
    url: `${someDesk.endpoint}/REST/2.0/ticket`,
    contentType: 'application/json',
    retryAfter,
    body: JSON.stringify(body),
  }) as const satisfies NetworkAnswer;

export type DeliveryWorld = {
  readonly delivery: () => Delivery;
  readonly desk: ReturnType<typeof createDeskDouble>;
  now: number;
  /** What the network does with a request; by default the desk takes it. */
  network: Post;
  deskNow: () => Promise<RtDesk | null>;
  /** Whether the browser lets a report leave. */
  maySend: boolean;
  /** Writes until the worker dies; Infinity: it lives. */
  writesLeft: number;
  readonly wakes: (number | null)[];
  /** A new worker over the same database. */
  readonly restart: () => Promise<void>;
  readonly raw: () => Database;
};

export class WorkerKilled extends Error {}

/** Time goes by, and the alarm is heard. */
export async function pass(world: DeliveryWorld, ms: number): Promise<void> {
  world.now += ms;
  await world.delivery().deliverDue();
}

/** Everything arrives, and no answer comes back; until the network that was there is put back. */
export function loseAnswers(world: DeliveryWorld): void {
  const open = world.network;
  world.network = async (url, request) => {
    await open(url, request);
    return { kind: 'broken' };
  };
}

export async function deliveryWorld(): Promise<DeliveryWorld> {
  const memory = await memoryDatabase();
  let database = memory.database;
  const desk = createDeskDouble();
  const locks = new Map<string, Promise<unknown>>();
  const world: DeliveryWorld = {
    desk,
    now: filedAt,
    network: (_, { body }) => Promise.resolve(desk.take(body)),
    deskNow: () => Promise.resolve(someDesk),
    maySend: true,
    writesLeft: Infinity,
    wakes: [],
    raw: () => database,
    delivery: () => delivery,
    async restart() {
      world.writesLeft = Infinity;
      locks.clear();
      database = await memory.reopen();
      delivery = createDelivery(deps);
    },
  };
  const deps: DeliveryDeps = {
    database: () => Promise.resolve(mortal(database, world)),
    post: (url, request) => world.network(url, request),
    now: () => world.now,
    random: () => 0.5,
    lock: (name, task) => {
      const result = (locks.get(name) ?? Promise.resolve()).then(task, task);
      locks.set(
        name,
        result.catch(() => null),
      );
      return result;
    },
    wakeAt: (instant) => {
      world.wakes.push(instant);
      return Promise.resolve();
    },
    soon: () => undefined,
    maySend: () => Promise.resolve(world.maySend),
    deskOf: () => world.deskNow(),
    routesOf: async (topic) => {
      const now = await world.deskNow();
      return {
        ...(now === null
          ? { desk: null }
          : { desk: { kind: 'desk', name: now.name }, endpoint: now.endpoint }),
        byHand:
          topic === 'csam'
            ? { ...someDoor, form: { ...someDoor.form, operator: 'Hotline' } }
            : someDoor,
      };
    },
    timeZone: () => Promise.resolve('Asia/Karachi'),
  };
  let delivery = createDelivery(deps);
  return world;
}

/** Dies at the write after the last one it has left, and stays dead. */
function mortal(database: Database, world: { writesLeft: number }): Database {
  const spend = (): void => {
    if (world.writesLeft <= 0) throw new WorkerKilled();
    world.writesLeft -= 1;
  };
  return {
    ...database,
    outbox: {
      ...database.outbox,
      save: async (row) => {
        spend();
        await database.outbox.save(row);
      },
      remove: async (ids) => {
        spend();
        await database.outbox.remove(ids);
      },
    },
  };
}
