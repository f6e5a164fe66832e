// Several families at once under fire, a desk that is stopped now and then, and the count at the end, from the desk's side.
import { setTimeout as pause } from 'node:timers/promises';

import type { ReportState } from '../../../../rules/messages/report-replies.ts';
import type { LaunchOptions } from '../../../../scripts/chromium.ts';
import { listTickets } from '../../../../scripts/desk/officer.ts';
import type { RealDesk } from '../../../../scripts/desk/rt.ts';
import { deskOf } from '../../../e2e/fixtures/desk.ts';
import { randomFrom } from '../../../soak/script.ts';
import { Family, perDay } from './family.ts';
import { drawFate, type Fate } from './fire.ts';
import { openWay, type Way } from './way.ts';

type Battle = {
  readonly desk: RealDesk;
  readonly launch: Omit<LaunchOptions, 'profile'>;
  readonly seed: number;
  readonly reports: number;
  /** Families whose browsers run at the same time. */
  readonly atOnce: number;
  /** Reports that are at the desk already. */
  readonly known: readonly string[];
};
type Fought = {
  readonly reportIds: readonly string[];
  /** Still in the outbox when nobody waited any longer. */
  readonly waiting: readonly string[];
  /** Neither delivered nor in the outbox. */
  readonly gone: readonly string[];
  readonly accepted: number;
  readonly answersLost: number;
  readonly workers: number;
  readonly browsers: number;
};
export type Outcome = {
  readonly filed: number;
  readonly tickets: number;
  readonly lost: number;
  /** Not arrived yet, but safe on the device. */
  readonly waiting: number;
  readonly twice: number;
  readonly unreceipted: number;
  readonly workers: number;
  readonly browsers: number;
  readonly answersLost: number;
  readonly repeats: number;
  readonly stops: number;
};

/** However long back-off and restarts take, this is longer: who has no receipt by then is told as such. */
const patienceMs = 480_000;
const lookMs = 2000;
/** A quarter of the children close the page and go: nothing but the extension's own alarms wakes the worker. */
const awayShare = 0.25;

export async function underFire(battle: Battle): Promise<Outcome> {
  const families = Math.ceil(battle.reports / perDay);
  const fought: Fought[] = [];
  const waiting = Array.from({ length: families }, (_, number) => number);
  const stops = { done: 0 };
  const over = new AbortController();
  const stopping = stopNowAndThen(battle.desk, () => fought.length / families, stops, over.signal);
  await Promise.all(
    Array.from({ length: battle.atOnce }, async () => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        fought.push(await fight(battle, number));
        console.log(`family ${number + 1}: ${fought.length} of ${families} through`);
      }
    }),
  );
  over.abort();
  await stopping;
  return count(battle, fought, stops.done);
}

async function fight({ desk, launch, seed }: Battle, number: number): Promise<Fought> {
  const random = randomFrom(seed * 1000 + number);
  const fates = new Map<string, Fate>();
  let family: Family | null = null;
  const way = await openWay(desk.url, {
    fateOf: (reportId) => fates.get(reportId) ?? { kind: 'calm' },
    kill: async (who) => family?.kill(who),
  });
  family = await Family.open(launch, deskOf({ ...desk, url: way.url }));
  const isAway = random() < awayShare;
  const reportIds: string[] = [];
  const killings: Promise<void>[] = [];
  for (let page = 0; page < perDay; page += 1) {
    const fate = drawFate(random);
    const { reportId } = await family.reports(`family/${number}/${page}`);
    reportIds.push(reportId);
    fates.set(reportId, fate);
    if (fate.kind === 'killed-waiting') {
      // One that comes later comes beside the next clicks.
      const killing = killLater(family, fate);
      killings.push(killing);
      if (fate.afterMs < 100) await killing;
    }
  }
  await Promise.all(killings);
  const standing = await untilReceived(family, way, reportIds, isAway);
  const open = reportIds.filter((reportId) => standing.get(reportId) !== 'delivered');
  for (const reportId of open) {
    console.log(
      `family ${number + 1}${isAway ? ', away' : ''}: ${reportId} is ${standing.get(reportId) ?? 'gone'};`,
      { ...fates.get(reportId), ...way.seen(reportId) },
    );
  }
  await family.close();
  await way.close();
  const seen = reportIds.map((reportId) => way.seen(reportId));
  return {
    reportIds,
    waiting: open.filter((reportId) => standing.has(reportId)),
    gone: open.filter((reportId) => !standing.has(reportId)),
    accepted: seen.reduce((sum, { accepted }) => sum + accepted, 0),
    answersLost: seen.reduce((sum, { lost }) => sum + lost, 0),
    workers: family.killed.worker,
    browsers: family.killed.browser,
  };
}

async function killLater(
  family: Family,
  { who, afterMs }: Extract<Fate, { kind: 'killed-waiting' }>,
): Promise<void> {
  await pause(afterMs);
  await family.kill(who);
}

type State = ReportState['state'];

/** How each report stands on the device when all have their receipt, or when nobody waits any longer. */
async function untilReceived(
  family: Family,
  way: Way,
  reportIds: readonly string[],
  isAway: boolean,
): Promise<ReadonlyMap<string, State>> {
  const until = Date.now() + patienceMs;
  let standing: ReadonlyMap<string, State> = new Map();
  const isOver = (): boolean =>
    reportIds.every((reportId) => standing.get(reportId) === 'delivered');
  while (!isOver() && Date.now() < until) {
    await pause(lookMs);
    // Somebody who is away looks when the last answer has come.
    const isQuiet = reportIds.some((reportId) => way.seen(reportId).told === 0);
    if (isAway && isQuiet && Date.now() < until - 20_000) continue;
    const states = await family.states();
    if (states === null) continue;
    standing = new Map(
      states.map(({ reportId, state, receipt }) => [
        reportId,
        state === 'delivered' && receipt === null ? 'sending' : state,
      ]),
    );
  }
  return standing;
}

/** At a quarter, at half and at three quarters of the way the desk goes away for some seconds. */
async function stopNowAndThen(
  desk: RealDesk,
  share: () => number,
  stops: { done: number },
  over: AbortSignal,
): Promise<void> {
  while (!over.aborted && stops.done < 3) {
    await pause(500);
    if (share() < (stops.done + 1) / 4) continue;
    await desk.stop();
    await pause(4000);
    await desk.start();
    stops.done += 1;
  }
}

async function count(
  { desk, known }: Battle,
  fought: readonly Fought[],
  stops: number,
): Promise<Outcome> {
  const sum = (of: (one: Fought) => number): number =>
    fought.reduce((total, one) => total + of(one), 0);
  const filed = new Set(fought.flatMap(({ reportIds }) => reportIds));
  const gone = fought.flatMap((one) => one.gone);
  const before = new Set(known);
  const live = (await listTickets(desk.url)).filter(({ reportId }) => !before.has(reportId));
  const times = new Map<string, number>();
  for (const { reportId } of live) times.set(reportId, (times.get(reportId) ?? 0) + 1);
  return {
    filed: filed.size,
    tickets: live.length,
    lost: gone.filter((reportId) => !times.has(reportId)).length,
    waiting: sum(({ waiting }) => waiting.length),
    twice: [...times.values()].filter((often) => often > 1).length,
    unreceipted: gone.length + sum(({ waiting }) => waiting.length),
    workers: sum(({ workers }) => workers),
    browsers: sum(({ browsers }) => browsers),
    answersLost: sum(({ answersLost }) => answersLost),
    repeats: sum(({ accepted }) => accepted) - live.length,
    stops,
  };
}
