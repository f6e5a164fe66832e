// The days that went by, as sums. Reports and help are not in any store this reads.
import type { Body } from '@/rules/messages/contract.ts';
import type { History } from '@/rules/messages/history-contract.ts';
import type { Done } from '@/rules/messages/replies.ts';
import { parseWith } from '@/rules/parse.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';
import { addDays } from '@/rules/time/dates.ts';
import { type DatedRequest, type KeptDay, picturedDays, weekLimit } from '@/rules/time/history.ts';
import { usageOf } from '@/rules/time/ledger.ts';
import type { Moment } from '@/rules/time/moment.ts';
import { usageSchema } from '@/rules/time/usage.ts';

import { tellPages } from '../adapters/broadcast.ts';
import { Refusal } from '../answer.ts';
import { reconcile } from '../reconcile.ts';
import type { Sender } from '../sender.ts';
import type { World } from '../world.ts';
import { currentRequests } from './ask-guardian.ts';
import { tell } from './count-time.ts';
import { keptDays } from './file-days.ts';
import { writeJournal } from './journal.ts';
import { type Loaded, loadSituation } from './situation.ts';
import { requireGuardian } from './unlock.ts';

/** A child reads of itself alone; its guardian of every child at home. */
export async function readHistory(
  world: World,
  { childId }: Body<'history.read'>,
  { surface }: Pick<Sender, 'surface'>,
): Promise<History> {
  // Brings the count up to this second, and files what is over.
  await tell(world, { kind: 'tick' });
  const loaded = await loadSituation(world);
  if (loaded === null) throw new Refusal('not-found');
  const wanted = childId ?? loaded.profile.id;
  if (surface === 'mine' && wanted !== loaded.profile.id) throw new Refusal('not-allowed');
  const profile = loaded.policy.children.find(({ id }) => id === wanted);
  if (profile === undefined) throw new Refusal('not-found');
  const { moment } = loaded.situation;
  const kept = await keptOf(world, profile, moment);
  const asked = world.incognito ? [] : await askedOf(world, loaded, profile);
  return {
    childId: profile.id,
    today: moment.date,
    days: picturedDays(profile, kept, asked, moment.date),
    weekLimitSeconds: weekLimit(profile, moment.date),
  };
}

/** Filed days, those that wait to be filed, and the running one. A private window keeps no days of its own. */
async function keptOf(world: World, { id }: ChildProfile, moment: Moment): Promise<KeptDay[]> {
  const ledger = await world.stores.ledger.read();
  const first = addDays(moment.date, -keptDays);
  const rows = world.incognito
    ? []
    : await (await world.database()).days.between(id, first, moment.date);
  const filed = rows.map(({ date, usage, blockedCount }): KeptDay => {
    // A record that can not be read keeps its count of closed pages.
    const read = parseWith(usageSchema, usage);
    return { date, usage: read.ok ? read.value : null, blockedCount };
  });
  const running = { ...usageOf(ledger, id, moment), date: moment.date };
  const waiting = ledger.finished.filter(({ childId }) => childId === id);
  const fresh = [...waiting.map(({ usage }) => usage), running].map((usage): KeptDay => {
    const row = filed.find(({ date }) => date === usage.date);
    const blockedCount = row?.blockedCount ?? 0;
    // Filed while the clock stood ahead, and begun anew when it was right again: what was counted does not vanish.
    const isMore = (row?.usage?.totalSeconds ?? 0) > usage.totalSeconds;
    return { date: usage.date, usage: isMore ? (row?.usage ?? usage) : usage, blockedCount };
  });
  const dates = new Set(fresh.map(({ date }) => date));
  return [...filed.filter(({ date }) => !dates.has(date)), ...fresh];
}

async function askedOf(
  world: World,
  loaded: Loaded,
  { id }: ChildProfile,
): Promise<DatedRequest[]> {
  return (await currentRequests(world, loaded))
    .filter(({ childId }) => childId === id)
    .map(({ askedOn, state }) => ({ date: askedOn, state }));
}

/** Ends the hold that a clock set forward and back leaves behind. It gives time, so it is the guardian's. */
export async function confirmClock(world: World, { token }: Body<'clock.confirm'>): Promise<Done> {
  await requireGuardian(world, token);
  await tell(world, { kind: 'clock-confirmed' });
  await writeJournal(world, 'guardian', [
    { childId: null, key: 'changeClockConfirmed', values: {}, weakens: true },
  ]);
  await reconcile(world);
  tellPages();
  return {};
}
