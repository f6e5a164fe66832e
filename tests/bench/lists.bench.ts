// Category lists of real size: how small, how fast beside the engines of others, how often wrong. The figures of a
// browser's start are in start.bench.ts; all write one record, each its own rows. SAATHI_PART runs one part alone.
import { isPublicSuffix } from '../../rules/hosts/registrable-domain.ts';
import { inBrowser } from './support/lists-browser.ts';
import {
  adultList,
  bestKnown,
  grownTo,
  isDataHere,
  realLists,
  streamHosts,
  whereDataIs,
} from './support/lists-data.ts';
import { compared, ours, timesOf } from './support/lists-lookup.ts';
import { adguard, ghostery, uboEngine, uboTrie } from './support/lists-peers.ts';
import { builtAndChecked, openedFrom } from './support/lists-size.ts';
import { publishPart } from './support/publish.ts';

const passes = Number(process.env['SAATHI_ROUNDS'] ?? 3);
const million = 1_000_000;

if (!isDataHere) {
  console.error(whereDataIs);
  process.exit(1);
}
const parts = { set: sizes, 'look-up': lookups, browser: inBrowsers };
const wanted = process.env['SAATHI_PART'];
for (const [name, run] of Object.entries(parts)) {
  if (wanted !== undefined && wanted !== name) continue;
  console.log(name);
  await run();
}

function sizes(): void {
  const known = bestKnown();
  const adult = builtAndChecked({ what: 'adult list', list: adultList(), known });
  const all = grownTo(5 * million, realLists());
  const five = builtAndChecked({ what: '5 million', list: all, known });
  publishPart('lists', 'set', {
    browser: null,
    results: [...adult.rows, ...five.rows, ...openedFrom('5 million', five.packed)],
  });
}

async function inBrowsers(): Promise<void> {
  publishPart('lists', 'browser', await inBrowser(grownTo(5 * million, realLists())));
}

async function lookups(): Promise<void> {
  const adult = adultList();
  const engines = [
    ours(adult),
    await uboTrie(adult),
    await uboEngine(adult),
    ghostery(adult),
    adguard(adult),
  ];
  const navigation = streamHosts('navigation-200k');
  const isHit = ours(adult);
  const hits = navigation.filter((host) => isHit.count([host], 0, 1) === 1);
  const misses = navigation.filter((host) => isHit.count([host], 0, 1) === 0);
  // Public suffixes are none of ours to close: the others are not given them either.
  const real = realLists().filter((host) => !isPublicSuffix(host));
  const great = [ours(real), await uboTrie(real)];
  publishPart('lists', 'look-up', {
    browser: null,
    results: [
      ...compared('adult list, navigations', timesOf(engines, navigation, passes), true),
      ...compared('adult list, not listed', timesOf(engines, misses, passes), false),
      ...compared('adult list, listed', timesOf(engines, hits, passes), false),
      ...compared(
        'adult list, requests of pages',
        timesOf(engines, streamHosts('requests'), passes),
        false,
      ),
      ...compared('all real lists, navigations', timesOf(great, navigation, passes), false),
    ],
  });
}
