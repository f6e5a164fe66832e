import { countryName } from '@/components/page/formats.ts';
import type { Language } from '@/rules/policy/schema.ts';

/** The country of the system's time zone, else of its languages; null where neither says. */
export function guessCountry(
  countries: readonly string[],
  surroundings: { readonly languages: readonly string[]; readonly timeZone: string },
): string | null {
  const byZone = countries.filter((code) => zonesOf(code).includes(surroundings.timeZone));
  const regions = surroundings.languages.map((language) => regionOf(language));
  const spoken = regions.find((region) => region !== null && countries.includes(region)) ?? null;
  // Some zones lie in several countries: the language decides between them.
  if (spoken !== null && byZone.includes(spoken)) return spoken;
  return byZone[0] ?? spoken;
}

/** Countries in the reader's alphabet. */
export function countryChoices(
  codes: readonly string[],
  language: Language,
): readonly { readonly value: string; readonly label: string }[] {
  const order = new Intl.Collator(language);
  return codes
    .filter((code) => code !== 'ZZ')
    .map((value) => ({ value, label: countryName(language, value) }))
    .sort((a, b) => order.compare(a.label, b.label));
}

type WithZones = Intl.Locale & { getTimeZones?: () => readonly string[] | undefined };

function zonesOf(code: string): readonly string[] {
  // Older Firefox does not know this method: the language is guess enough.
  const locale: WithZones = new Intl.Locale(`und-${code}`);
  return locale.getTimeZones?.() ?? [];
}

function regionOf(language: string): string | null {
  try {
    return new Intl.Locale(language).region ?? null;
  } catch {
    // RangeError: not a language tag.
    return null;
  }
}
