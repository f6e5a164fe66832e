// A page says hello: judged by the browser's word about who it is, never by its own.
import { parseAddress } from '@/rules/hosts/address.ts';
import type { Body } from '@/rules/messages/contract.ts';
import type { PageOrder } from '@/rules/messages/page-replies.ts';
import type { Done } from '@/rules/messages/replies.ts';
import { scopesAt } from '@/rules/policy/decide.ts';
import { closesPage, isTimeReason } from '@/rules/policy/verdict.ts';
import { nextStop } from '@/rules/time/next-stop.ts';
import { nextNoticeAt, noticeFor } from '@/rules/time/notice.ts';

import { openLater } from '../load-later.ts';
import { reconcileIfStale } from '../reconcile.ts';
import type { Sender } from '../sender.ts';
import type { World } from '../world.ts';
import { observeFront, tell } from './count-time.ts';
import { closeTab, judge, type Judged } from './judge.ts';
import { partsFor } from './parts-for.ts';
import { labelKey } from './situation.ts';

const quiet: PageOrder = { show: { kind: 'nothing' }, againInMs: null };
const longestTimerMs = 6 * 3_600_000;

export async function answerHello(
  world: World,
  from: Sender,
  { labels, why }: Body<'page.hello'>,
): Promise<PageOrder> {
  if (from.tabId === null || from.isInactive) return quiet;
  if (from.frameId !== 0) return judgeLabelledFrame(world, from, labels);
  if (why === 'timer') await tell(world, { kind: 'tick' });
  if (why === 'restored') await observeFront(world);
  await rememberLabels(world, from.url, labels);
  const judged = await judge(world, { url: from.url });
  if (judged === null) return quiet;
  // A page that has only just come, or come back, did not stand open when it was stopped.
  const isComing = why === 'start' || why === 'restored';
  const order = await orderFor(world, from.tabId, { url: from.url, isComing }, judged);
  // The page carries no dialogue of its own: what it is to show comes with the order.
  if (order.show.kind !== 'nothing') await world.tabs.cover(from.tabId);
  return { ...order, helps: partsFor(judged) };
}

type Saying = { readonly url: string; readonly isComing: boolean };

export function orderFor(
  world: World,
  tabId: number,
  page: Saying,
  judged: Judged,
): Promise<PageOrder> {
  if (closesPage(judged.verdict)) return close(world, tabId, page, judged);
  return judged.verdict.action === 'warn' ? warn(world, judged) : remind(world, tabId, judged);
}

/** A frame can not be warned about: one that says it is for adults is emptied, and the page around it stays. */
async function judgeLabelledFrame(
  world: World,
  { tabId, frameId, url }: Sender,
  labels: readonly string[],
): Promise<PageOrder> {
  const tab = tabId === null ? null : await world.tabs.get(tabId);
  const judged =
    tab === null
      ? null
      : await judge(world, {
          url,
          ageLabel: await ageLabelIn(world, labels),
          embedder: tab.url,
        });
  if (tab !== null && judged !== null && judged.verdict.action !== 'allow') {
    await world.tabs.blank(tab.id, frameId);
  }
  return quiet;
}

async function close(
  world: World,
  tabId: number,
  { url, isComing }: Saying,
  judged: Judged,
): Promise<PageOrder> {
  const isTime = isTimeReason(judged.verdict.reason);
  if (isTime && !isComing) {
    // Time closed this page: it closed others too, and the first wall has to know.
    await reconcileIfStale(world);
    const grace = await (await openLater(world)).graceOrder(tabId, judged);
    if (grace !== null) return grace;
  }
  await closeTab(world, tabId, url, judged);
  if (isTime && isComing) await reconcileIfStale(world);
  return { show: { kind: 'closing' }, againInMs: null };
}

async function warn(world: World, judged: Judged): Promise<PageOrder> {
  return {
    show: { kind: 'warning', warning: await (await openLater(world)).warningWords(judged) },
    againInMs: againIn(judged, null),
  };
}

