// The packs as our pages read them: without the background, and whatever has happened to storage.
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { isStale } from '@/rules/packs/choose.ts';
import type { Pack } from '@/rules/packs/pack.ts';

import { aMechanism, aPack, aSignedPack } from '../support/packs.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
let stored: unknown;
let isStorageBroken = false;
const shipped: Record<string, Pack> = {
  PK: aPack({ version: 3, mechanisms: [aMechanism()] }),
  ZZ: aPack({ country: 'ZZ', version: 1 }),
};

async function loader() {
  vi.resetModules();
  vi.doMock('@/entrypoints/platform/browser.ts', () => ({
    browser: {
      storage: {
        local: {
          get: async () => {
            if (isStorageBroken) throw new Error('IO error');
            return stored === undefined ? {} : { packs: stored };
          },
        },
      },
    },
  }));
  vi.doMock('@/entrypoints/platform/package-files.ts', () => ({
    readPackaged: async (path: string) => {
      if (path === '/packs/index.json') return { countries: ['PK', 'ZZ'] };
      const pack = shipped[/^\/packs\/(..)\.json$/.exec(path)?.[1] ?? ''];
      return pack === undefined ? null : aSignedPack(pack);
    },
  }));
  return import('@/entrypoints/platform/packs.ts');
}
const keeps = (pack: Pack): void => {
  const file = JSON.stringify(aSignedPack(pack));
  stored = { editions: { [pack.country]: { file, from: 'file' } }, seen: {}, asked: {} };
};

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] });
  stored = undefined;
  isStorageBroken = false;
  return () => vi.useRealTimers();
});

describe('the pack a page reads', () => {
  test('is the shipped one of the country, else the one for any country', async () => {
    const { pack, countries } = await loader();
    expect(await pack('PK')).toEqual(shipped['PK']);
    expect((await pack('XX')).country).toBe('ZZ');
    expect((await pack('../evil')).country).toBe('ZZ');
    expect(await countries()).toEqual(['PK', 'ZZ']);
  });

  test('is a later edition if it is newer than the shipped one', async () => {
    const { pack } = await loader();
    keeps(aPack({ version: 4 }));
    expect((await pack('PK')).version).toBe(4);
    keeps(aPack({ version: 2 }));
    expect((await pack('PK')).version).toBe(3);
  });

  test.each([
    ['nothing that is known', 'x'],
    ['half an edition', { editions: { PK: {} } }],
    ['a file that is no JSON', { editions: { PK: { file: '{', from: 'file' } } }],
    ['a file that is no pack', { editions: { PK: { file: '7', from: 'file' } } }],
  ])('is the shipped one where storage holds %s', async (_, value) => {
    const { pack } = await loader();
    stored = value;
    expect((await pack('PK')).version).toBe(3);
  });

  test('is the shipped one where storage does not open', async () => {
    const { pack } = await loader();
    isStorageBroken = true;
    expect((await pack('PK')).version).toBe(3);
  });

  test('says of every line that it may have changed once it has ended', async () => {
    const { pack } = await loader();
    keeps(aPack({ version: 4, mechanisms: [aMechanism()], expires: '2026-11-19' }));
    const [line] = (await pack('PK')).mechanisms;
    expect(line !== undefined && isStale(line, now)).toBe(true);
  });
});
