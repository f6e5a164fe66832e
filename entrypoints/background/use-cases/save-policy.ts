// A change of policy: unlocked if it weakens -> saved -> journal -> the browser made equal -> every page told.
import type { Body } from '@/rules/messages/contract.ts';
import type { PolicySaved } from '@/rules/messages/replies.ts';
import { policyChanges, weakens } from '@/rules/policy/changes.ts';
import { readPolicy } from '@/rules/policy/read.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import { tellPages } from '../adapters/broadcast.ts';
import { Refusal } from '../answer.ts';
import { forgetSheetsOf } from '../codes/sheets.ts';
import { reconcile } from '../reconcile.ts';
import type { World } from '../world.ts';
import { observeFront } from './count-time.ts';
import { writeJournal } from './journal.ts';
import { isGuardian, refuseInPrivate } from './unlock.ts';

export async function savePolicy(
  world: World,
  { policy: untrustedPolicy, baseRevision, token }: Body<'policy.save'>,
): Promise<PolicySaved> {
  refuseInPrivate(world);
  const current = await world.policies.current();
  if (current.source === 'managed') throw new Refusal('managed');
  if (current.policy === null) throw new Refusal('not-found');
  const policy = readPolicy(untrustedPolicy);
  if (!policy.ok) throw new Refusal('malformed');
  return applyPolicy(world, { policy: policy.value, baseRevision, token });
}

/** For use cases that made the policy themselves. */
export async function applyPolicy(
  world: World,
  wanted: {
    readonly policy: Policy;
    readonly baseRevision: number;
    readonly token: string | undefined;
  },
): Promise<PolicySaved> {
  const { policy: before, revision } = await world.policies.current();
  // Before the PIN: nobody should type it for a change that can not be saved.
  if (before !== null && revision !== wanted.baseRevision) throw new Refusal('changed-elsewhere');
  const changes = policyChanges(before, wanted.policy);
  // Before there is a guardian there is nobody to ask; set-up itself is not a weakening.
  const byGuardian = before === null || (await isGuardian(world, wanted.token));
  if (weakens(changes) && !byGuardian) throw new Refusal('needs-guardian');
  if (!(await world.policies.save(wanted.policy, wanted.baseRevision))) {
    throw new Refusal('changed-elsewhere');
  }
  await writeJournal(world, byGuardian ? 'guardian' : 'anyone', changes);
  await forgetRemoved(world, before, wanted.policy);
  await observeFront(world);
  await reconcile(world);
  tellPages();
  return { revision: wanted.baseRevision + 1, changes };
}

/** A child who is taken out of the policy leaves no days, no hosts and no cards behind. */
async function forgetRemoved(world: World, before: Policy | null, after: Policy): Promise<void> {
  const kept = new Set(after.children.map(({ id }) => id));
  const removed = (before?.children ?? []).filter(({ id }) => !kept.has(id));
  if (removed.length === 0) return;
  const database = await world.database();
  for (const { id } of removed) {
    await database.days.forgetChild(id);
    await database.blocked.forgetChild(id);
  }
  await forgetSheetsOf(
    world,
    removed.map(({ id }) => id),
  );
}
