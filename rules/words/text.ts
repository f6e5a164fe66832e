// Words from the catalogue: by language, by age band, by number. Pure; the catalogue is passed in.
import type { AgeBand, Language } from '../policy/schema.ts';

export type Catalogue = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;
export type Direction = 'ltr' | 'rtl';

export const directionOf = (language: Language): Direction => (language === 'ur' ? 'rtl' : 'ltr');

// Unicode first-strong isolate and its end: a Latin host inside an Urdu sentence keeps its own direction.
const isolate = (value: string): string => `\u2068${value}\u2069`;

/**
 * The words for `key`. Looks for "key.5-8" before "key", and with a `count` value for "key_one", "key_other" and so on
 * (CLDR plural categories) in the same order. A missing key returns the key itself: the catalogue test keeps it from happening.
 */
export function wordsFor(
  catalogue: Catalogue,
  about: { readonly language: Language; readonly band: AgeBand | null },
  key: string,
  values: Values = {},
): string {
  const found = candidates(about, key, values).find((name) => Object.hasOwn(catalogue, name));
  const template = found === undefined ? key : (catalogue[found] ?? key);
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number'
      ? new Intl.NumberFormat(about.language).format(value)
      : isolate(value);
  });
}

function candidates(
  about: { readonly language: Language; readonly band: AgeBand | null },
  key: string,
  values: Values,
): string[] {
  const names = about.band === null ? [key] : [`${key}.${about.band}`, key];
  const count = values['count'];
  if (typeof count !== 'number') return names;
  const plural = new Intl.PluralRules(about.language).select(count);
  return names.flatMap((name) => [`${name}_${plural}`, `${name}_other`, name]);
}