/** An open page: tells it when a limit comes near, and when to ask again. */
async function remind(world: World, tabId: number, judged: Judged): Promise<PageOrder> {
  const stop = stopOf(judged);
  const inFront = await world.tabs.inFront();
  if (stop === null || inFront?.id !== tabId) {
    return { ...quiet, againInMs: againIn(judged, null) };
  }
  const { moment } = judged.loaded.situation;
  let due: number | null = null;
  const notices = await world.stores.notices.update((old) => {
    const told = noticeFor(old, stop, { at: moment.instant, date: moment.date });
    due = told.due;
    return told.notices;
  });
  const again = againIn(judged, nextNoticeAt(stop.at, moment.instant, notices?.shown ?? []));
  return due === null
    ? { ...quiet, againInMs: again }
    : {
        show: {
          kind: 'notice',
          notice: await (await openLater(world)).noticeWords(judged.loaded, stop),
        },
        againInMs: again,
      };
}

/** When time will stop this page if it stays in front; null for help and what is never counted. */
function stopOf({ loaded, address, verdict }: Judged): ReturnType<typeof nextStop> {
  if (address === null || address.host === '' || verdict.reason.kind === 'help') return null;
  const { situation } = loaded;
  return nextStop({ ...situation, scopes: scopesAt(situation, address.host) }, situation.moment);
}

function againIn(judged: Judged, noticeAt: number | null): number | null {
  const ends = [stopOf(judged)?.at, judged.verdict.until, noticeAt].filter(
    (at) => at !== null && at !== undefined,
  );
  if (ends.length === 0) return null;
  return Math.min(
    longestTimerMs,
    Math.max(250, Math.min(...ends) - judged.loaded.situation.moment.instant),
  );
}

/** The tab that shows this very page; null for a frame, which has no warning, and for a page that is not shown. */
const ownTab = ({ tabId, frameId, isInactive }: Sender): number | null =>
  frameId === 0 && !isInactive ? tabId : null;

export async function leaveWarning(world: World, from: Sender): Promise<Done> {
  const tabId = ownTab(from);
  if (tabId !== null) await world.tabs.leave(tabId);
  return {};
}

/** The child goes on past this warning: remembered for this host until the day or the browser session ends. */
export async function passWarning(world: World, from: Sender): Promise<Done> {
  const judged = ownTab(from) === null ? null : await judge(world, { url: from.url });
  if (judged === null || judged.address === null || judged.address.host === '') return {};
  const { host } = judged.address;
  const { moment, profile } = judged.loaded.situation;
  await world.stores.passed.update((old) => {
    const goesOn = old.date === moment.date && old.childId === profile.id;
    const hosts = goesOn ? old.hosts : [];
    return {
      date: moment.date,
      childId: profile.id,
      hosts: [...new Set([...hosts, host])].slice(-500),
    };
  });
  return {};
}

/** A page that fights its warning loses the tab. */
export async function replaceTampered(world: World, from: Sender): Promise<Done> {
  const tabId = ownTab(from);
  if (tabId === null) return {};
  const host = parseAddress(from.url)?.host ?? '';
  if (host !== '') {
    await world.stores.fought.update((old) => [...new Set([...old, host])].slice(-100));
  }
  const judged = await judge(world, { url: from.url });
  if (judged !== null) await closeTab(world, tabId, from.url, judged);
  return {};
}

const labelledPages = 200;

/** Most pages carry none: what labels mean is loaded for those that do. */
const ageLabelIn = async (world: World, labels: readonly string[]): Promise<string | null> =>
  labels.length === 0 ? null : (await openLater(world)).ageLabelIn(labels);

/** Kept for the session: whoever judges this address next knows what the page said of itself. */
async function rememberLabels(world: World, url: string, labels: readonly string[]): Promise<void> {
  const label = await ageLabelIn(world, labels);
  if (label === null) return;
  await world.stores.labels.update((old) =>
    Object.fromEntries([...Object.entries(old), [labelKey(url), label]].slice(-labelledPages)),
  );
}
