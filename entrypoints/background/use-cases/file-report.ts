// One click becomes a report: facts the browser gives us, never what the page shows or says of itself.
import type { ReplyTo } from '@/rules/messages/contract.ts';
import { closesPage, type Reason } from '@/rules/policy/verdict.ts';
import { composeReport } from '@/rules/reporting/report.ts';

import { aboutBrowser } from '../adapters/about-browser.ts';
import { Refusal } from '../answer.ts';
import { packsInUse } from '../packs/in-use.ts';
import type { WorldWithReports } from '../reports.ts';
import type { Sender } from '../sender.ts';
import { judge } from './judge.ts';

type Filed = ReplyTo<'report.file'>;
export type Seen = { readonly url: string; readonly title: string | null };

/** From the popup: the page in front. From a block page: the address that it stands for. */
export async function fileFromExtension(
  world: WorldWithReports,
  from: Sender,
  url: string | undefined,
): Promise<Filed> {
  if (from.surface === 'blocked' && url !== undefined)
    return fileReport(world, { url, title: null });
  const tab = await world.tabs.inFront();
  if (tab === null) throw new Refusal('not-found');
  // What it shows, not where it runs off to while somebody presses Report.
  return fileReport(
    world,
    seenIn({ url: tab.shown === '' ? tab.url : tab.shown, title: tab.title }),
  );
}

/** What the page gave away itself is a fact for the desk, also where it was only warned about. */
const givenAway = new Set<Reason['kind']>(['age-label', 'lookalike', 'risk']);

export async function fileReport(world: WorldWithReports, { url, title }: Seen): Promise<Filed> {
  const judged = await judge(world, { url });
  if (judged === null) throw new Refusal('not-found');
  const { policy, profile } = judged.loaded;
  const { reason } = judged.verdict;
  const report = composeReport({
    reportId: world.random.id(),
    address: url,
    title,
    instant: world.now(),
    timeZone: policy.timeZone,
    country: policy.country,
    language: policy.language,
    ageBand: profile.ageBand,
    ...(await aboutBrowser()),
    toolVersion: world.version,
    reason: closesPage(judged.verdict) || givenAway.has(reason.kind) ? reason : null,
    topic: null,
    words: null,
    mapping: (await packsInUse(world, policy.country)).country.mapping,
  });
  return world.reports().file(report);
}

export const found = (state: Filed | null): Filed => {
  if (state === null) throw new Refusal('not-found');
  return state;
};

/** A block page stands for the address in its fragment; its title is ours. */
export function seenIn(tab: Seen): Seen {
  const url = URL.parse(tab.url);
  if (url?.pathname !== '/blocked.html' || !url.protocol.endsWith('extension:')) return tab;
  try {
    return { url: decodeURIComponent(url.hash.slice(1)), title: null };
  } catch {
    return tab; // a fragment that nobody of ours wrote
  }
}
