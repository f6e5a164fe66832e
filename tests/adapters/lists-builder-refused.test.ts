// What the builder does not take for a list, and what it leaves behind then: nothing.
import { gzipSync } from 'node:zlib';

import { describe, expect, test, vi } from 'vitest';

import { aBuilder, anUpdate, hostsNamed, rows } from './support/builder-home.ts';
import { useListServer } from './support/builder-server.ts';
import { endless } from './support/list-server.ts';

const server = useListServer();

describe('an update that is none', () => {
  const had = { 'test-list': { category: 'adult', hosts: 1000 } } as const;
  const fails = async (path: string) => {
    const event = await aBuilder({ waitMs: 300 }).does(anUpdate(server().at(path), { had }));
    return event.kind === 'failed' ? event.problem : event.kind;
  };

  test('BYP-208 a gzip bomb is ended long before it is unpacked', async () => {
    server().publishes('/bomb', gzipSync(Buffer.alloc(200_000_000)));
    const before = process.memoryUsage().arrayBuffers;
    expect(await fails('/bomb')).toMatch(/too-big|not-a-list/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
    const hosts = Buffer.from(`${'a'.repeat(60)}.example.com\n`.repeat(400_000));
    server().publishes('/hosts', gzipSync(hosts, { level: 9 }));
    expect(await fails('/hosts')).toBe('too-big');
  });

  test('BYP-208 a list without end is ended at its cap, and leaves nothing behind', async () => {
    server().answers('/endless', endless(Buffer.alloc(4_000_000, 'bad.example.com\n')));
    const event = await aBuilder().does(anUpdate(server().at('/endless'), { had }));
    expect(event).toEqual({ kind: 'failed', problem: 'too-big' });
    expect(await rows()).toEqual([]);
  }, 60_000);

  test.each([
    ['a page of HTML', '<!doctype html><title>Sign in</title>'],
    ['zeros', Buffer.alloc(300_000)],
    ['nothing at all', ''],
    ['a line of ten megabytes', Buffer.alloc(10_000_000, 'a')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
    ['gzip that was cut short', gzipSync(hostsNamed(5000)).subarray(0, 9000)],
    ['gzip that was damaged', gzipSync(hostsNamed(5000)).fill(7, 4000, 4100)],
    ['prose', 'We are sorry. This list has moved.\nPlease look elsewhere for it.\n'.repeat(50)],
  ])('%s is no list', async (_, body) => {
    server().publishes('/list', body);
    expect(await fails('/list')).toBe('not-a-list');
    expect(await rows()).toEqual([]);
  });

  test('one that lost a third of its hosts is not taken', async () => {
    server().publishes('/list', hostsNamed(600));
    expect(await fails('/list')).toBe('shrunken');
    server().publishes('/list', hostsNamed(720));
    expect(await fails('/list')).toBe('updated');
  });

  test('a server that is not there is told apart from a list that is none', async () => {
    expect(await fails('/nowhere')).toBe('not-reachable');
    server().answers('/silent', () => undefined);
    expect(await fails('/silent')).toBe('not-reachable');
    vi.stubGlobal('navigator', { onLine: false });
    const event = await aBuilder().does(anUpdate('https://lists.test/list'));
    vi.unstubAllGlobals();
    expect(event).toEqual({ kind: 'failed', problem: 'offline' });
  });

  test('a full disk leaves nothing half-written', async () => {
    server().publishes('/list', hostsNamed(100));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await fails('/list')).toBe('no-room');
    put.mockRestore();
    expect(await rows()).toEqual([]);
  });

  test('a disk that fills up at the very set leaves none of it', async () => {
    server().publishes('/list', hostsNamed(1000));
    // oxlint-disable-next-line typescript/unbound-method -- called on the store it was asked of.
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function full(
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      if (typeof key === 'string' && key.startsWith('parts'))
        throw new DOMException('full', 'QuotaExceededError');
      return real.call(this, value, key);
    });
    expect(await fails('/list')).toBe('no-room');
    vi.restoreAllMocks();
    expect(await rows()).toEqual([]);
  });
});
