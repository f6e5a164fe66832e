// Response policy zones: "a.test CNAME ." closes a.test. See draft-vixie-dnsop-dns-rpz, sections 3 and 4.
import { isSinkhole } from './hosts-file.ts';
import { empty, type Line, type LineContext, named, skipped } from './line.ts';

const recordTypes = new Set(['CNAME', 'A', 'AAAA', 'SOA', 'NS', 'TXT', 'DNAME', 'MX']);
const classOrTime = /^(?:IN|\d+[smhdw]?)$/i;
/** No such name, no such data, no answer. "rpz-passthru." is an exception, any other name a redirect. */
const closing = new Set(['.', '*.', 'rpz-drop.']);

export function zoneLine(words: readonly string[], context: LineContext): Line {
  const text = words.join(' ');
  if (context.isInRecord) {
    context.isInRecord = !text.replace(/;.*$/, '').includes(')');
    return empty;
  }
  const [first = '', second = ''] = words;
  if (first.startsWith('$')) {
    if (first.toUpperCase() === '$ORIGIN') context.origin = second.replace(/\.$/, '').toLowerCase();
    return /^\$(?:ORIGIN|TTL)$/i.test(first) ? empty : skipped;
  }
  const at = words.findIndex((word) => recordTypes.has(word.toUpperCase()));
  const type = (words[at] ?? '').toUpperCase();
  // Without an owner a record belongs to the name before it: only those at the head of a zone are written so.
  const isRecord = at > 0 || type === 'NS' || type === 'SOA';
  if (!isRecord || !words.slice(1, at).every((word) => classOrTime.test(word))) {
    return { kind: 'refused', reason: 'invalid' };
  }
  if (type === 'SOA') context.isInRecord = text.includes('(') && !text.includes(')');
  return isClosing(type, words.slice(at + 1)) && at > 0
    ? ownerLine(first, context.origin)
    : skipped;
}

function isClosing(type: string, [untrimmed = '', ...more]: readonly string[]): boolean {
  const isBare = more.length === 0 || more[0]?.startsWith(';') === true;
  const target = untrimmed.replace(/;.*$/, '');
  if (type === 'CNAME') return isBare && closing.has(target.toLowerCase());
  return (type === 'A' || type === 'AAAA') && isBare && isSinkhole(target);
}

/** The host a record is about: the name without the zone's own, unless the record is about an address or a server. */
function ownerLine(owner: string, origin: string): Line {
  const absolute = owner.endsWith('.') ? owner.slice(0, -1) : owner;
  const isWithin =
    origin !== '' && owner.endsWith('.') && absolute.toLowerCase().endsWith(`.${origin}`);
  const name = isWithin ? absolute.slice(0, -origin.length - 1) : absolute;
  const isAboutHost = name !== '@' && !/(?:^|\.)rpz-[a-z-]+$/i.test(name);
  return isAboutHost ? named('zone', [name]) : skipped;
}
