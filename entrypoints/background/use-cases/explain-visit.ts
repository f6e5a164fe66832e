// Why an address is closed, and what can be done: judged anew, whatever the page's own address claims.
import type { Explanation } from '@/rules/messages/replies.ts';
import {
  askAgainAt,
  canAsk,
  isAskable,
  subjectOf,
  viewOfRequest,
} from '@/rules/overrides/request.ts';
import type { Reason } from '@/rules/policy/verdict.ts';

import { Refusal } from '../answer.ts';
import type { World } from '../world.ts';
import { currentRequests } from './ask-guardian.ts';
import { judge } from './judge.ts';
import { matchedLists } from './matched-lists.ts';
import { guardianRecord } from './unlock.ts';

export async function explainVisit(world: World, url: string): Promise<Explanation> {
  const judged = await judge(world, { url });
  if (judged === null) throw new Refusal('not-found');
  const { loaded, address, verdict } = judged;
  const host = address?.host ?? '';
  const about = { childId: loaded.profile.id, host, reason: verdict.reason };
  const requests = await currentRequests(world, loaded);
  const own = requests
    .filter(({ childId }) => childId === loaded.profile.id)
    .find((request) => subjectOf(request) === subjectOf(about));
  const hasGuardian = (await guardianRecord(world)) !== null;
  return {
    url,
    host,
    verdict,
    decidedBy: decidedBy(verdict.reason, loaded.current.source),
    request: own === undefined ? null : viewOfRequest(own),
    canAsk: hasGuardian && canAsk(requests, about, loaded.situation.moment.instant).ok,
    askAgainAt: hasGuardian ? askAgainAt(requests, about, loaded.situation.moment.instant) : null,
    canAnswerHere: hasGuardian && !world.incognito && isAskable(verdict.reason),
    matched: await matchedLists(world, judged),
  };
}

/** What nobody chose by hand is ours: a list we ship, a sign we saw, an address no rule can read. */
function decidedBy(reason: Reason, source: 'none' | 'local' | 'managed'): Explanation['decidedBy'] {
  if (reason.kind === 'unreadable' || reason.kind === 'not-set-up') return 'saathi';
  return source === 'managed' ? 'school' : 'family';
}
