// A grant file from the guardian's own browser, taken in the child's. Anyone may bring it: its signature speaks.
import {
  type Grant,
  judgeGrant,
  keyOfGrant,
  readGrantFile,
  readUsedGrants,
  type UsedGrants,
  withUsed,
} from '@/rules/codes/grant.ts';
import { fromBase64url } from '@/rules/lists/feed/base64url.ts';
import type { GrantRefusal, GrantTaken } from '@/rules/messages/codes-replies.ts';
import type { Body } from '@/rules/messages/contract.ts';
import { onTopOfUse } from '@/rules/overrides/more-time.ts';
import type { Override } from '@/rules/overrides/override.ts';
import type { GrantKey } from '@/rules/policy/schema.ts';
import { fail, type Result } from '@/rules/result.ts';

import { tellPages } from '../adapters/broadcast.ts';
import { isSignedBy } from '../adapters/signing.ts';
import { Refusal } from '../answer.ts';
import { happened, needSituation } from '../codes/need.ts';
import { reconcile } from '../reconcile.ts';
import type { World } from '../world.ts';
import { addOverrides } from './add-overrides.ts';
import { writeJournal } from './journal.ts';
import { viewOfOverride } from './read-day.ts';
import type { Loaded } from './situation.ts';
import { refuseInPrivate } from './unlock.ts';

export async function takeGrant(world: World, { file }: Body<'grant.take'>): Promise<GrantTaken> {
  refuseInPrivate(world);
  const read = readGrantFile(file);
  if (!read.ok) return { kind: 'refused', why: read.failure };
  const { grant, message, signature } = read.value;
  const signatureBytes = fromBase64url(signature);
  const taken = await world.lock('codes', async (): Promise<Result<Override, GrantRefusal>> => {
    const loaded = await needSituation(world);
    const key = keyOfGrant(loaded.policy.grantKeys ?? [], grant);
    const publicKey = key === null ? null : fromBase64url(key.publicKey);
    if (key === null || publicKey === null) return fail('other-browser');
    const isSigned =
      signatureBytes !== null && (await isSignedBy(publicKey, signatureBytes, message));
    const { moment } = loaded.situation;
    const stored = await (await world.database()).meta.read('usedGrants');
    const used = readUsedGrants(stored, moment.instant);
    const judged = judgeGrant(grant, {
      key,
      isSigned,
      childId: loaded.profile.id,
      used,
      moment,
      overrideId: world.random.id(),
    });
    if (judged.ok) await give(world, loaded, { grant, key, used, override: judged.value });
    return judged;
  });
  if (!taken.ok) return { kind: 'refused', why: taken.failure };
  await reconcile(world);
  tellPages();
  return { kind: 'taken', gives: grant.gives, override: viewOfOverride(taken.value) };
}

/** Remembered as used before anything is given. */
async function give(
  world: World,
  { profile, situation }: Loaded,
  about: {
    readonly grant: Grant;
    readonly key: GrantKey;
    readonly used: UsedGrants;
    readonly override: Override;
  },
): Promise<void> {
  const used = withUsed(about.used, about.grant, situation.moment.instant);
  if (used === null) throw new Refusal('storage-full');
  await (await world.database()).meta.save('usedGrants', used);
  await addOverrides(
    world,
    onTopOfUse(about.override, situation, situation.moment, world.random.id),
  );
  await writeJournal(world, 'guardian', [
    happened(
      'grantTaken',
      { child: profile.nickname, name: about.key.name },
      { weakens: true, childId: profile.id },
    ),
  ]);
}
