// Keys whose signed grants are taken. A new one opens things, so it needs the PIN; one taken away opens nothing any more.
import type { PolicyChange } from '../messages/replies.ts';
import type { GrantKey, Policy } from './schema.ts';

type Keys = readonly GrantKey[] | undefined;

/** A key under another id, child or public half is another key. A second one under the same id is one more. */
export function grantKeyChanges(
  before: Keys,
  after: Keys,
  children: Policy['children'],
): PolicyChange[] {
  const [old, now] = [before ?? [], after ?? []];
  const change = (key: GrantKey, name: string, weakens: boolean): PolicyChange => ({
    childId: key.childId,
    key: name,
    values: {
      name: key.name,
      child: children.find(({ id }) => id === key.childId)?.nickname ?? key.childId,
    },
    weakens,
  });
  return [
    ...now
      .filter((key) => !old.some((other) => isSame(key, other)))
      .map((key) => change(key, 'changeGrantKeyAdded', true)),
    ...old
      .filter((key) => !now.some((other) => isSame(key, other)))
      .map((key) => change(key, 'changeGrantKeyRemoved', false)),
    ...now
      .filter((key) => old.some((other) => isSame(key, other) && key.name !== other.name))
      .map((key) => change(key, 'changeGrantKeyRenamed', false)),
  ];
}

const isSame = (a: GrantKey, b: GrantKey): boolean =>
  a.id === b.id && a.childId === b.childId && a.publicKey === b.publicKey;
