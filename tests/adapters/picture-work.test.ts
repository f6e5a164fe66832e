// The line of pictures in its own thread, and the background that asks it, with a model that a test makes up.
import { describe, expect, test, vi } from 'vitest';

import type { Hear } from '@/entrypoints/background/adapters/picture-host.ts';
import { Pictures } from '@/entrypoints/background/pictures.ts';
import type { Found, Order } from '@/entrypoints/picture-host-parts/protocol.ts';
import { PictureWork, type Ways } from '@/entrypoints/picture-host-parts/work.ts';

const wanted = (...addresses: string[]): Order => ({
  wanted: addresses.map((address) => ({ address, mayBePrivate: false })),
});
const points = new Uint8ClampedArray(4);

function aThread(given: Partial<Ways> = {}) {
  const told: Found[] = [];
  const fetched: string[] = [];
  const work = new PictureWork({
    fetchPicture: async (href) => {
      fetched.push(href);
      return { kind: 'picture', blob: new Blob() };
    },
    pointsOf: async () => points,
    openModel: async () => () => [0, 0, 1, 0, 0],
    now: () => 0,
    tell: (found) => told.push(found),
    ...given,
  });
  return { work, told, fetched };
}

describe('the thread', () => {
  test('looks at what is wanted, once, and remembers what it found', async () => {
    const { work, told, fetched } = aThread();
    await work.obey(wanted('a', 'b'));
    await work.obey(wanted('a'));
    expect(told.map((found) => 'address' in found && found.address)).toEqual(['a', 'b', 'a']);
    expect(fetched).toEqual(['a', 'b']);
  });

  test('opens the model once, and not for drawings of lines or what can not be fetched', async () => {
    const openModel = vi.fn(async () => () => [0, 0, 1, 0, 0]);
    const kinds = ['vector', 'none', 'picture', 'picture'] as const;
    let asked = 0;
    const { work, told } = aThread({
      openModel,
      fetchPicture: async () => {
        const kind = kinds[asked++] ?? 'none';
        return kind === 'picture' ? { kind, blob: new Blob() } : { kind };
      },
    });
    await work.obey(wanted('lines', 'gone'));
    expect(told.map(({ kind }) => kind)).toEqual(['vector', 'none']);
    expect(openModel).not.toHaveBeenCalled();
    await work.obey(wanted('c', 'd'));
    expect(openModel).toHaveBeenCalledOnce();
  });

  test('gives up what has left the line, and keeps nobody waiting behind a slow server', async () => {
    let gaveUp = false;
    const { work, told } = aThread({
      fetchPicture: (href, _, signal) =>
        new Promise((resolve) => {
          if (href !== 'slow') return resolve({ kind: 'picture', blob: new Blob() });
          signal.addEventListener('abort', () => {
            gaveUp = true;
            resolve({ kind: 'none' });
          });
        }),
    });
    const working = work.obey(wanted('slow', 'fast'));
    await vi.waitFor(() =>
      expect(told.map((found) => 'address' in found && found.address)).toEqual(['fast']),
    );
    await work.obey(wanted());
    await working;
    expect(gaveUp).toBe(true);
    expect(told).toHaveLength(1);
  });

  test('says by failing that the model can not be had', async () => {
    const { work } = aThread({ openModel: () => Promise.reject(new Error('no model')) });
    await expect(work.obey(wanted('a'))).rejects.toThrow('no model');
  });
});

/** A background with a thread that answers when a test says so, and a clock that runs when it says so. */
function aBackground() {
  const orders: Order[] = [];
  const later: { at: number; task: () => void }[] = [];
  const hears: Hear[] = [];
  const state = { now: 0, closed: 0 };
  const pictures = new Pictures({
    open: async (hear) => {
      hears.push(hear);
      return {
        send: (order) => orders.push(order),
        close: async () => {
          state.closed += 1;
        },
      };
    },
    now: () => state.now,
    after: (ms, task) => later.push({ at: state.now + ms, task }),
  });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const pass = async (ms: number): Promise<void> => {
    await settled();
    state.now += ms;
    for (const due of later.filter(({ at }) => at <= state.now)) {
      later.splice(later.indexOf(due), 1);
      due.task();
    }
    await settled();
  };
  const says = (found: Found): void => hears.at(-1)?.found(found);
  return { pictures, orders, hears, state, pass, says, settled };
}
const harmless = (address: string): Found => ({
  kind: 'scores',
  address,
  scores: [0, 0, 1, 0, 0],
  tookMs: 100,
});

describe('the background', () => {
  test('answers a moment after something is known, and says what is still open', async () => {
    const { pictures, orders, pass, says, settled } = aBackground();
    const asked = pictures.lookAt('1:0', wanted('a', 'b').wanted);
    await settled();
    expect(orders).toEqual([wanted('a', 'b')]);
    says(harmless('a'));
    await pass(250);
    expect(await asked).toMatchObject([{ kind: 'scores' }, null]);
  });

  test('answers at once what it knows, and asks nobody', async () => {
    const { pictures, orders, pass, says, settled } = aBackground();
    const asked = pictures.lookAt('1:0', wanted('a').wanted);
    await settled();
    says(harmless('a'));
    await pass(250);
    await asked;
    expect(await pictures.lookAt('2:0', wanted('a').wanted)).toMatchObject([{ kind: 'scores' }]);
    expect(orders).toHaveLength(1);
  });

  test('a frame has one list, its newest: what has left the view is not looked at', async () => {
    const { pictures, orders, pass, settled } = aBackground();
    const first = pictures.lookAt('1:0', wanted('above').wanted);
    await settled();
    const second = pictures.lookAt('1:0', wanted('below').wanted);
    await settled();
    expect(orders.at(-1)).toEqual(wanted('below'));
    expect(await first).toEqual([null]);
    await pass(5000);
    expect(await second).toEqual([null]);
  });

  test('a model that can not be had leaves pictures unchecked instead of waiting, and a later question tries again', async () => {
    const { pictures, hears, pass, says, settled, state } = aBackground();
    const asked = pictures.lookAt('1:0', wanted('a').wanted);
    await settled();
    says({ kind: 'unable' });
    await pass(250);
    expect(await asked).toEqual([{ kind: 'none' }]);
    expect(state.closed).toBe(1);
    await pass(30_000);
    void pictures.lookAt('1:0', wanted('a').wanted);
    await settled();
    expect(hears).toHaveLength(2);
  });

  test('who waits too long is told so', async () => {
    const { pictures, pass } = aBackground();
    for (let round = 0; round < 4; round += 1) {
      const asked = pictures.lookAt('1:0', wanted('slow').wanted);
      await pass(4000);
      expect(await asked).toEqual([null]);
    }
    const last = pictures.lookAt('1:0', wanted('slow').wanted);
    await pass(250);
    expect(await last).toEqual([{ kind: 'none' }]);
  });

  test('gives the memory of the model back when nobody asks any more', async () => {
    const { pictures, pass, says, settled, state } = aBackground();
    const asked = pictures.lookAt('1:0', wanted('a').wanted);
    await settled();
    says(harmless('a'));
    await pass(250);
    await asked;
    await pass(6 * 60_000);
    expect(state.closed).toBe(1);
  });
});
