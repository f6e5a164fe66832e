// Address numbers in one form. An IPv6 address that only carries an IPv4 one (mapped, translated, NAT64,
// 6to4) is the same machine, and the browsers' own rules do not see it so.

/** `bracketed` is URL.hostname of an IPv6 address. Returns dotted IPv4 where one is carried, else the same text. */
export function foldIpv6(bracketed: string): string {
  const groups = groupsOf(bracketed.slice(1, -1));
  const carried = groups === null ? null : carriedIpv4(groups);
  if (carried === null) return bracketed;
  const [high, low] = carried;
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The IPv6 addresses that only carry this IPv4 one, for rules that compare letters; 6to4 has too many. */
export const dressedIpv4 = (host: string): readonly string[] =>
  /^\d+\.\d+\.\d+\.\d+$/.test(host)
    ? ['::ffff:', '::ffff:0:', '64:ff9b::'].map(
        (dress) => new URL(`http://[${dress}${host}]/`).hostname,
      )
    : [];

function groupsOf(shortest: string): number[] | null {
  const [before = '', after] = shortest.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  if (zeros < 0) return null;
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail].map((group) =>
    Number.parseInt(group, 16),
  );
  return groups.length === 8 && groups.every((group) => group >= 0) ? groups : null;
}

function carriedIpv4(groups: readonly number[]): readonly [number, number] | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
  if (a === 0x2002) return [b, c];
  const isNat64 = a === 0x64 && b === 0xff9b && (c | d | e | f) === 0;
  const startsEmpty = (a | b | c | d) === 0;
  const isMapped = startsEmpty && e === 0 && f === 0xffff;
  const isTranslated = startsEmpty && e === 0xffff && f === 0;
  return isNat64 || isMapped || isTranslated ? [g, h] : null;
}
