// Lists turned on and off. Off is weaker. On closes more, but it makes the browser ask an address of somebody else for
// it, and it is the guardian who accepts that: both need the PIN.
import { catalogueName } from '../lists/names.ts';
import type { PolicyChange } from '../messages/replies.ts';
import type { Lists } from './schema.ts';

export function listChanges(before: Lists | undefined, after: Lists | undefined): PolicyChange[] {
  const [old, now] = [namesIn(before), namesIn(after)];
  return [
    ...[...now].filter(([key]) => !old.has(key)).map(([, name]) => change('changeListOn', name)),
    ...[...old].filter(([key]) => !now.has(key)).map(([, name]) => change('changeListOff', name)),
  ];
}

/** A list under another address, category or key is another list. */
function namesIn(lists: Lists | undefined): Map<string, string> {
  if (lists === undefined) return new Map();
  return new Map([
    ...lists.catalogue.map((id): [string, string] => [id, catalogueName(id)]),
    ...lists.own.map((own): [string, string] => [JSON.stringify(own), own.name]),
    ...lists.feeds.map((feed): [string, string] => [JSON.stringify(feed), feed.name]),
  ]);
}

const change = (key: string, name: string): PolicyChange => ({
  childId: null,
  key,
  values: { name },
  weakens: true,
});
