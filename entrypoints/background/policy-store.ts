// Which policy is in force: the managed one, else the family's own, else the last good copy, else the safest preset.
import * as z from 'zod/mini';

import type { GuardianRecord } from '@/rules/guardian/record.ts';
import type { Override } from '@/rules/overrides/override.ts';
import { type ParseFailure, parseWith } from '@/rules/parse.ts';
import { type Policy, savedPolicySchema } from '@/rules/policy/schema.ts';
import type { Result } from '@/rules/result.ts';

import { type Area, defineItem, type Item, type Lock } from './adapters/store.ts';
import type { ManagedDocument } from './managed-document.ts';

export type Problem = { readonly where: string; readonly path: string; readonly message: string };

export type CurrentPolicy = {
  readonly source: 'none' | 'local' | 'managed';
  readonly policy: Policy | null;
  readonly revision: number;
  /** What did not parse; the last good state stays in force. */
  readonly problems: readonly Problem[];
  readonly managedSecret: GuardianRecord | null;
  /** Permissions that stand in the managed document, each with its beginning and its end. */
  readonly grants?: readonly Override[];
};

const policySchema = savedPolicySchema as z.ZodMiniType<Policy>;
const savedSchema = z.strictObject({
  revision: z.int(),
  policy: policySchema,
  /** Put here by no guardian, but in place of one that was damaged or gone. Stays until somebody saves. */
  mendedFrom: z.optional(z.enum(['copy', 'safest'])),
});
type Saved = z.infer<typeof savedSchema>;
const noPolicy: CurrentPolicy = {
  source: 'none',
  policy: null,
  revision: 0,
  problems: [],
  managedSecret: null,
};

export type PolicyStore = {
  /** At once: while managed storage is still silent, the last managed policy, else the family's own. */
  readonly current: () => Promise<CurrentPolicy>;
  /** After managed storage has answered or ten seconds: before what should not happen beside a school's policy. */
  readonly settled: () => Promise<CurrentPolicy>;
  /** Saves over `baseRevision`; false if somebody else saved in between. */
  readonly save: (policy: Policy, baseRevision: number) => Promise<boolean>;
  readonly forgetCache: () => void;
};

export type PolicyStoreNeeds = {
  readonly local: Area;
  readonly lock: Lock;
  readonly managed: () => Promise<Record<string, unknown>>;
  /** null after so many milliseconds. */
  readonly after: (ms: number) => Promise<null>;
  /** Managed storage answered after current() did: what is in force may be another policy now. */
  readonly onLateManaged: () => void;
  /** A second copy in another store: half a deletion is noticed and mended. */
  readonly backup: { read: () => Promise<unknown>; write: (saved: Saved) => Promise<void> };
  readonly hasGuardianSecret: () => Promise<boolean>;
  /** A private window's database is an empty one of its own: it mends nothing. */
  readonly isPrivate: boolean;
  /** Loaded later: reading a whole policy from outside, and the safest one there is. */
  readonly readPolicy: (document: unknown) => Promise<Result<Policy, readonly ParseFailure[]>>;
  readonly readManaged: (managed: Record<string, unknown>) => Promise<ManagedDocument>;
  readonly safestPolicy: () => Promise<Policy>;
};

export function createPolicyStore(needs: PolicyStoreNeeds): PolicyStore {
  const lastManaged = lastManagedIn(needs);
  let currentCache: Promise<CurrentPolicy> | null = null;
  let managedCache: Promise<Record<string, unknown>> | null = null;
  /** Whether what is cached was answered before managed storage was. */
  let isEarlyCache = false;
  const askManaged = (): Promise<Record<string, unknown>> => (managedCache ??= answerOf(needs));
  const forgetCache = (): void => {
    currentCache = null;
  };
  const load = async (): Promise<CurrentPolicy> => {
    const managed = await Promise.race([askManaged(), needs.after(patienceMs)]);
    const good = await lastManaged.read();
    isEarlyCache = managed === null;
    if (managed === null) {
      void askManaged().then(() => {
        if (isEarlyCache) forgetCache();
        needs.onLateManaged();
      });
      return good === null ? mendedLocal(needs) : inForceManaged(good);
    }
    if (Object.keys(managed).length > 0) return fromManaged(managed, lastManaged, needs);
    // The school took its policy back.
    if (good !== null) await lastManaged.clear();
    return mendedLocal(needs);
  };
  const current = (): Promise<CurrentPolicy> => {
    currentCache ??= load();
    // What could not be read is tried again at the next call.
    currentCache.catch(forgetCache);
    return currentCache;
  };
  return {
    current,
    async settled() {
      const answered = await Promise.race([askManaged(), needs.after(longestWaitMs)]);
      if (answered !== null && isEarlyCache) forgetCache();
      return current();
    },
    async save(policy, baseRevision) {
      const isSaved = await saveOver(needs, policy, baseRevision);
      if (isSaved) forgetCache();
      return isSaved;
    },
    forgetCache() {
      managedCache = null;
      forgetCache();
    },
  };
}

const lastManagedIn = ({ local, lock }: PolicyStoreNeeds): Item<Policy | null> =>
  defineItem({ area: local, lock }, 'managedGood', z.nullable(policySchema), { absent: null });

