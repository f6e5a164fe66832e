// The growing-up plan at work: calm weeks are remembered, what was agreed comes when it is due, and at 18 it all ends.
import * as z from 'zod/mini';

import { ageMark, isOfAge } from '@/rules/growing/age.ts';
import {
  calmMemorySchema,
  type DayFacts,
  isBelieved,
  rememberWeeks,
  startRemembering,
} from '@/rules/growing/calm.ts';
import { growUp, type PlanFacts } from '@/rules/growing/plan.ts';
import { parseWith } from '@/rules/parse.ts';
import { policyChanges } from '@/rules/policy/changes.ts';
import type { ChildProfile, Policy } from '@/rules/policy/schema.ts';
import { addDays } from '@/rules/time/dates.ts';
import { momentAt } from '@/rules/time/moment.ts';
import { usageSchema } from '@/rules/time/usage.ts';

import { tellPages } from '../adapters/broadcast.ts';
import { reconcile } from '../reconcile.ts';
import type { World } from '../world.ts';
import { forgetOld } from './file-days.ts';
import { writeJournal } from './journal.ts';

const childMemorySchema = z.strictObject({
  weeks: calmMemorySchema,
  /** The day of birth as it was last seen. Another one was entered by a guardian just now. */
  born: z.nullable(z.string()),
});
const memorySchema = z.record(z.string(), childMemorySchema);
type ChildMemory = z.infer<typeof childMemorySchema>;
type Memory = z.infer<typeof memorySchema>;

/** Looks whether anything has come due for any child. Safe to call at any time; most calls end at once. */
export async function growUpIfDue(world: World): Promise<void> {
  const { policy } = await world.policies.current();
  if (world.incognito || !policy?.children.some(isGrowing)) return;
  const hasChanged = await world.lock('growing', () => lookAtAll(world));
  if (!hasChanged) return;
  await reconcile(world);
  tellPages();
}

const isGrowing = ({ born, plan }: ChildProfile): boolean =>
  born !== undefined || plan?.steps.some(({ takenOn }) => takenOn === undefined) === true;

async function lookAtAll(world: World): Promise<boolean> {
  const { policy, source, revision } = await world.policies.current();
  if (policy === null) return false;
  const memory = await readMemory(world);
  const looks = await Promise.all(
    policy.children.map((child) => lookAt(world, policy, { child, known: memory[child.id] })),
  );
  await saveMemory(world, memory, looks);
  const hasCome = await believeBirthdays(world, looks);
  // At 18 no day is filed any more, and what was kept goes all the same.
  const believed = await world.stores.believed.read();
  const grown = looks.find(({ child }) => believed.includes(ageMark(child)));
  if (grown !== undefined) await forgetOld(world, grown.facts.today);
  // A school's rules are the school's to change.
  if (source === 'managed') return hasCome;
  const next = { ...policy, children: looks.map(({ child, facts }) => growUp(child, facts)) };
  const changes = policyChanges(policy, next);
  if (changes.length === 0 || !(await world.policies.save(next, revision))) return hasCome;
  await writeJournal(world, 'saathi', changes);
  return true;
}

type Look = {
  readonly child: ChildProfile;
  readonly facts: PlanFacts;
  readonly memory: ChildMemory;
  /** The day of birth is the one that was there at the last look, or a later one: anybody may enter that. */
  readonly isBornKnown: boolean;
};

async function lookAt(
  world: World,
  policy: Policy,
  { child, known }: { readonly child: ChildProfile; readonly known: ChildMemory | undefined },
): Promise<Look> {
  const facts = await planFacts(world, policy, { child, known });
  const born = child.born ?? null;
  return {
    child,
    facts,
    memory: { weeks: facts.memory, born },
    isBornKnown: known !== undefined && (known.born === born || isLater(known.born, born)),
  };
}

const isLater = (was: string | null, born: string | null): boolean =>
  was !== null && born !== null && born > was;

