// The stores around a policy, and workers over them; each can be damaged or full.
import type { Lock } from '@/entrypoints/background/adapters/store.ts';
import { policyRules } from '@/entrypoints/background/later.ts';
import {
  createPolicyStore,
  type PolicyStore,
  type PolicyStoreNeeds,
} from '@/entrypoints/background/policy-store.ts';
import { createPolicy } from '@/rules/policy/presets.ts';
import type { Policy } from '@/rules/policy/schema.ts';

export const family = createPolicy({
  language: 'ur',
  country: 'PK',
  timeZone: 'Asia/Karachi',
  nickname: 'Zara',
  band: '9-12',
  childId: 'zara',
});
export const called = (nickname: string): Policy => ({
  ...family,
  children: family.children.map((child) => ({ ...child, nickname })),
});

/** The two stores around a policy, and workers over them. */
export function aStorage() {
  const local = new Map<string, unknown>();
  const state = {
    local,
    managed: {} as Record<string, unknown>,
    /** Chromium hands managed storage out seconds after its start. */
    managedAnswers: Promise.resolve(),
    lateAnswers: 0,
    copy: null as unknown,
    hasSecret: false,
    isPrivate: false,
    isDatabaseBroken: false,
    /** Thrown by writing this key of storage.local, or "copy". */
    failing: null as string | null,
    writes: [] as string[],
  };
  const write = (key: string): void => {
    if (state.failing === key) throw new DOMException('full', 'QuotaExceededError');
    state.writes.push(key);
  };
  const opened = (): void => {
    if (state.isDatabaseBroken) throw new DOMException('Internal error', 'UnknownError');
  };
  const needs = (): PolicyStoreNeeds => ({
    local: {
      get: async (key) => (local.has(key) ? { [key]: structuredClone(local.get(key)) } : {}),
      async set(items) {
        for (const [key, value] of Object.entries(items)) {
          write(key);
          local.set(key, structuredClone(value));
        }
      },
      remove: async (key) => void local.delete(key),
    },
    lock: aLock(),
    managed: async () => {
      await state.managedAnswers;
      return structuredClone(state.managed);
    },
    after: (ms) => new Promise((resolve) => setTimeout(() => resolve(null), ms)),
    onLateManaged: () => {
      state.lateAnswers += 1;
    },
    backup: {
      async read() {
        opened();
        return state.copy;
      },
      async write(saved) {
        opened();
        write('copy');
        state.copy = structuredClone(saved);
      },
    },
    async hasGuardianSecret() {
      opened();
      return state.hasSecret;
    },
    isPrivate: state.isPrivate,
    readPolicy: async (document) => policyRules.readPolicy(document),
    readManaged: async (managed) => policyRules.readManaged(managed),
    safestPolicy: async () => policyRules.safestPolicy(),
  });
  return Object.assign(state, { worker: (): PolicyStore => createPolicyStore(needs()) });
}

function aLock(): Lock {
  const last = new Map<string, Promise<unknown>>();
  return (name, task) => {
    const result = (last.get(name) ?? Promise.resolve()).then(task, task);
    last.set(
      name,
      result.catch(() => null),
    );
    return result;
  };
}

export const safest = policyRules.safestPolicy();
