// Tells the form of a line from the line itself: published lists mix forms, and say nothing of theirs.
import { adblockLine } from './adblock.ts';
import { dnsmasqLine } from './dnsmasq.ts';
import { hostsLine, isAddressNumber } from './hosts-file.ts';
import { empty, type Line, type LineContext, named, skipped } from './line.ts';
import { zoneLine } from './zone.ts';

const adblockHeader = /^\[[^\]]*adblock[^\]]*\]$/i;
const cosmetic = /^[^\s#]*#[@?$%]{0,3}#\S/;
const tableHeader = /^[a-z_]+(?:,[a-z_]+)+$/i;

export function readLine(raw: string, context: LineContext): Line {
  const text = raw.trim();
  if (text === '') return empty;
  if (context.isInRecord) return zoneLine([text], context);
  if (adblockHeader.test(text)) return adblockBegins(context);
  if (isComment(text)) return context.isAdblock && cosmetic.test(text) ? skipped : empty;
  if (context.isAtStart && isAdblockRule(text)) adblockBegins(context);
  if (context.isAtStart && tableHeader.test(text)) return empty;
  context.isAtStart = false;
  return ruleOf(text, context);
}

function ruleOf(text: string, context: LineContext): Line {
  if (text.startsWith('|') || text.startsWith('@@')) return adblockLine(text);
  if (text.includes('#') && cosmetic.test(text)) return skipped;
  const bare = text.replace(/\s[#;].*$/, '').trimEnd();
  const directive = bare.includes('=') ? dnsmasqLine(bare) : null;
  if (directive !== null) return directive;
  const words = bare.split(/\s+/);
  const [first = ''] = words;
  if (words.length > 1 && isAddressNumber(first)) return hostsLine(words);
  if (words.length > 1 || first.startsWith('$')) return zoneLine(words, context);
  return rankedLine(first) ?? (context.isAdblock ? skipped : named('plain', [first]));
}

/** "1,a.test" (Tranco) or "https://a.test,1000" (CrUX). */
function rankedLine(text: string): Line | null {
  if (!text.includes(',')) return null;
  const first = /^(\d{1,9}),([^,]+)$/.exec(text);
  if (first !== null) return named('ranked', [first[2] ?? ''], Number(first[1]));
  const last = /^(https?:\/\/[^,]+),(\d{1,9})$/i.exec(text);
  return last === null ? null : named('ranked', [last[1] ?? ''], Number(last[2]));
}

function adblockBegins(context: LineContext): Line {
  context.isAdblock = true;
  context.isAtStart = false;
  return empty;
}

const isComment = (text: string): boolean => /^(?:[#!;]|\/\/)/.test(text);
const isAdblockRule = (text: string): boolean =>
  text.startsWith('||') || text.startsWith('@@') || cosmetic.test(text);
