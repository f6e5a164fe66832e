// The end of set-up: secrets first, so that a policy never stands without a guardian who can change it.
import type { Body } from '@/rules/messages/contract.ts';
import type { PolicySaved } from '@/rules/messages/replies.ts';
import { readPolicy } from '@/rules/policy/read.ts';

import { Refusal } from '../answer.ts';
import type { World } from '../world.ts';
import { saveSecrets } from './guardian-secret.ts';
import { applyPolicy } from './save-policy.ts';
import { guardianRecord, refuseInPrivate } from './unlock.ts';

export async function finishSetup(
  world: World,
  { policy: chosen, secret, recoveryVerifier }: Body<'setup.finish'>,
): Promise<PolicySaved> {
  refuseInPrivate(world);
  const policy = readPolicy(chosen);
  if (!policy.ok) throw new Refusal('malformed');
  return world.lock('setup', async () => {
    const current = await world.policies.settled();
    if (current.policy !== null || (await guardianRecord(world)) !== null) {
      throw new Refusal('already-set-up');
    }
    await saveSecrets(world, secret, recoveryVerifier);
    return applyPolicy(world, { policy: policy.value, baseRevision: 0, token: undefined });
  });
}
