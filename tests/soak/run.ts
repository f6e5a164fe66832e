// `npm run soak`: an hour of browsing with a fast clock, then some minutes at real speed, with twenty killed workers each.
// Prints how far the ledger is from the script's own truth, and keeps it in docs/benchmarks/time.json.
// SAATHI_SOAK_MINUTES (5), SAATHI_SOAK_HOURS (1), SAATHI_SOAK_SPEED (12), SAATHI_SOAK_KILLS (20), SAATHI_SOAK_SEED.
import { findChromium } from '../../scripts/browsers.ts';
import { chromeBuild } from '../../scripts/chromium.ts';
import { buildIfStale } from '../../scripts/fresh-build.ts';
import { atLeast, atMost, figure, publishPart, type Result } from '../bench/support/publish.ts';
import { Afternoon, type Outcome } from './afternoon.ts';
import { type Clock, faster, realClock } from './faster.ts';
import { aScript, killsIn, randomFrom } from './script.ts';
import { worstHost } from './truth.ts';

const from = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const seed = from('SAATHI_SOAK_SEED', Date.now() % 1_000_000);
const kills = from('SAATHI_SOAK_KILLS', 20);
const speed = from('SAATHI_SOAK_SPEED', 12);
const minutes = from('SAATHI_SOAK_MINUTES', 5);
const hours = from('SAATHI_SOAK_HOURS', 1);

type Part = {
  readonly name: string;
  readonly seconds: number;
  readonly pace: readonly [number, number];
  readonly extension: string;
  readonly clock: Clock;
};

const browser = await findChromium();
if (browser === null) throw new Error('No Chromium to soak in.');
const { path, version } = browser;
const built = process.env['SAATHI_BUILD'] === undefined ? await buildIfStale('chrome') : null;
if (built !== null && built.code !== 0) throw new Error(built.output);
console.log(`seed ${seed}`);
const results: Result[] = [];
if (hours > 0) {
  const { extension, clock, remove } = faster(chromeBuild, speed);
  const name = `an hour ${speed} times as fast`;
  results.push(...(await soak({ name, seconds: hours * 3600, pace: [12, 60], extension, clock })));
  remove();
}
if (minutes > 0) {
  results.push(
    ...(await soak({
      name: 'at real speed',
      seconds: minutes * 60,
      pace: [1.5, 12],
      extension: chromeBuild,
      clock: realClock,
    })),
  );
}
publishPart('time', 'soak', { browser: `Chromium ${version}`, results });
if (results.some(({ met }) => met === false)) process.exitCode = 1;

async function soak({ name, seconds, pace, extension, clock }: Part): Promise<Result[]> {
  const random = randomFrom(seed);
  const steps = aScript(random, seconds, pace);
  const killsAt = killsIn(random, steps, kills);
  const afternoon = await Afternoon.begin(path, extension, clock);
  try {
    return resultsOf(name, await afternoon.play(steps, killsAt));
  } finally {
    await afternoon.close();
  }
}

function resultsOf(name: string, outcome: Outcome): Result[] {
  const { truth, counted, minutes: lasted } = outcome;
  const error = counted.seconds - truth.seconds;
  const worst = worstHost(truth, counted);
  console.log(`${name}: truth`, truth, 'counted', counted, 'worst host', worst);
  return [
    figure(`${name}, in front or heard by the script’s truth`, truth.seconds, 's'),
    figure(`${name}, counted`, counted.seconds, 's'),
    atMost(5, figure(`${name}, error`, Math.abs(error), 's')),
    atMost(0.5, figure(`${name}, error`, (Math.abs(error) / truth.seconds) * 100, '%')),
    figure(`${name}, error of the worst host`, Math.abs(worst.seconds), 's'),
    atLeast(kills, figure(`${name}, killed workers`, outcome.kills, 'kills')),
    atMost(2, figure(`${name}, writes of the ledger`, outcome.writes.ledger / lasted, 'a minute')),
    figure(`${name}, writes of anything`, outcome.writes.all / lasted, 'a minute'),
  ];
}
