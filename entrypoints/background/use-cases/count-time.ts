// A second of time: what is in front -> ledger -> storage. Help, our own pages and the browser's are never in front.
import { parseAddress } from '@/rules/hosts/address.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { type Ledger, type LedgerEvent, reduce } from '@/rules/time/ledger.ts';

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
  const rules = {
    zone: loaded.policy.timeZone,
    keptHosts: loaded.profile.quotas.flatMap(({ scope }) =>
      scope.startsWith('host:') ? [scope.slice('host:'.length)] : [],
    ),
  };
  const at = { at: world.now(), steady: world.steady() };
  const isFirst = !(await world.stores.alive.read());
  const events: readonly LedgerEvent[] = [
    // The first word after a browser start: what was in front before is over, however short the pause.
    ...(isFirst ? [{ kind: 'browser-start', ...at } as const] : []),
    { ...happening, ...at } as LedgerEvent,
  ];
  if (isFirst) await world.stores.alive.write(true);
  const ledger = await world.stores.ledger.update((old) =>
    events.reduce((ledgerSoFar, event) => reduce(ledgerSoFar, event, rules), old),
  );
  if (ledger.finished.length > 0) await (await openLater(world)).fileDays(ledger, rules);
  return ledger;
}

/** Looks at the page in front and tells the ledger. Safe to call whenever anything may have changed. */
export async function observeFront(world: World): Promise<Ledger | null> {
  const loaded = await loadSituation(world);
  if (loaded === null) return null;
  return tellIn(world, loaded, await whatIsInFront(world, loaded));
}

async function whatIsInFront(world: World, loaded: Loaded): Promise<Happening> {
  const { situation, profile } = loaded;
  const tab = await world.tabs.inFront();
  const address = tab === null || isOurs(tab.url) ? null : parseAddress(tab.url);
  if (tab === null || address === null || !address.judgeable || address.host === '') {
    return { kind: 'hide' };
  }
  const { verdict } = judgeIn(loaded, { url: tab.url });
  // Help is never counted, nor is a closed page in the moment before it is replaced.
  if (verdict.reason.kind === 'help' || closesPage(verdict)) return { kind: 'hide' };
  const categories = situation.lookup.categoriesOf(address.host);
  const plain = situation.lookup.isKnown(address.host) ? 'known' : 'unknown';
  return {
    kind: 'show',
    childId: profile.id,
    host: address.host,
    categories: categories.length > 0 ? categories : [plain],
    audible: tab.audible,
  };
}
