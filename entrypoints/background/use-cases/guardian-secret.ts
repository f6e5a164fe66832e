// Keeping and replacing the guardian's secret: the stored proof, the printed code, and what the journal says of both.
import { succeed } from '@/rules/guardian/attempts.ts';
import { fromBase64, sameBytes } from '@/rules/guardian/bytes.ts';
import { type GuardianRecord, guardianRecordSchema } from '@/rules/guardian/record.ts';
import { isWellFormed, normaliseRecoveryCode } from '@/rules/guardian/recovery.ts';
import type { Body } from '@/rules/messages/contract.ts';
import type { Done, PolicyChange } from '@/rules/messages/replies.ts';
import { parseWith } from '@/rules/parse.ts';

import { Refusal } from '../answer.ts';
import type { World } from '../world.ts';
import { writeJournal } from './journal.ts';
import { refuseInPrivate, requireGuardian } from './unlock.ts';

/** The printed code works during a wait, or a child could lock the guardian out by guessing. It has 120 random bits. */
export async function recoverGuardian(
  world: World,
  { recoveryCode, secret, recoveryVerifier }: Body<'guardian.recover'>,
): Promise<Done> {
  refuseInPrivate(world);
  if ((await world.policies.current()).source === 'managed') throw new Refusal('managed');
  if (!isWellFormed(recoveryCode)) throw new Refusal('wrong-secret');
  const database = await world.database();
  const stored = await database.secrets.read('recovery');
  const typed = await world.sha256(new TextEncoder().encode(normaliseRecoveryCode(recoveryCode)));
  const kept = typeof stored === 'string' ? fromBase64(stored) : null;
  if (kept === null || !sameBytes(kept, typed)) throw new Refusal('wrong-secret');
  await saveSecrets(world, secret, recoveryVerifier);
  await world.stores.attempts.update(succeed);
  await world.stores.session.write(null);
  await writeJournal(world, 'guardian', [happened('changeSecretRecovered')]);
  return {};
}

export async function saveSecrets(
  world: World,
  secret: GuardianRecord,
  recoveryVerifier: string,
): Promise<void> {
  const record = parseWith(guardianRecordSchema, secret);
  if (!record.ok || fromBase64(recoveryVerifier)?.length !== 32) throw new Refusal('malformed');
  const database = await world.database();
  await database.secrets.save('guardian', record.value);
  await database.secrets.save('recovery', recoveryVerifier);
}

/** Another PIN, and with it another printed code where one was made. */
export async function changeGuardian(
  world: World,
  { secret, recoveryVerifier, token }: Body<'guardian.change'>,
): Promise<Done> {
  await requireGuardian(world, token);
  if ((await world.policies.current()).source === 'managed') throw new Refusal('managed');
  const kept = await (await world.database()).secrets.read('recovery');
  const verifier = recoveryVerifier ?? kept;
  await saveSecrets(world, secret, typeof verifier === 'string' ? verifier : '');
  await writeJournal(world, 'guardian', [happened('changeSecret')]);
  return {};
}

/** The child was shown what this does and what a parent sees. */
export async function noteHandover(world: World, childId: string): Promise<Done> {
  const { policy } = await world.policies.current();
  const child = policy?.children.find(({ id }) => id === childId);
  if (child === undefined) throw new Refusal('not-found');
  await writeJournal(world, 'saathi', [
    { ...happened('handoverSeen'), childId, values: { child: child.nickname } },
  ]);
  return {};
}

const happened = (key: string): PolicyChange => ({
  childId: null,
  key,
  values: {},
  weakens: false,
});
