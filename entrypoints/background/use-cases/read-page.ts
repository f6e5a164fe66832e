// The risk of a page that nobody has checked, judged from what it shows. What was read is forgotten; for the browser session
// is kept what was found, by address, so that whoever judges this address next knows it too.
import { createAddressJudge } from '@/rules/lookalike/address-score.ts';
import { scamSigns } from '@/rules/lookalike/scam-page.ts';
import type { Body } from '@/rules/messages/contract.ts';
import type { PageRead } from '@/rules/messages/help-replies.ts';
import { helpsOf } from '@/rules/policy/helps.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { type Evidence, pictureEvidence } from '@/rules/risk/evidence.ts';
import type { FoundRisk } from '@/rules/risk/found.ts';
import { judgeRisk } from '@/rules/risk/judge-risk.ts';
import { pageEvidence } from '@/rules/risk/page-evidence.ts';

import type { HelpWorld } from '../help-handlers.ts';
import type { Sender } from '../sender.ts';
import type { World } from '../world.ts';
import { orderFor } from './answer-hello.ts';
import { judge, type Judged } from './judge.ts';
import { sayIn } from './page-words.ts';
import { unchecked } from './parts-for.ts';
import { labelKey } from './situation.ts';

type Page = Judged & { readonly tabId: number; readonly url: string };

const checked: PageRead = { isChecked: true, markWords: '' };

export async function readPage(
  world: HelpWorld,
  from: Sender,
  facts: Body<'page.read'>,
): Promise<PageRead> {
  const page = await readable(world, from);
  if (page === null || page.address === null) return checked;
  const textJudge = await world.textJudge();
  const { loaded, address, url } = page;
  const known = { ...facts, address, ageLabel: loaded.ageLabelOf(url) };
  const model = await world.addressModel();
  const read = pageEvidence(known, textJudge);
  const addresses = {
    brands: loaded.brands,
    judge: model === null ? null : createAddressJudge(model, loaded.brands),
  };
  const isTold = await weigh(world, page, [...read, ...scamSigns(facts, address, addresses, read)]);
  if (isTold || (textJudge !== null && !facts.isCut)) return checked;
  const say = await sayIn(world, loaded);
  return { isChecked: false, markWords: say('unchecked') };
}

/** `unsafe`: how many pictures of this page were found unsafe so far. */
export async function noteUnsafePictures(
  world: World,
  from: Sender,
  unsafe: number,
): Promise<void> {
  const page = await readable(world, from);
  if (page !== null) await weigh(world, page, pictureEvidence(unsafe));
}

/** The page a child looks at, if nobody has checked it and this help is on; null otherwise. */
async function readable(world: World, from: Sender): Promise<Page | null> {
  const { tabId, frameId, isInactive, url } = from;
  if (tabId === null || frameId !== 0 || isInactive) return null;
  const judged = await judge(world, { url });
  if (judged === null || judged.address?.kind !== 'web') return null;
  const { loaded, verdict } = judged;
  if (!helpsOf(loaded.profile).pages) return null;
  return unchecked.test(verdict.reason.kind) && !closesPage(verdict)
    ? { ...judged, tabId, url }
    : null;
}

/** Judges all that is known of this page by now; with more found than before, the page is told at once. True: it is told, or was. */
async function weigh(
  world: World,
  { tabId, url, verdict }: Page,
  evidence: readonly Evidence[],
): Promise<boolean> {
  const found = judgeRisk(gathered(tabId, url, evidence));
  if (found === null || !(await remember(world, url, found))) return verdict.action !== 'allow';
  const judged = await judge(world, { url });
  if (judged === null || judged.verdict.action === 'allow') return false;
  const order = await orderFor(world, tabId, { url, isComing: false }, judged);
  if (order.show.kind !== 'nothing') await world.tabs.cover(tabId);
  await world.tabs.send(tabId, { order });
  return true;
}

const mostTabs = 50;
const mostPieces = 60;
type Look = { readonly url: string; readonly evidence: readonly Evidence[] };
/** A page is read in pieces, and a sign in one joins a sign in another. A dead worker loses only what it had not yet judged. */
const lookCache = new Map<number, Look>();

function gathered(tabId: number, url: string, evidence: readonly Evidence[]): readonly Evidence[] {
  const before = lookCache.get(tabId);
  const known = before?.url === url ? before.evidence : [];
  const all = [...known, ...evidence].slice(-mostPieces);
  lookCache.delete(tabId);
  lookCache.set(tabId, { url, evidence: all });
  if (lookCache.size > mostTabs) lookCache.delete(lookCache.keys().next().value ?? tabId);
  return all;
}

const mostRisks = 200;

/** Whether this says more than what was known. A page can not take back what it showed. */
async function remember(world: World, url: string, found: FoundRisk): Promise<boolean> {
  const key = labelKey(url);
  let saysMore = false;
  await world.stores.risks.update((old) => {
    const before = Object.hasOwn(old, key) ? old[key] : undefined;
    saysMore = before === undefined || (before.level === 'warn' && found.level === 'close');
    const kept = { ...found, signs: [...found.signs] };
    return saysMore
      ? Object.fromEntries([...Object.entries(old), [key, kept] as const].slice(-mostRisks))
      : old;
  });
  return saysMore;
}
