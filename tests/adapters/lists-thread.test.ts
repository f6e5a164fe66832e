// The builder's thread as the background holds it: opened for work, let go, and stopped at any moment.
import { expect, test } from 'vitest';

import { builderOver } from '@/entrypoints/background/lists/builder.ts';
import type { Command } from '@/entrypoints/list-builder-parts/protocol.ts';

const sweep: Command = { kind: 'sweep', sets: [], sources: [] };
const unheard = (): void => undefined;

/** A road that opens when the test says so. */
function aRoad() {
  const sent: string[] = [];
  const opening = Promise.withResolvers<undefined>();
  const hears: { event: (untrusted: unknown) => void; gone: () => void }[] = [];
  let closed = 0;
  const builder = builderOver(async (hear) => {
    hears.push(hear);
    await opening.promise;
    return {
      send: ({ kind }) => void sent.push(kind),
      async close() {
        closed += 1;
      },
    };
  });
  const opens = (): void => opening.resolve(undefined);
  return { builder, sent, hears, opens, breaks: opening.reject, closed: () => closed };
}

test('a command is answered by what the thread says', async () => {
  const { builder, opens, sent, hears } = aRoad();
  opens();
  const answer = builder.run(sweep, unheard);
  await expect.poll(() => sent).toEqual(['sweep']);
  hears[0]?.event({ kind: 'swept' });
  expect(await answer).toEqual({ kind: 'swept' });
});

test('a thread that is stopped while it opens is given nothing to do, and nobody waits for it', async () => {
  const { builder, opens, sent, closed } = aRoad();
  const answer = builder.run(sweep, unheard);
  const stopped = builder.stop();
  opens();
  await stopped;
  expect(await answer).toBeNull();
  expect([sent, closed()]).toEqual([[], 1]);
});

test('a thread that is stopped at work answers nothing, and the next command has one of its own', async () => {
  const { builder, opens, sent, hears } = aRoad();
  opens();
  const answer = builder.run(sweep, unheard);
  await expect.poll(() => sent.length).toBe(1);
  await builder.stop();
  expect(await answer).toBeNull();
  const next = builder.run(sweep, unheard);
  await expect.poll(() => sent.length).toBe(2);
  hears[1]?.event({ kind: 'swept' });
  expect(await next).toEqual({ kind: 'swept' });
});

test('what is no answer ends the command as broken', async () => {
  const { builder, opens, sent, hears } = aRoad();
  opens();
  const answer = builder.run(sweep, unheard);
  await expect.poll(() => sent.length).toBe(1);
  hears[0]?.event({ kind: 'swept', more: true });
  expect(await answer).toEqual({ kind: 'failed', problem: 'broken' });
});

test('a thread that could not be opened is opened anew for the next command', async () => {
  const { builder, breaks, hears } = aRoad();
  const answer = builder.run(sweep, unheard);
  breaks(new Error('no document'));
  await expect(answer).rejects.toThrow('no document');
  const next = builder.run(sweep, unheard);
  await expect(next).rejects.toThrow('no document');
  expect(hears.length).toBe(2);
});
