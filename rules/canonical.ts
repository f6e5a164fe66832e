// RFC 8785, JSON Canonicalization Scheme: the same value gives the same bytes, so that a hash can be compared and a signature checked.

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** Members sorted by UTF-16 units, no spaces, ECMAScript numbers. A lone surrogate becomes U+FFFD, a number without JSON form null. */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined
        ? []
        : [`${JSON.stringify(key.toWellFormed())}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
