// What the extension costs a page: bare, bare again, an empty extension and ours, in turns, so that noise falls on all alike.
import { startPretendWeb } from '../../scripts/pretend-web/server.ts';
import { isToldApart, median, pairedDifference } from './support/figures.ts';
import { costOf, type PageCost, scriptTimeOf } from './support/page-cost.ts';
import { figure, publish, type Result } from './support/publish.ts';
import {
  bare,
  chromiumForBench,
  type Subject,
  withEmptyExtension,
  withSaathi,
} from './support/subjects.ts';

const rounds = Number(process.env['SAATHI_ROUNDS'] ?? 21);
const pages = {
  small: 'http://small.test/',
  news: 'http://news.test/?stories=400',
  '20 frames': 'http://frames.test/',
} as const;
const measures = {
  load: ['loadMs', 'ms'],
  // In steps of 10 ms, as the system counts a process; the main thread alone is counted finely.
  'renderer CPU': ['rendererMs', 'ms'],
  'main thread CPU': ['mainThreadMs', 'ms'],
} as const;

const { path, version } = await chromiumForBench();
const web = await startPretendWeb();
const first = await bare('bare', path, web);
const second = await bare('bare again', path, web);
const empty = await withEmptyExtension(path, web);
const ours = await withSaathi(path, web);
const subjects: readonly Subject[] = [first, second, empty, ours];

const results: Result[] = [];
for (const [name, url] of Object.entries(pages)) {
  console.log(`${name} page: ${rounds} rounds`);
  results.push(...compare(name, await inTurns(url)));
}
const scriptTimes = [];
for (let round = 0; round < rounds; round += 1) {
  scriptTimes.push(await scriptTimeOf(ours.context, pages.small, ['page.js', 'frame.js']));
}
const scriptMs = figure(
  'content scripts on the small page, main thread',
  median(scriptTimes),
  'ms',
);
results.push({ ...scriptMs, goal: 'under 1', met: scriptMs.value < 1 });

publish('page', `Chromium ${version}`, results);
for (const subject of subjects) await subject.close();
await web.close();

/** One list of costs a subject; the order turns with each round. The first, cold round is left out. */
async function inTurns(url: string): Promise<Map<Subject, PageCost[]>> {
  const costs = new Map(subjects.map((subject) => [subject, [] as PageCost[]]));
  for (let round = -1; round < rounds; round += 1) {
    const order = subjects.map((_, place) => subjects[(place + round + 1) % subjects.length]);
    for (const subject of order) {
      if (subject === undefined) continue;
      const cost = await costOf(subject.context, url);
      if (round >= 0) costs.get(subject)?.push(cost);
    }
  }
  return costs;
}

function compare(page: string, costs: ReadonlyMap<Subject, readonly PageCost[]>): Result[] {
  return Object.entries(measures).flatMap(([measure, [field, unit]]) => {
    const of = (subject: Subject) => (costs.get(subject) ?? []).map((cost) => cost[field]);
    const difference = pairedDifference(of(ours), of(empty));
    const floor = pairedDifference(of(second), of(first));
    const name = `${page} page, ${measure}`;
    const within = `95 % between ${difference.low.toFixed(1)} and ${difference.high.toFixed(1)}`;
    return [
      figure(`${name}: bare`, median(of(first)), unit),
      figure(`${name}: bare again, against bare (the floor)`, floor.median, unit),
      figure(`${name}: empty extension`, median(of(empty)), unit),
      figure(`${name}: Saathi`, median(of(ours)), unit),
      {
        ...figure(
          `${name}: Saathi against the empty extension (${within})`,
          difference.median,
          unit,
        ),
        goal: 'not told apart',
        met: !isToldApart(difference),
      },
    ];
  });
}