const saveOver = (
  needs: PolicyStoreNeeds,
  policy: Policy,
  baseRevision: number,
): Promise<boolean> =>
  needs.lock('policy', async () => {
    const now = await fromLocal(needs);
    if (now.revision !== baseRevision) return false;
    const saved = { revision: baseRevision + 1, policy };
    // The copy first: a full database then refuses the save before anything has changed.
    await needs.backup.write(saved);
    await needs.local.set({ policy: saved });
    return true;
  });

async function mendedLocal(needs: PolicyStoreNeeds): Promise<CurrentPolicy> {
  const current = await fromLocal(needs);
  if (current.problems.length > 0 && !needs.isPrivate) await mend(needs);
  return current;
}

/** Chromium takes seconds to hand out managed storage after a start, a few milliseconds later on (measured). */
const patienceMs = 50;
/** Seen on a busy machine, one start in ten: a question of the first moments is never answered. So it is asked again. */
const askAgainMs = 2000;
/** Then what is in force stays, and a school's policy takes its place whenever it comes. */
const longestWaitMs = 10_000;

function answerOf({ managed, after }: PolicyStoreNeeds): Promise<Record<string, unknown>> {
  let isOver = false;
  return new Promise((resolve, reject) => {
    const ask = (): void => {
      if (isOver) return;
      managed()
        .then(resolve, reject)
        .finally(() => {
          isOver = true;
        });
      void after(askAgainMs).then(ask);
    };
    ask();
  });
}

const inForceManaged = (policy: Policy): CurrentPolicy => ({
  source: 'managed',
  policy,
  revision: 0,
  problems: [],
  managedSecret: null,
});

async function fromManaged(
  managed: Record<string, unknown>,
  lastManaged: Item<Policy | null>,
  needs: PolicyStoreNeeds,
): Promise<CurrentPolicy> {
  const { policy, managedSecret, problems, grants, isGrantsOnly } =
    await needs.readManaged(managed);
  if (isGrantsOnly) {
    if ((await lastManaged.read()) !== null) await lastManaged.clear();
    const own = await mendedLocal(needs);
    return { ...own, problems: [...problems, ...own.problems], grants };
  }
  const inForceNow = (chosen: Policy): CurrentPolicy => ({
    source: 'managed',
    policy: chosen,
    revision: 0,
    problems,
    managedSecret,
  });
  if (policy !== null) {
    await keepLastGood(lastManaged, policy);
    return { ...inForceNow(policy), grants };
  }
  const good = await lastManaged.read();
  if (good !== null) return inForceNow(good);
  const own = await fromLocal(needs);
  // A school that meant to set rules and mistyped them gets the safest ones, not none.
  return own.policy === null
    ? inForceNow(await needs.safestPolicy())
    : { ...own, problems: [...problems, ...own.problems] };
}

/** Written only if it changed. It is in force even if there is no room to keep it. */
async function keepLastGood(lastManaged: Item<Policy | null>, good: Policy): Promise<void> {
  if (JSON.stringify(await lastManaged.read()) === JSON.stringify(good)) return;
  await lastManaged.write(good).catch(() => undefined);
}

async function fromLocal(needs: PolicyStoreNeeds): Promise<CurrentPolicy> {
  const { saved, problems } = await findSaved(needs);
  return saved === null ? noPolicy : inForce(saved, problems);
}

type Found = {
  readonly saved: Saved | null;
  readonly problems: readonly Problem[];
  readonly isStored: boolean;
};

async function findSaved(needs: PolicyStoreNeeds): Promise<Found> {
  const stored = (await needs.local.get('policy'))['policy'];
  const parsed = parseWith(savedSchema, stored);
  if (parsed.ok) return { saved: parsed.value, problems: [], isStored: true };
  const problems = stored === undefined ? [] : await problemsIn(needs, stored, parsed.failure);
  const backup = parseWith(savedSchema, await needs.backup.read());
  if (backup.ok)
    return { saved: { ...backup.value, mendedFrom: 'copy' }, problems, isStored: false };
  // Rules gone but a guardian's secret is there: never taken as "first run".
  if (stored === undefined && !(await needs.hasGuardianSecret()))
    return { saved: null, problems: [], isStored: false };
  const policy = await needs.safestPolicy();
  return { saved: { revision: 0, policy, mendedFrom: 'safest' }, problems, isStored: false };
}

/** In words, where the policy itself is what does not fit; else as the worker's own parser has them. */
async function problemsIn(
  needs: PolicyStoreNeeds,
  stored: unknown,
  failures: readonly ParseFailure[],
): Promise<Problem[]> {
  const document = (stored as { readonly policy?: unknown } | null)?.policy;
  const read = await needs.readPolicy(document);
  const found = read.ok ? failures : read.failure;
  return found.map((failure) => ({ where: 'stored policy', ...failure }));
}

/** Puts what stands in for a damaged policy where private windows look for it too. It is in force even without room. */
const mend = (needs: PolicyStoreNeeds): Promise<void> =>
  needs.lock('policy', async () => {
    const { saved, isStored } = await findSaved(needs);
    if (saved === null || isStored) return;
    await needs.local.set({ policy: saved }).catch(() => undefined);
  });

const mendedWords = {
  copy: 'was missing; restored from the copy',
  safest: 'is lost; the safest rules apply',
} as const;

const inForce = (
  { policy, revision, mendedFrom }: Saved,
  problems: readonly Problem[],
): CurrentPolicy => ({
  source: 'local',
  policy,
  revision,
  problems:
    mendedFrom === undefined
      ? problems
      : [...problems, { where: 'stored policy', path: '', message: mendedWords[mendedFrom] }],
  managedSecret: null,
});
