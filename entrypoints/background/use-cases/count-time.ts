// A second of time: what is in front -> ledger -> storage. Help, our own pages and the browser's are never in front.
import { type AddressKind, type Host, parseAddress } from '@/rules/hosts/address.ts';
import { parentsOf } from '@/rules/hosts/match.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { type Ledger, type LedgerEvent, type LedgerRules, reduce } from '@/rules/time/ledger.ts';
import { alwaysOpenHosts, countedHosts } from '@/rules/time/rules-in-force.ts';
import { countedOnce } from '@/rules/time/spots.ts';
import { alwaysOpenName, otherHosts, type Spot } from '@/rules/time/usage.ts';

import type { Tab } from '../adapters/tabs.ts';
import { clocksOf, gathered } from '../gathered.ts';
import { openLater } from '../load-later.ts';
import type { World } from '../world.ts';
import { isOurs, judgeIn } from './judge.ts';
import { type Loaded, loadSituation } from './situation.ts';

type Happening = LedgerEvent extends infer Event
  ? Event extends LedgerEvent
    ? Omit<Event, 'at' | 'steady'>
    : never
  : never;

/** Tells the ledger what happened. Nothing is counted before set-up; private windows count into the same ledger. */
export async function tell(world: World, happening: Happening): Promise<Ledger | null> {
  const clocks = clocksOf(world);
  const loaded = await loadSituation(world);
  return loaded === null ? null : tellIn(world, loaded, { ...happening, ...clocks });
}

/** The event, and what has passed since then. */
async function tellIn(
  world: World,
  loaded: Loaded,
  event: LedgerEvent,
  begun: number | null = null,
): Promise<Ledger> {
  // At midnight the days of all children are over, whoever is at the computer.
  const { timeZone: zone, children } = loaded.policy;
  const rules = { zone, keptHosts: children.flatMap(countedHosts) };
  const { at, steady } = event;
  await startSession(world, { kind: 'browser-start', at, ...(steady && { steady }) }, rules);
  const ledger = await world.stores.ledger.update((old) =>
    reduce(
      reduce(old, sinceBegun(old, event, begun), rules),
      { kind: 'tick', ...clocksOf(world) },
      rules,
    ),
  );
  if (ledger.finished.length > 0) await (await openLater(world)).fileDays(ledger, rules);
  return ledger;
}

/** The first word after a browser start: what was in front before is over, however short the pause. */
async function startSession(world: World, start: LedgerEvent, rules: LedgerRules): Promise<void> {
  if (await world.stores.alive.read()) return;
  await world.lock('session', async () => {
    if (await world.stores.alive.read()) return;
    await world.stores.ledger.update((old) => reduce(old, start, rules));
    await world.stores.alive.write(true);
  });
}

/** Looks at the page in front and tells the ledger. Safe to call whenever anything may have changed. */
export const observeFront = gathered(async (world, asked): Promise<Ledger | null> => {
  const [loaded, last] = await Promise.all([loadSituation(world), world.stores.look.read()]);
  if (loaded === null) return null;
  await world.stores.look.write({ ...last, begun: asked.at });
  const [front, heard, pictures] = await Promise.all([
    inFront(world),
    world.tabs.heard(),
    world.tabs.inPicture(last.recent),
  ]);
  // What is seen now has been so since somebody asked: looking takes longer at some pages than at others.
  const happening = whatIsInFront(world, loaded, { front, playing: [...heard, ...pictures] });
  const ledger = await tellIn(world, loaded, { ...happening, ...asked }, last.begun);
  const ids = [...(front === null ? [] : [front]), ...pictures].map(({ id }) => id);
  const recent = [...new Set([...ids, ...last.recent])].slice(0, recentTabs);
  await world.stores.look.write({ begun: null, recent });
  return ledger;
});

/** Where nobody moves, a film that runs without sound is as good as one that is heard. */
async function inFront({ tabs, presence }: World): Promise<Tab | null> {
  const front = await tabs.inFront();
  if (front === null || front.audible || (await presence()) !== 'idle') return front;
  return { ...front, audible: await tabs.plays(front.id) };
}

/** A picture may open a moment after its tab was left, so that a tab is asked more than once. */
const recentTabs = 3;

/** A look that began and never ended died with its worker: what is seen now has been so since then. */
const sinceBegun = (old: Ledger, event: LedgerEvent, begun: number | null): LedgerEvent => {
  if (begun === null) return event;
  const { steady: _steady, ...told } = event;
  return { ...told, at: Math.min(event.at, Math.max(begun, old.lastSeen?.at ?? 0)) };
};

/** The last worker may have died in the middle of an event: nobody repeats to the next one what it was about. */
export async function catchUp(world: World): Promise<void> {
  const presence = await world.presence();
  if ((await world.stores.ledger.read()).presence !== presence)
    await tell(world, { kind: presence });
  await observeFront(world);
}

/**
 * The page in front, and what is heard beside it: a film goes on in a window behind, or in a picture of its own. Where
 * nothing that counts is in front, what is heard stands in its place.
 */
function whatIsInFront(
  world: World,
  loaded: Loaded,
  { front, playing }: { readonly front: Tab | null; readonly playing: readonly Tab[] },
): Happening {
  const look = (tab: Tab) => spotIn(loaded, tab, world.incognito || tab.incognito);
  const seen = front === null ? null : look(front);
  const others = playing.filter(({ id }) => id !== front?.id).flatMap((tab) => look(tab) ?? []);
  // Two hundred tabs of one site are one site.
  const byHost = [...new Map(others.map((spot) => [spot.host, spot])).values()];
  const [open, ...beside] = countedOnce(seen === null ? byHost : [seen, ...byHost], loaded.profile);
  if (open === undefined) return { kind: 'hide' };
  const audible = seen === null || front?.audible === true;
  return { kind: 'show', childId: loaded.profile.id, ...open, audible, beside };
}

/** By what it shows: a page could else hide behind a navigation that never ends. Null: nothing that is counted. */
function spotIn(loaded: Loaded, { shown }: Tab, isPrivate: boolean): Spot | null {
  const address = isOurs(shown) ? null : parseAddress(shown);
  if (address === null || uncounted.has(address.kind)) return null;
  const {
    verdict,
    loaded: { situation, profile },
  } = judgeIn(loaded, { url: shown });
  const { kind } = verdict.reason;
  // Help is never counted, nor is a closed page in the moment before it is replaced. At 18 nothing is.
  if (kind === 'help' || kind === 'of-age' || closesPage(verdict)) return null;
  const { host } = address;
  // A page without a host (data:, file:) counts in the whole day.
  if (host === '') return { host: otherHosts, categories: ['unknown'] };
  const named = isPrivate ? nameless(host, profile) : host;
  if (parentsOf(host).some((name) => alwaysOpenHosts(profile).includes(name)))
    return { host: named, categories: [alwaysOpenName] };
  const categories = situation.lookup.categoriesOf(host);
  const plain = situation.lookup.isKnown(host) ? 'known' : 'unknown';
  return { host: named, categories: categories.length > 0 ? categories : [plain] };
}

const uncounted: ReadonlySet<AddressKind> = new Set(['about', 'browser', 'extension']);

/** A private window leaves no address behind: its time is counted by category, and by hosts that have a quota. */
const nameless = (host: Host, profile: ChildProfile): string => {
  const counted = countedHosts(profile);
  return parentsOf(host).find((name) => counted.includes(name)) ?? otherHosts;
};