/** Where no memory is given, the stored one is used. */
export async function planFacts(
  world: World,
  policy: Policy,
  about: { readonly child: ChildProfile; readonly known?: ChildMemory | undefined },
): Promise<PlanFacts> {
  const { child } = about;
  const known = 'known' in about ? about.known : (await readMemory(world))[child.id];
  const ledger = await world.stores.ledger.read();
  // The clock on the wall: a clock set ahead and back keeps the judged one ahead.
  const dateAt = (instant: number): string => momentAt(instant, policy.timeZone).date;
  const today = dateAt(world.now());
  const days = await daysBefore(world, child.id, today);
  const setBackDates = ledger.setBacks.flatMap(({ from, to }) => [dateAt(from), dateAt(to)]);
  const agreed = (child.plan?.steps ?? []).map(({ agreedOn }) => agreedOn ?? today);
  const start = known?.weeks ?? startRemembering(agreed.toSorted()[0] ?? today);
  // A clock that was set ahead must not skip the weeks until then.
  const memory = isBelieved(today, days)
    ? rememberWeeks(start, today, { days, setBackDates })
    : start;
  return { today, days, memory };
}

const keptDays = 90;

/** What is filed of the last weeks, and days that are over and not filed yet. */
async function daysBefore(world: World, childId: string, today: string): Promise<DayFacts[]> {
  const rows = await (
    await world.database()
  ).days.between(childId, addDays(today, -keptDays), today);
  const { finished, usage } = await world.stores.ledger.read();
  const unfiled = new Map(
    [
      ...finished.filter((over) => over.childId === childId).map((over) => over.usage),
      ...(Object.hasOwn(usage, childId) ? [usage[childId]] : []),
    ].flatMap((day) => (day === undefined ? [] : [[day.date, day.totalSeconds] as const])),
  );
  const filed = rows.map(({ date, usage: stored, blockedCount }): DayFacts => {
    const read = parseWith(usageSchema, stored);
    const usedSeconds = read.ok ? read.value.totalSeconds : (unfiled.get(date) ?? 0);
    return { date, usedSeconds, closedPages: blockedCount };
  });
  const others = [...unfiled]
    .filter(([date]) => !rows.some((row) => row.date === date))
    .map(([date, usedSeconds]) => ({ date, usedSeconds, closedPages: 0 }));
  return [...filed, ...others].filter(({ date }) => date < today);
}

/**
 * A birthday is believed on a computer that was in use lately, or where a guardian has just entered it: a clock that was
 * set years ahead ends nothing.
 */
async function believeBirthdays(world: World, looks: readonly Look[]): Promise<boolean> {
  const known = await world.stores.believed.read();
  const come = looks.filter(
    ({ child, facts, isBornKnown }) =>
      isOfAge(child, { date: facts.today }) &&
      !known.includes(ageMark(child)) &&
      (!isBornKnown || isBelieved(facts.today, facts.days)),
  );
  if (come.length === 0) return false;
  await world.stores.believed.update((old) =>
    [...old, ...come.map(({ child }) => ageMark(child))].slice(-20),
  );
  await writeJournal(
    world,
    'saathi',
    come.map(({ child }) => ({
      childId: child.id,
      key: 'changeOfAge',
      values: { child: child.nickname },
      weakens: true,
    })),
  );
  return true;
}

async function readMemory(world: World): Promise<Memory> {
  const stored = parseWith(memorySchema, await (await world.database()).meta.read('growing'));
  return stored.ok ? stored.value : {};
}

/** Of the children who are still here; written only if it says something new. */
async function saveMemory(world: World, old: Memory, looks: readonly Look[]): Promise<void> {
  const next = Object.fromEntries(looks.map(({ child, memory }) => [child.id, memory]));
  if (JSON.stringify(next) === JSON.stringify(old)) return;
  await (await world.database()).meta.save('growing', next);
}
