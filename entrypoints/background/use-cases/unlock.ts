// The guardian's secret. It is never sent here: the page stretches it with Argon2id, which would hold up every verdict
// if it ran in the worker, and sends the key; only SHA-256 of that key is stored. A try is counted before any of it.
import { beginAttempt, succeed, waitUntil } from '@/rules/guardian/attempts.ts';
import { fromBase64, toBase64 } from '@/rules/guardian/bytes.ts';
import {
  type GuardianRecord,
  guardianRecordSchema,
  matchesRecord,
} from '@/rules/guardian/record.ts';
import { isUnlocked, openSession, touch, unlockedUntil } from '@/rules/guardian/session.ts';
import type { Body } from '@/rules/messages/contract.ts';
import type { Challenge, Done, GuardianWait, Unlocked } from '@/rules/messages/replies.ts';
import { parseWith } from '@/rules/parse.ts';

import { Refusal } from '../answer.ts';
import { armHeartbeat } from '../reconcile.ts';
import type { World } from '../world.ts';

const challengeMs = 120_000;

/** For a page that is about to ask for the PIN: a child who only opens that question makes nobody wait. */
export async function readWait(world: World): Promise<GuardianWait> {
  const now = world.now();
  return { until: waitUntil(await world.stores.attempts.read(), now), now };
}

/** Counts a try, stores it, and only then tells what to derive. */
export async function challengeGuardian(world: World): Promise<Challenge> {
  const record = await guardianRecord(world);
  if (record === null) throw new Refusal('not-found');
  let wait: number | null = null;
  const { waitLeftMs } = await world.stores.attempts.update((old) => {
    const { state, outcome } = beginAttempt(old, world.now(), world.steady());
    wait = outcome === 'go' ? null : outcome.waitUntil;
    return state;
  });
  // A wait runs down only while somebody looks at the clock, and perhaps nobody browses meanwhile.
  if (waitLeftMs > 0) await armHeartbeat(world);
  if (wait !== null) return { kind: 'wait', until: wait, now: world.now() };
  const challengeId = world.random.id();
  await world.stores.challenge.write({ id: challengeId, expiresAt: world.now() + challengeMs });
  return { kind: 'derive', challengeId, params: record.params, salt: record.salt };
}

/** One challenge, one answer. */
export async function unlockGuardian(
  world: World,
  { challengeId, key }: Body<'guardian.unlock'>,
): Promise<Unlocked> {
  const [challenge, record] = [await takeChallenge(world), await guardianRecord(world)];
  if (record === null || challenge?.id !== challengeId || challenge.expiresAt < world.now()) {
    throw new Refusal('not-found');
  }
  const bytes = fromBase64(key);
  const digest = bytes === null ? null : await world.sha256(Uint8Array.from(bytes));
  if (digest === null || !matchesRecord(record, digest)) return wrong(world);
  await world.stores.attempts.update(succeed);
  const session = openSession(toBase64(world.random.bytes(32)), world.now());
  await world.stores.session.write(session);
  return { kind: 'unlocked', token: session.token, until: unlockedUntil(session) };
}

export async function lockGuardian(world: World): Promise<Done> {
  await world.stores.session.write(null);
  return {};
}

/** Throws unless this very caller holds a live session. */
export async function requireGuardian(world: World, token: string | undefined): Promise<void> {
  refuseInPrivate(world);
  if (!(await isGuardian(world, token))) throw new Refusal('needs-guardian');
}

/** Whether this very caller holds a live session; a used session lives five minutes more. */
export async function isGuardian(world: World, token: string | undefined): Promise<boolean> {
  if (token === undefined) return false;
  let isLive = false;
  await world.stores.session.update((session) => {
    isLive = isUnlocked(session, token, world.now());
    return isLive && session !== null ? touch(session, world.now()) : session;
  });
  return isLive;
}

/** A private window's database is an empty one of its own: nothing of the guardian's is decided there. */
export function refuseInPrivate(world: World): void {
  if (world.incognito) throw new Refusal('private-window');
}

export async function guardianRecord(world: World): Promise<GuardianRecord | null> {
  const { managedSecret } = await world.policies.current();
  if (managedSecret !== null) return managedSecret;
  if (world.incognito) return null;
  const stored = parseWith(
    guardianRecordSchema,
    await (await world.database()).secrets.read('guardian'),
  );
  return stored.ok ? stored.value : null;
}

async function wrong(world: World): Promise<Unlocked> {
  const attempts = await world.stores.attempts.read();
  return { kind: 'wrong', waitUntil: waitUntil(attempts, world.now()), now: world.now() };
}

async function takeChallenge(world: World): Promise<{ id: string; expiresAt: number } | null> {
  let taken: { id: string; expiresAt: number } | null = null;
  await world.stores.challenge.update((present) => {
    taken = present;
    return null;
  });
  return taken;
}
