// What every page of ours may know.
import { isOfAge } from '@/rules/growing/age.ts';
import { isRunning, unlockedUntil } from '@/rules/guardian/session.ts';
import type { PolicyRead, State } from '@/rules/messages/replies.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';
import { nextStop } from '@/rules/time/next-stop.ts';

import type { World } from '../world.ts';
import { type Loaded, loadSituation, scopesInFront } from './situation.ts';
import { guardianRecord } from './unlock.ts';

export async function readState(world: World): Promise<State> {
  const session = await world.stores.session.read();
  const atOnce = await world.policies.current();
  // "Not set up" opens the wizard: a school's policy that is still on its way must not see it.
  const current = atOnce.policy === null ? await world.policies.settled() : atOnce;
  const loaded = await loadSituation(world);
  const now = world.now();
  return {
    setUp: current.policy !== null,
    source: current.source,
    problems: [...current.problems, ...(loaded === null ? [] : lostSets(world, loaded))],
    language: current.policy?.language ?? 'en',
    country: current.policy?.country ?? '',
    timeZone: current.policy?.timeZone ?? null,
    child: loaded === null ? null : activeView(loaded),
    children: current.policy?.children.map(viewOfChild) ?? [],
    hasGuardianSecret: (await guardianRecord(world)) !== null,
    unlockedUntil: session !== null && isRunning(session, now) ? unlockedUntil(session) : null,
    now,
    incognito: world.incognito,
    nextStop: loaded === null ? null : await stopInFront(world, loaded),
  };
}

export async function readPolicy(world: World): Promise<PolicyRead> {
  const { policy, revision, source } = await world.policies.current();
  return { policy, revision, source };
}

/** Said as what it means: until they are back, only our own list stands for these categories in the second wall. */
const lostSets = ({ incognito }: World, { fetched }: Loaded): State['problems'] =>
  fetched.lost.map(({ category }) => ({
    where: 'lists',
    path: category,
    message: incognito
      ? 'the browser keeps no lists for private windows: here only the list that ships counts'
      : 'the lists can not be read: until they are fetched again only the list that ships counts',
  }));

const viewOfChild = ({ id, nickname, ageBand }: ChildProfile): State['children'][number] => ({
  id,
  nickname,
  ageBand,
});

const activeView = ({ profile, situation }: Loaded): State['child'] => ({
  ...viewOfChild(profile),
  isOfAge: isOfAge(profile, situation.moment),
});

async function stopInFront(
  world: World,
  { situation, profile }: Loaded,
): Promise<State['nextStop']> {
  const scopes = scopesInFront(await world.stores.ledger.read(), profile);
  return nextStop({ ...situation, scopes }, situation.moment);
}
