// Sets of categories, made anew where one of their lists is new or gone. What is in force stays as it is.
import { readSets } from '@/entrypoints/background/lists/store.ts';
import { joinFirstNames } from '@/rules/lists/first-names.ts';
import { replaceSection } from '@/rules/lists/set/category.ts';
import type { Category } from '@/rules/policy/schema.ts';

import type { BuiltList } from './building.ts';
import { type NewSet, type Parts, readParts, writeSets } from './shelf.ts';

/** By category: the lists that are new, and those that are gone (null). */
export type Changes = ReadonlyMap<Category, ReadonlyMap<string, BuiltList | null>>;
type Keys = Readonly<Record<string, string>>;

/** Writes all sets that change, or none. Answers the new keys by category; null: no list is left in it. */
export async function remakeSets(
  inForce: Keys,
  changes: Changes,
  tag: string,
): Promise<Record<string, string | null>> {
  const made: NewSet[] = [];
  const keys: Record<string, string | null> = {};
  for (const [category, lists] of changes) {
    const set = await remakeSet(inForce[category], lists, `${category}.${tag}`);
    if (set !== null) made.push(set);
    keys[category] = set?.key ?? null;
  }
  if (made.length > 0) await writeSets(made);
  return keys;
}

async function remakeSet(
  oldKey: string | undefined,
  lists: ReadonlyMap<string, BuiltList | null>,
  key: string,
): Promise<NewSet | null> {
  let set = oldKey === undefined ? null : ((await readSets([oldKey])).get(oldKey) ?? null);
  const parts = new Map(Object.entries(set === null ? {} : await readParts(oldKey ?? '')));
  for (const [id, built] of lists) {
    if (built !== null || set !== null) set = replaceSection(set, id, built?.bytes ?? null);
    if (built === null) parts.delete(id);
    else parts.set(id, built.part);
  }
  if (set === null || parts.size === 0) return null;
  return { key, set, names: joinFirstNames(parts.values()), parts: asRecord(parts) };
}

const asRecord = (parts: ReadonlyMap<string, Parts[string]>): Parts => Object.fromEntries(parts);
