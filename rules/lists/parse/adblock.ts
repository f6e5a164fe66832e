// Adblock rules that close a whole host: "||a.test^". All else such a list can say is about parts of pages.
import { type Line, named, skipped } from './line.ts';

// With one of these the rule still closes the site itself; with any other it speaks of some requests only.
const wholeSite = new Set(['all', 'document', 'doc', 'important', 'popup']);
const hostRule = /^\|\|([^\s^$|/*]+|\*\.[^\s^$|/*]+)\^\|?(?:\$([\w,~-]+))?$/;

export function adblockLine(text: string): Line {
  const [, name, options] = hostRule.exec(text) ?? [];
  if (name === undefined) return skipped;
  const isWhole = options === undefined || options.split(',').every((word) => wholeSite.has(word));
  return isWhole ? named('adblock', [name]) : skipped;
}
