// A second of time: what is in front -> ledger -> storage. Help, our own pages and the browser's are never in front.
import { type AddressKind, type Host, parseAddress } from '@/rules/hosts/address.ts';
import { parentsOf } from '@/rules/hosts/match.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { type Ledger, type LedgerEvent, type LedgerRules, reduce } from '@/rules/time/ledger.ts';
import { otherHosts } from '@/rules/time/usage.ts';

import type { Tab } from '../adapters/tabs.ts';
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
  const loaded = await loadSituation(world);
  return loaded === null ? null : tellIn(world, loaded, happening);
}

async function tellIn(world: World, loaded: Loaded, happening: Happening): Promise<Ledger> {
  const rules = { zone: loaded.policy.timeZone, keptHosts: countedHosts(loaded) };
  const clocks = { at: world.now(), steady: world.steady() };
  await startSession(world, { kind: 'browser-start', ...clocks }, rules);
  const event: LedgerEvent = { ...happening, ...clocks };
  const ledger = await world.stores.ledger.update((old) => reduce(old, event, rules));
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

/** Hosts with a quota of their own. */
const countedHosts = ({ profile }: Loaded): string[] =>
  profile.quotas.flatMap(({ scope }) =>
    scope.startsWith('host:') ? [scope.slice('host:'.length)] : [],
  );

/** Looks at the page in front and tells the ledger. Safe to call whenever anything may have changed. */
export async function observeFront(world: World): Promise<Ledger | null> {
  const loaded = await loadSituation(world);
  if (loaded === null) return null;
  return tellIn(world, loaded, await whatIsInFront(world, loaded));
}

/** Where nothing that counts is in front, what is heard counts: a video beside an empty window, or in a picture of its own. */
async function whatIsInFront(world: World, loaded: Loaded): Promise<Happening> {
  const front = await world.tabs.inFront();
  const look = (tab: Tab) => shownIn(loaded, tab, world.incognito || tab.incognito);
  const seen = front === null ? null : look(front);
  if (seen !== null) return seen;
  const heard = (await world.tabs.all()).filter(({ audible }) => audible);
  return heard.flatMap((tab) => look(tab) ?? [])[0] ?? { kind: 'hide' };
}

/** By what it shows: a page could else hide behind a navigation that never ends. Null: nothing that is counted. */
function shownIn(loaded: Loaded, { shown, audible }: Tab, isPrivate: boolean): Happening | null {
  const address = isOurs(shown) ? null : parseAddress(shown);
  if (address === null || uncounted.has(address.kind)) return null;
  const {
    verdict,
    loaded: { situation, profile },
  } = judgeIn(loaded, { url: shown });
  // Help is never counted, nor is a closed page in the moment before it is replaced.
  if (verdict.reason.kind === 'help' || closesPage(verdict)) return null;
  const { host } = address;
  const categories = host === '' ? [] : situation.lookup.categoriesOf(host);
  const plain = host !== '' && situation.lookup.isKnown(host) ? 'known' : 'unknown';
  return {
    kind: 'show',
    childId: profile.id,
    // A page without a host (data:, file:) counts in the whole day.
    host: host === '' ? otherHosts : isPrivate ? nameless(host, loaded) : host,
    categories: categories.length > 0 ? categories : [plain],
    audible,
  };
}

const uncounted: ReadonlySet<AddressKind> = new Set(['about', 'browser', 'extension']);

/** A private window leaves no address behind: its time is counted by category, and by hosts that have a quota. */
const nameless = (host: Host, loaded: Loaded): string => {
  const counted = countedHosts(loaded);
  return parentsOf(host).find((name) => counted.includes(name)) ?? otherHosts;
};
