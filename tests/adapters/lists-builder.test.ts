import { gzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { readParts, sweep } from '@/entrypoints/list-builder-parts/shelf.ts';

import {
  aBuilder,
  anUpdate,
  builtIn,
  hostsNamed,
  inForce,
  listsNaming,
  namesIn,
  rows,
} from './support/builder-home.ts';
import { useListServer } from './support/builder-server.ts';
import { breaksAfter, edition } from './support/list-server.ts';

const server = useListServer();

const adultKey = (event: Parameters<typeof builtIn>[0]): string =>
  builtIn(event).sets['adult'] ?? '';

describe('a list that comes', () => {
  test('is in a set of its own, with its names for the first wall, under a key nobody names yet', async () => {
    server().publishes('/list', '# hello\nbad.example.com\nworse.example.net\nsingle\n', '"one"');
    const event = await aBuilder().does(anUpdate(server().at('/list')));
    const built = builtIn(event);
    expect(built).toMatchObject({
      etag: '"one"',
      lists: { 'test-list': { category: 'adult', hosts: 2, refused: 1 } },
    });
    expect(await listsNaming(adultKey(event), 'bad.example.com')).toEqual(['test-list']);
    expect(await listsNaming(adultKey(event), 'deep.worse.example.net')).toEqual(['test-list']);
    expect(await listsNaming(adultKey(event), 'good.example.com')).toEqual([]);
    expect(await namesIn(adultKey(event))).toEqual(['bad.example.com', 'worse.example.net']);
  });

  test('may be packed', async () => {
    server().publishes('/list.gz', gzipSync(hostsNamed(5000)));
    const event = await aBuilder().does(anUpdate(server().at('/list.gz')));
    expect(builtIn(event).lists['test-list']?.hosts).toBe(5000);
    expect(await listsNaming(adultKey(event), 'host-4999.example.com')).toEqual(['test-list']);
  });

  test('leaves nothing of its download behind', async () => {
    server().publishes('/list', hostsNamed(100));
    await aBuilder().does(anUpdate(server().at('/list')));
    expect((await rows()).filter((row) => row.startsWith('staged'))).toEqual([]);
  });

  test('says how far it is, and never goes beyond the whole', async () => {
    server().publishes('/list', hostsNamed(60_000));
    const builder = aBuilder();
    await builder.does(anUpdate(server().at('/list')));
    const steps = builder.told.map((event) => (event.kind === 'progress' ? event.step : ''));
    expect(new Set(steps)).toEqual(new Set(['downloading', 'building']));
    const done = builder.told.map((event) => (event.kind === 'progress' ? (event.done ?? -1) : -1));
    expect(Math.min(...done)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...done)).toBeLessThan(1);
  });

  test('joins the lists that are in force in its category, and takes the place of its older self', async () => {
    server().publishes('/one', 'bad.example.com\nold.example.com\n');
    const first = await aBuilder().does(anUpdate(server().at('/one')));
    server().publishes('/two', 'bad.example.com\nother.example.com\n');
    const sets = inForce(builtIn(first).sets);
    const other = {
      kind: 'list',
      id: 'other',
      url: server().at('/two'),
      category: 'adult',
    } as const;
    const second = await aBuilder().does(anUpdate(server().at('/two'), { source: other, sets }));
    const key = adultKey(second);
    expect(await listsNaming(key, 'bad.example.com')).toEqual(['other', 'test-list']);
    expect((await namesIn(key)).toSorted()).toEqual([
      'bad.example.com',
      'old.example.com',
      'other.example.com',
    ]);
    // The set that is in force is as it was.
    expect(await listsNaming(sets['adult'] ?? '', 'other.example.com')).toEqual([]);
    server().publishes('/one', 'bad.example.com\nnew.example.com\n');
    const third = await aBuilder().does(
      anUpdate(server().at('/one'), {
        sets: inForce(builtIn(second).sets),
        had: { 'test-list': { category: 'adult', hosts: 2 } },
      }),
    );
    expect(await listsNaming(adultKey(third), 'old.example.com')).toEqual([]);
    expect(await listsNaming(adultKey(third), 'new.example.com')).toEqual(['test-list']);
    expect(await listsNaming(adultKey(third), 'other.example.com')).toEqual(['other']);
  });

  test('BYP-210 closes no help, no known site, no address that lists come from, no suffix', async () => {
    server().publishes(
      '/list',
      'childline.test\nkids.childline.test\nschool.example.org\nlists.example.org\ncom\nco.uk\nbad.example.org\n',
    );
    const event = await aBuilder().does(
      anUpdate(server().at('/list'), {
        protect: {
          help: ['childline.test'],
          known: ['school.example.org'],
          needed: ['lists.example.org'],
        },
      }),
    );
    expect(builtIn(event).lists['test-list']).toMatchObject({ hosts: 1, refused: 6 });
    expect(await namesIn(adultKey(event))).toEqual(['bad.example.org']);
  });

  test('is not sent again while it is the newest', async () => {
    server().publishes('/list', hostsNamed(10), '"one"');
    const known = { etag: '"one"', lastModified: null };
    const event = await aBuilder().does(anUpdate(server().at('/list'), { known }));
    expect(event).toMatchObject({ kind: 'updated', outcome: { kind: 'unchanged', etag: '"one"' } });
    expect(await rows()).toEqual([]);
  });
});

