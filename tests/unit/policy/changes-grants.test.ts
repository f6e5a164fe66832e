import { describe, expect, test } from 'vitest';

import { policyChanges, weakens } from '@/rules/policy/changes.ts';
import type { GrantKey, Policy } from '@/rules/policy/schema.ts';

import { anOpenChild, aPolicy } from '../../support/builders.ts';

const key: GrantKey = { id: 'key-1', name: 'Ammi', childId: 'child-1', publicKey: 'A'.repeat(43) };
const withKeys = (...grantKeys: GrantKey[]): Policy => ({ ...aPolicy(anOpenChild()), grantKeys });
const between = (before: Policy, after: Policy) => {
  const changes = policyChanges(before, after);
  return { keys: changes.map((each) => each.key), weakens: weakens(changes), changes };
};

describe('accepting a browser that signs answers', () => {
  test('needs the guardian and names the child', () => {
    expect(between(aPolicy(anOpenChild()), withKeys(key)).changes).toEqual([
      {
        childId: 'child-1',
        key: 'changeGrantKeyAdded',
        values: { name: 'Ammi', child: 'Zara' },
        weakens: true,
      },
    ]);
  });

  test.each([
    ['another public key', { publicKey: 'B'.repeat(43) }],
    ['another child', { childId: 'child-2' }],
    ['another id', { id: 'key-2' }],
  ])('under %s is a new acceptance', (_, other) => {
    expect(between(withKeys(key), withKeys({ ...key, ...other }))).toMatchObject({
      keys: ['changeGrantKeyAdded', 'changeGrantKeyRemoved'],
      weakens: true,
    });
  });

  test('a second key under the same id needs the guardian too', () => {
    const second = { ...key, publicKey: 'B'.repeat(43) };
    expect(between(withKeys(key), withKeys(key, second)).weakens).toBe(true);
  });
});

test('taking a key back is free', () => {
  expect(between(withKeys(key), aPolicy(anOpenChild()))).toMatchObject({
    keys: ['changeGrantKeyRemoved'],
    weakens: false,
  });
});

test('another name is only another name', () => {
  expect(between(withKeys(key), withKeys({ ...key, name: 'Abbu' }))).toMatchObject({
    keys: ['changeGrantKeyRenamed'],
    weakens: false,
  });
});

test('the same keys, in whatever order, are no change', () => {
  const other = { ...key, id: 'key-2' };
  expect(between(withKeys(key, other), withKeys(other, key)).keys).toEqual([]);
});
