// What an administrator deployed, read as a policy and a guardian's secret. Loaded later, with the other readers.
import { type GuardianRecord, parseGuardianRecord } from '@/rules/guardian/record.ts';
import { readPolicy } from '@/rules/policy/read.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import type { Problem } from './policy-store.ts';

export type ManagedDocument = {
  /** null: it is no policy; `problems` say why. */
  readonly policy: Policy | null;
  readonly managedSecret: GuardianRecord | null;
  readonly problems: readonly Problem[];
};

export function readManagedDocument(managed: Record<string, unknown>): ManagedDocument {
  const { guardianSecret, recoveryVerifier: _, ...document } = managed;
  const managedSecret =
    typeof guardianSecret === 'string' ? parseGuardianRecord(guardianSecret) : null;
  const inSecret =
    typeof guardianSecret === 'string' && managedSecret === null
      ? [{ path: 'guardianSecret', message: 'is not an $argon2id-sha256$… record' }]
      : [];
  const read = readPolicy(document);
  const found = [...inSecret, ...(read.ok ? [] : read.failure)];
  return {
    policy: read.ok ? read.value : null,
    managedSecret,
    problems: found.map((problem) => ({ where: 'managed', ...problem })),
  };
}