test('best-known sites close nothing; they say which names come first, and which must not be hit by chance', async () => {
  const sites = Array.from(
    { length: 3000 },
    (_, index) => `https://site-${index}.example.org,1000`,
  );
  server().publishes('/best.gz', gzipSync(`origin,rank\n${sites.join('\n')}\n`));
  const source = {
    kind: 'list',
    id: 'best',
    url: server().at('/best.gz'),
    category: null,
  } as const;
  const best = builtIn(await aBuilder().does(anUpdate(server().at('/best.gz'), { source })));
  expect(best).toMatchObject({ sets: {}, lists: { best: { category: null, hosts: 3000 } } });
  server().publishes('/list', 'a.example.com\nsite-7.example.org\nsite-2.example.org\n');
  const key = adultKey(await aBuilder().does(anUpdate(server().at('/list'))));
  expect(await namesIn(key)).toEqual(['site-2.example.org', 'site-7.example.org', 'a.example.com']);
  expect(await listsNaming(key, 'site-3.example.org')).toEqual([]);
  await sweep({ sets: [], sources: ['list:best'] });
  expect(await rows()).toEqual(['best list:best']);
  await sweep({ sets: [], sources: [] });
  expect(await rows()).toEqual([]);
});

describe('a download that is ended in the middle', () => {
  const body = Buffer.from(hostsNamed(60_000));

  test('goes on where it stopped, also in another worker', async () => {
    server().answers('/list', breaksAfter(700_000, body, '"one"'));
    expect(await aBuilder().does(anUpdate(server().at('/list')))).toEqual({
      kind: 'failed',
      problem: 'not-reachable',
    });
    server().answers('/list', edition(body, '"one"'));
    const event = await aBuilder().does(anUpdate(server().at('/list')));
    expect(builtIn(event).lists['test-list']?.hosts).toBe(60_000);
    expect(server().requests.map(({ headers }) => headers.range)).toEqual([
      undefined,
      'bytes=700000-',
    ]);
  });

  test('begins anew where the edition is another one by then', async () => {
    server().answers('/list', breaksAfter(700_000, body, '"one"'));
    await aBuilder().does(anUpdate(server().at('/list')));
    server().publishes('/list', hostsNamed(1000, 'other'), '"two"');
    const event = await aBuilder().does(anUpdate(server().at('/list')));
    expect(builtIn(event)).toMatchObject({
      etag: '"two"',
      lists: { 'test-list': { hosts: 1000 } },
    });
    expect(await listsNaming(adultKey(event), 'host-1.example.com')).toEqual([]);
  });

  test('begins anew at a server that can not go on in the middle', async () => {
    server().answers('/list', breaksAfter(700_000, body, '"one"'));
    await aBuilder().does(anUpdate(server().at('/list')));
    server().answers('/list', (request, response) => {
      if (request.headers.range !== undefined) return response.writeHead(416).end();
      return response.writeHead(200).end(body);
    });
    const event = await aBuilder().does(anUpdate(server().at('/list')));
    expect(builtIn(event).lists['test-list']?.hosts).toBe(60_000);
  });

  test('is swept once its list is wanted no more', async () => {
    server().answers('/list', breaksAfter(700_000, body, '"one"'));
    await aBuilder().does(anUpdate(server().at('/list')));
    expect((await rows()).length).toBeGreaterThan(0);
    await aBuilder().does({ kind: 'sweep', sets: [], sources: ['list:test-list'] });
    expect((await rows()).length).toBeGreaterThan(0);
    await aBuilder().does({ kind: 'sweep', sets: [], sources: ['feed:test-list'] });
    expect(await rows()).toEqual([]);
  });
});

describe('a list that is turned off', () => {
  test('leaves the set to the others, and takes the set with it when it was the last', async () => {
    server().publishes('/list', 'bad.example.com\n');
    const first = await aBuilder().does(anUpdate(server().at('/list')));
    const other = {
      kind: 'list',
      id: 'other',
      url: server().at('/list'),
      category: 'adult',
    } as const;
    const sets = inForce(builtIn(first).sets);
    const both = await aBuilder().does(anUpdate(server().at('/list'), { source: other, sets }));
    const remove = (id: string, now: Record<string, string>) =>
      aBuilder().does({ kind: 'remove', lists: { [id]: 'adult' }, sets: now, tag: `r-${id}` });
    const one = await remove('test-list', inForce(builtIn(both).sets));
    if (one.kind !== 'removed') throw new Error(one.kind);
    const key = one.sets['adult'] ?? '';
    expect(await listsNaming(key, 'bad.example.com')).toEqual(['other']);
    expect(Object.keys(await readParts(key))).toEqual(['other']);
    expect(await remove('other', { adult: key })).toEqual({
      kind: 'removed',
      sets: { adult: null },
    });
  });

  test('a sweep leaves what is in force and nothing else', async () => {
    server().publishes('/list', 'bad.example.com\n');
    const old = adultKey(await aBuilder().does(anUpdate(server().at('/list'))));
    const now = adultKey(await aBuilder().does(anUpdate(server().at('/list'))));
    await sweep({ sets: [now], sources: [] });
    expect((await rows()).toSorted()).toEqual([now, `names ${now}`, `parts ${now}`].toSorted());
    expect(await namesIn(old)).toEqual([]);
  });
});
