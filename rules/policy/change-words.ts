// A journal entry in words. Values named "…Key" are catalogue keys, values named "…Keys" several of them.
import type { PolicyChange } from '../messages/replies.ts';
import type { Values } from '../words/text.ts';

/** The sentence of a change; `text` looks words up in the reader's language. */
export function changeWords(
  text: (key: string, values?: Values) => string,
  change: PolicyChange,
): string {
  const values = Object.entries(change.values).map(([name, value]) => {
    if (name.endsWith('Keys')) {
      const words = value.split(' ').filter((key) => key !== '');
      return [
        name.slice(0, -'Keys'.length),
        words.map((key) => text(key)).join(text('changeValueAnd')),
      ];
    }
    return name.endsWith('Key') ? [name.slice(0, -'Key'.length), text(value)] : [name, value];
  });
  return text(change.key, Object.fromEntries(values));
}
