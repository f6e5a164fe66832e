// A family with lists: real workers over a profile in memory, a publisher on loopback, the builder without its thread.
import { request } from 'node:http';

import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';

import type { ListState, ListStates } from '@/rules/lists/list-state.ts';
import type { Lists, Policy } from '@/rules/policy/schema.ts';

import { aHousehold, aPolicy } from '../../support/builders.ts';
import { aHome, type Home, type Worker } from '../../support/fake-world.ts';
import { emptyShelf } from './builder-home.ts';
import { type ListServer, startListServer } from './list-server.ts';

export const day = 24 * 3_600_000;

/** Commands the builder was given, and what is done in place of its work. */
export const builder = {
  commands: [] as string[],
  stops: 0,
  /** null for a command that is to be done after all. */
  instead: null as null | ((command: string) => Promise<null> | null),
};
let publisher: ListServer | null = null;

/** The publisher, for the tests of a file. */
export function useListFamily(): { readonly server: () => ListServer } {
  beforeAll(async () => {
    publisher = await startListServer();
    vi.doMock('@/entrypoints/background/lists/builder.ts', () => ({ createBuilder: aBuilder }));
  });
  beforeEach(async () => {
    await emptyShelf();
    builder.commands.length = 0;
    builder.instead = null;
  });
  afterEach(() => publisher?.forget());
  afterAll(() => {
    vi.doUnmock('@/entrypoints/background/lists/builder.ts');
    return publisher?.close();
  });
  return { server: theServer };
}

const theServer = (): ListServer => {
  if (publisher === null) throw new Error('the publisher has not started');
  return publisher;
};

function aBuilder() {
  return {
    async run(command: { kind: string; source?: { id: string } }, onProgress: () => void) {
      const named = [command.kind, command.source?.id ?? ''].join(' ').trim();
      builder.commands.push(named);
      const instead = builder.instead?.(named) ?? null;
      if (instead !== null) return instead;
      const { work } = await import('@/entrypoints/list-builder-parts/work.ts');
      const { download } = await import('@/entrypoints/background/network.ts');
      return work(command as never, { download, now: () => 1_000_000, tell: onProgress });
    },
    async stop() {
      builder.stops += 1;
    },
  };
}

export const only = (lists: Partial<Lists>): Policy => ({
  ...aPolicy(aHousehold().withCategory('games', 'block').child),
  lists: { catalogue: [], own: [], feeds: [], ...lists },
});
export const naming = (...ids: readonly string[]): Policy =>
  only({
    own: ids.map((id) => ({ id, name: id, url: theServer().at(`/${id}`), category: 'games' })),
  });

/** A home with a list server that real requests reach. */
export async function aFamily(policy: Policy | null): Promise<{ home: Home; worker: Worker }> {
  const home = await aHome();
  const pretend = globalThis.fetch;
  vi.stubGlobal('fetch', (url: string, given?: RequestInit) =>
    url.startsWith(theServer().base) ? asked(url, given) : pretend(url, given),
  );
  const worker = await home.wake();
  worker.listen();
  if (policy !== null) await worker.setUp(policy);
  await home.settled();
  return { home, worker };
}

/** fetch over node's own http: the home has put its own in the place of the global one. */
function asked(url: string, { headers }: RequestInit = {}): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: headers as Record<string, string> }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const { statusCode: status = 200 } = answer;
        const given = new Headers(answer.headers as Record<string, string>);
        const body = status === 304 ? null : Buffer.concat(chunks);
        resolve(new Response(body, { status, headers: given }));
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

export const statesOf = (home: Home): ListStates => home.stored('lists') as ListStates;
export const stateOf = (home: Home, id: string): ListState | undefined => statesOf(home).lists[id];
export const fires = async (home: Home, worker: Worker): Promise<void> => {
  worker.browser.alarms.onAlarm.fire({ name: 'lists-refresh' });
  await home.settled();
};
export const saves = async (home: Home, worker: Worker, policy: Policy): Promise<void> => {
  const { revision } = await worker.gets('policy.read', {});
  const token = await worker.unlock();
  await worker.gets('policy.save', { policy, baseRevision: revision, token });
  await home.settled();
};
