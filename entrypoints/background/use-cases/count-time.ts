// A second of time: what is in front -> ledger -> storage. Help, our own pages and the browser's are never in front.
import { parseAddress } from '@/rules/hosts/address.ts';
import { type Ledger, type LedgerEvent, reduce } from '@/rules/time/ledger.ts';

import type { World } from '../world.ts';
import { isOurs } from './judge.ts';
import { type Loaded, loadSituation } from './situation.ts';

type Happening = LedgerEvent extends infer Event
  ? Event extends LedgerEvent
    ? Omit<Event, 'at' | 'steady'>
    : never
  : never;

/** Tells the ledger what happened. Nothing is counted before set-up, nor in the private window's own worker. */
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
  if (ledger.finished.length > 0) await fileDays(world, ledger, rules);
  return ledger;
}

/** Looks at the page in front and tells the ledger. Safe to call whenever anything may have changed. */
export async function observeFront(world: World): Promise<Ledger | null> {
  const loaded = await loadSituation(world);
  if (loaded === null) return null;
  return tellIn(world, loaded, await whatIsInFront(world, loaded));
}

async function whatIsInFront(world: World, { situation, profile }: Loaded): Promise<Happening> {
  const tab = await world.tabs.inFront();
  const address = tab === null || isOurs(tab.url) ? null : parseAddress(tab.url);
  if (tab === null || address === null || !address.judgeable || address.host === '') {
    return { kind: 'hide' };
  }
  if (situation.isHelp(address.host)) return { kind: 'hide' };
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

/** Days that are over move to the database; only then the ledger lets go of them. */
async function fileDays(
  world: World,
  ledger: Ledger,
  rules: { readonly zone: string; readonly keptHosts: readonly string[] },
): Promise<void> {
  if (world.incognito) return;
  const database = await world.database();
  for (const { childId, usage } of ledger.finished) {
    const before = await database.days.read(childId, usage.date);
    const blockedCount = before?.blockedCount ?? 0;
    await database.days.save({ childId, date: usage.date, usage, blockedCount });
  }
  const through = ledger.finished
    .map(({ usage }) => usage.date)
    .toSorted()
    .at(-1);
  if (through === undefined) return;
  const event: LedgerEvent = { kind: 'filed', through, at: world.now(), steady: world.steady() };
  await world.stores.ledger.update((old) => reduce(old, event, rules));
}
