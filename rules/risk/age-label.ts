// Reads the labels by which a page itself says it is for adults. A label is believed only when it says so:
// "general", "14 years" and the like are no adult labels.

export type AgeLabelSystem = 'rta' | 'rating' | 'icra' | 'safesurf' | 'rsac';
export type AgeLabel = { readonly label: string; readonly system: AgeLabelSystem };

const mostLabels = 40;
const longestLabel = 4096;
const longestShown = 80;

const adultRatings = new Set([
  'adult',
  'adults',
  'adult only',
  'adults only',
  'mature',
  'restricted',
  'explicit',
  'porn',
  'pornography',
  'xxx',
  'x rated',
  'nc 17',
  'r18',
  'r 18',
  'x18',
  'over 18',
  'ab 18',
  '18',
]);

/**
 * The first adult label among the values of a page's `rating`, `PICS-Label` and similar metas and headers.
 * Each value is taken as it stands in the page: any case, spacing and length.
 */
export function readAgeLabel(labels: readonly string[]): AgeLabel | null {
  for (const untrusted of labels.slice(0, mostLabels)) {
    const label = untrusted.slice(0, longestLabel).normalize('NFKC').trim();
    const system = systemOf(label);
    if (system !== null) return { label: shown(label), system };
  }
  return null;
}

function systemOf(label: string): AgeLabelSystem | null {
  if (isRta(label)) return 'rta';
  const lower = label.toLowerCase();
  if (/\bicra\.org\b/.test(lower) && icraSaysAdult(lower)) return 'icra';
  if (/\brsac\.org\b/.test(lower) && levelReaches(lower, /[nsvl]/g, 2)) return 'rsac';
  if (/\bclassify\.org\b|\bsafesurf\b/.test(lower) && safeSurfSaysAdult(lower)) return 'safesurf';
  return isAdultRating(lower) ? 'rating' : null;
}

// The one label every adult site of the Restricted To Adults scheme carries; spaces and odd dashes creep in.
const isRta = (label: string): boolean =>
  label
    .replaceAll(/[\s\p{Pd}_.]+/gu, '')
    .toUpperCase()
    .includes('RTA504219961400' + '1577RTA');

function isAdultRating(lower: string): boolean {
  if (lower.length > longestShown) return false;
  const words = lower.replaceAll(/[^\p{L}\p{N}+]+/gu, ' ').trim();
  if (adultRatings.has(words)) return true;
  return /^(?:(?:rated|rating|age|ages|pegi|usk|fsk|r|only) )*(?:1[89]|2[01])(?: ?\+| (?:years?|jahren?|ans|and over|or older|plus|only))+$|^(?:1[89]|2[01]) ?\+$/.test(
    words,
  );
}

/**
 * ICRA: "r (n 0 s 0 v 0 …)" and the 2005 form "r (nz 1 sz 1 vz 0 …)". In the second, a letter after the topic
 * names what is shown: na–nd, sa–sf (nudity, sex), vb–vj without vz; "z" means none of it.
 */
function icraSaysAdult(lower: string): boolean {
  if (levelReaches(lower, /(?<![a-z])[ns](?![a-z])/g, 3)) return true;
  const shows = [...lower.matchAll(/\b(n[a-d]|s[a-f])\s+1\b/g)].map((match) => match[1] ?? '');
  // "nr", "sr" etc. say it is art, medicine or teaching: then only explicit acts count.
  const isTeaching = /\b(?:n[r-t]|s[r-t])\s+1\b/.test(lower);
  return shows.some((topic) =>
    isTeaching ? /^s[a-d]/.test(topic) : /^n[a-c]|^s[a-e]/.test(topic),
  );
}

/** PICS ratings as "letter number": whether any of the topics reaches the level. */
function levelReaches(lower: string, topics: RegExp, level: number): boolean {
  const inside = [...lower.matchAll(/\br(?:atings?)?\s*\(([^)]*)\)/g)].map(
    (match) => match[1] ?? '',
  );
  return inside.some((ratings) =>
    [...ratings.matchAll(/([a-z]+)\s+(\d)/g)].some(
      ([, topic = '', value = '0']) => topic.match(topics)?.[0] === topic && Number(value) >= level,
    ),
  );
}

/** SafeSurf: "SS~~000 9" is the age it is fit for (7 and up: adults), 002 to 007 the themes (7 and up: explicit). */
function safeSurfSaysAdult(lower: string): boolean {
  return [...lower.matchAll(/ss~~00([024567])\s+(\d)/g)].some(([, , value]) => Number(value) >= 7);
}

const shown = (label: string): string => label.replaceAll(/\s+/g, ' ').slice(0, longestShown);
