// A child asks; a guardian answers in person. What is given ends by itself.
import type { Body } from '@/rules/messages/contract.ts';
import type { RequestAnswered, RequestAsked, Requests } from '@/rules/messages/replies.ts';
import {
  overrideFromAnswer,
  quietScope,
  withAllowed,
  type AllowAlways,
} from '@/rules/overrides/answer.ts';
import {
  answerRequest,
  canAsk,
  type ChildRequest,
  endStale,
  openRequest,
  viewOfRequest,
} from '@/rules/overrides/request.ts';
import type { Moment } from '@/rules/time/moment.ts';

import { tellPages } from '../adapters/broadcast.ts';
import { Refusal } from '../answer.ts';
import { reconcile } from '../reconcile.ts';
import type { World } from '../world.ts';
import { addOverrides } from './add-overrides.ts';
import { judge } from './judge.ts';
import { titleOf } from './keep-titles.ts';
import { applyPolicy } from './save-policy.ts';
import { type Loaded, loadSituation } from './situation.ts';
import { isGuardian, refuseInPrivate, requireGuardian } from './unlock.ts';

export async function askGuardian(
  world: World,
  { url, why, words, wanted, token }: Body<'request.ask'>,
): Promise<RequestAsked> {
  // A private window's database is its own and goes with it: no guardian would ever see the question.
  refuseInPrivate(world);
  const judged = await judge(world, { url });
  if (judged === null || judged.address === null) throw new Refusal('not-found');
  const { loaded, address, verdict } = judged;
  const about = { childId: loaded.profile.id, host: address.host, reason: verdict.reason };
  const { moment } = loaded.situation;
  const title = await titleOf(world, url);
  return world.lock('requests', async () => {
    const may = canAsk(await currentRequests(world, loaded), about, moment.instant);
    if (!may.ok && !(may.failure === 'too-soon' && (await isGuardian(world, token)))) {
      throw new Refusal('not-allowed');
    }
    // As the browser writes it: an answer for "this page" has to be found again.
    const asked = { ...about, id: world.random.id(), url: address.href, title, why, words, wanted };
    const request = openRequest(asked, moment);
    await (await world.database()).requests.save(request);
    tellPages();
    return { request: viewed(request) };
  });
}

/** Refusing is free; whatever opens something asks for the guardian. */
export async function answerAsked(
  world: World,
  { requestId, answer, refusal, token }: Body<'request.answer'>,
): Promise<RequestAnswered> {
  refuseInPrivate(world);
  if (answer !== 'not-now') await requireGuardian(world, token);
  const loaded = await loadSituation(world);
  if (loaded === null) throw new Refusal('not-found');
  const answered = await world.lock('requests', async () => {
    const { moment } = loaded.situation;
    const request = await openQuestion(world, requestId, moment);
    const asked = { ...request, quietScope: quietScope(loaded.policy, request) };
    const given = overrideFromAnswer(answer, asked, moment, world.random.id());
    // Time is not given for one page or for ever: nothing would be promised and nothing given.
    if (given.kind === 'nothing' && answer !== 'not-now') throw new Refusal('not-allowed');
    const expiresAt = given.kind === 'override' ? given.override.expiresAt : null;
    const next = answerRequest(
      request,
      { answer, refusal: refusal ?? null, expiresAt },
      moment.instant,
    );
    if (!next.ok) throw new Refusal('not-found');
    if (given.kind === 'override') await addOverrides(world, [given.override]);
    if (given.kind === 'always')
      await allowAlways(world, loaded, request, { ...given.allow, token });
    await (await world.database()).requests.save(next.value);
    return next.value;
  });
  await reconcile(world);
  tellPages();
  return { request: viewed(answered) };
}

/** Only a question that is still open can be answered: not one that was, nor one that time has overtaken. */
async function openQuestion(world: World, id: string, moment: Moment): Promise<ChildRequest> {
  const stored = await (await world.database()).requests.read(id);
  const [request] = endStale(stored === null ? [] : [stored], moment);
  if (request?.state !== 'open') throw new Refusal('not-found');
  return request;
}

export async function readRequests(world: World): Promise<Requests> {
  const loaded = await loadSituation(world);
  if (loaded === null) return { requests: [] };
  const requests = await currentRequests(world, loaded);
  return { requests: requests.flatMap((request) => viewOfRequest(request) ?? []) };
}

/** Of every child; those that time has overtaken have ended. */
export async function currentRequests(world: World, loaded: Loaded): Promise<ChildRequest[]> {
  const stored = await (await world.database()).requests.list();
  return endStale(stored, loaded.situation.moment);
}

async function allowAlways(
  world: World,
  { policy, current }: Loaded,
  request: ChildRequest,
  { token, ...allow }: AllowAlways & { readonly token: string | undefined },
): Promise<void> {
  if (current.source === 'managed') throw new Refusal('managed');
  const children = policy.children.map((child) =>
    child.id === request.childId ? { ...child, filter: withAllowed(child.filter, allow) } : child,
  );
  await applyPolicy(world, {
    policy: { ...policy, children },
    baseRevision: current.revision,
    token,
  });
}

function viewed(request: ChildRequest): RequestAnswered['request'] {
  const view = viewOfRequest(request);
  if (view === null) throw new Refusal('not-found');
  return view;
}
