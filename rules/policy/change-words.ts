// A journal entry in words. Values named "…Key" are catalogue keys, values named "…Keys" several of them.
import type { PolicyChange } from '../messages/replies.ts';
import type { Values } from '../words/text.ts';
import { weekdays } from './schema.ts';

type Text = (key: string, values?: Values) => string;

/** The sentence of a change; `text` looks words up in the reader's language, `timeWords` says "21:30" or "2027-01-31" in it. */
export function changeWords(
  text: Text,
  change: PolicyChange,
  timeWords: (time: string) => string,
): string {
  const values = Object.entries(change.values).map(([name, value]) => {
    if (name.endsWith('Keys')) return [name.slice(0, -'Keys'.length), listWords(text, value)];
    if (name.endsWith('Key')) return [name.slice(0, -'Key'.length), text(value)];
    return [name, timeOrDate.test(value) && !names.has(name) ? timeWords(value) : value];
  });
  return text(change.key, Object.fromEntries(values));
}

const timeOrDate = /^(?:\d{2}:\d{2}|\d{4}-\d{2}-\d{2})$/;
/** Values that a person wrote: a child may be called "12:30". */
const names: ReadonlySet<string> = new Set(['child', 'name', 'oldName', 'pattern', 'scope']);

/** All the days of the week are "every day". */
function listWords(text: Text, value: string): string {
  const keys = value.split(' ').filter((key) => key !== '');
  const isWeek =
    keys.length === weekdays.length &&
    weekdays.every((day) => keys.includes(`changeValueDay_${day}`));
  return isWeek
    ? text('changeValueEveryDay')
    : keys.map((key) => text(key)).join(text('changeValueAnd'));
}
