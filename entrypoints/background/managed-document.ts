// What an administrator deployed, read as a policy and a guardian's secret. Loaded later, with the other readers.
import { readManagedGrants } from '@/rules/codes/managed-grants.ts';
import { type GuardianRecord, parseGuardianRecord } from '@/rules/guardian/record.ts';
import type { Override } from '@/rules/overrides/override.ts';
import type { ParseFailure } from '@/rules/parse.ts';
import { readPolicy } from '@/rules/policy/read.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import type { Problem } from './policy-store.ts';

export type ManagedDocument = {
  /** null: it is no policy; `problems` say why. */
  readonly policy: Policy | null;
  /** Nothing but grants stands there: they are given beside the family's own policy. */
  readonly isGrantsOnly: boolean;
  readonly grants: readonly Override[];
  readonly managedSecret: GuardianRecord | null;
  readonly problems: readonly Problem[];
};

export function readManagedDocument(managed: Record<string, unknown>): ManagedDocument {
  const { guardianSecret, recoveryVerifier: _, grants: untrustedGrants, ...document } = managed;
  const { grants, problems: inGrants } = readManagedGrants(untrustedGrants);
  const isGrantsOnly = Object.keys(managed).join() === 'grants';
  if (isGrantsOnly) {
    return { policy: null, isGrantsOnly, grants, managedSecret: null, problems: named(inGrants) };
  }
  const managedSecret =
    typeof guardianSecret === 'string' ? parseGuardianRecord(guardianSecret) : null;
  const inSecret =
    typeof guardianSecret === 'string' && managedSecret === null
      ? [{ path: 'guardianSecret', message: 'is not an $argon2id-sha256$… record' }]
      : [];
  const read = readPolicy(document);
  return {
    policy: read.ok ? read.value : null,
    isGrantsOnly,
    grants,
    managedSecret,
    problems: named([...inSecret, ...(read.ok ? [] : read.failure), ...inGrants]),
  };
}

const named = (found: readonly ParseFailure[]): Problem[] =>
  found.map((problem) => ({ where: 'managed', ...problem }));
