// Sets as the extension makes them, in one step.
import { type BuiltSection, createSectionBuilder } from '@/rules/lists/set/builder.ts';
import { type CategorySet, openCategory, packCategory } from '@/rules/lists/set/category.ts';

export function sectionOf(
  hosts: Iterable<string>,
  knownHosts: Iterable<string> = [],
): BuiltSection {
  const builder = createSectionBuilder();
  for (const host of hosts) builder.add(host);
  return builder.finish({ knownHosts });
}

export function opened(buffer: ArrayBuffer): CategorySet {
  const result = openCategory(buffer);
  if (!result.ok) throw new Error(result.failure);
  return result.value;
}

export const openedSection = ({ bytes }: BuiltSection): CategorySet =>
  opened(packCategory([{ listId: 'one', bytes }]));

export const setOf = (hosts: Iterable<string>): CategorySet => openedSection(sectionOf(hosts));
