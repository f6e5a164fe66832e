// A home that is set up, and what a family does in it.
import type { Policy } from '@/rules/policy/schema.ts';
import type { HeldLedger } from '@/rules/time/keeping.ts';
import type { Ledger } from '@/rules/time/ledger.ts';

import { anOpenChild, aPolicy } from '../../support/builders.ts';
import { outcomeOf } from '../../support/declarative-rules.ts';
import { wrongSecret } from '../../support/fake-secret.ts';
import { aHome, type Home, type Worker } from '../../support/fake-world.ts';

export const minute = 60_000;
export const family = aPolicy(anOpenChild('9-12'));

export async function aSetUpHome(policy: Policy = family): Promise<{ home: Home; worker: Worker }> {
  const home = await aHome();
  const worker = await home.wake();
  await worker.setUp(policy);
  return { home, worker };
}

/** Puts a document into managed storage, key by key. */
export function manage(home: Home, document: Readonly<Record<string, unknown>>): void {
  home.profile.managed.clear();
  for (const [key, value] of Object.entries(document)) home.profile.managed.set(key, value);
}

/** Types a secret: "unlocked", "wrong", or "wait" if there is one. */
export async function types(worker: Worker, secret = wrongSecret) {
  const challenge = await worker.gets('guardian.challenge', {});
  if (challenge.kind === 'wait') return 'wait';
  const { challengeId } = challenge;
  return (await worker.gets('guardian.unlock', { challengeId, key: secret.key })).kind;
}

/** Whether the first wall lets an address through. */
export const opens = (home: Home, url: string): boolean =>
  outcomeOf(home.profile.rules.rules(), { url, type: 'main_frame' }) !== 'block';

/** Lets the child use a page for so many minutes, a heartbeat at a time. */
export async function browses(
  home: Home,
  worker: Worker,
  url: string,
  minutes: number,
): Promise<void> {
  home.shows(url);
  await worker.observeFront();
  for (let half = 0; half < 2 * minutes; half += 1) {
    home.passes(30_000);
    await worker.observeFront();
  }
}

export const secondsIn = async (worker: Worker): Promise<number> =>
  (await worker.gets('day.read', {})).totalSeconds;
/** The newest ledger: on the disk, or counted on in the session's memory. */
export function ledgerOf(home: Home): Ledger {
  const onDisk = home.stored('ledger') as Ledger;
  const held = home.session('ledger') as HeldLedger | undefined;
  return held !== undefined && held.writes === onDisk.writes ? held.ledger : onDisk;
}

/** So many minutes pass, with the heartbeat that a counting worker has. */
export async function passes(home: Home, worker: Worker, minutes: number): Promise<void> {
  for (let half = 0; half < 2 * minutes; half += 1) {
    home.passes(30_000);
    await worker.observeFront();
  }
}
