// Reads the labels by which a page itself says it is for adults. A label is believed only when it says so:
// "general", "14 years" and the like are no adult labels.

type PicsSystem = 'icra' | 'rsac' | 'safesurf' | 'safe-for-kids';
export type AgeLabelSystem = 'rta' | 'rating' | PicsSystem;
export type AgeLabel = { readonly label: string; readonly system: AgeLabelSystem };

const mostLabels = 40;
const longestLabel = 4096;
const longestShown = 80;

const picsSystems: readonly { readonly service: string; readonly system: PicsSystem }[] = [
  { service: 'icra.org', system: 'icra' },
  { service: 'rsac.org', system: 'rsac' },
  { service: 'classify.org', system: 'safesurf' },
  { service: 'weburbia.com/safe', system: 'safe-for-kids' },
];

const adultRatings = new Set(
  `adult,adults,mature,restricted,explicit,porn,pornography,xxx,x,nc 17,18,18plus,19,21,r18,r 18,x18,xxx rated,nsfw`.split(
    ',',
  ),
);
const fillers = new Set(
  `rated rating content site website page material age ages aged year years old and over or older above plus only strictly
  viewers pegi usk fsk ab ans jahre jahren from`.split(/\s+/),
);

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
  const pics = picsSystems.find(({ service }) => lower.includes(service))?.system;
  if (pics !== undefined) return picsSaysAdult(lower, pics) ? pics : null;
  return isAdultRating(lower) ? 'rating' : null;
}

// The one label every adult site of the Restricted To Adults scheme carries; spaces and odd dashes creep in.
const isRta = (label: string): boolean =>
  label
    .replaceAll(/[\s\p{Pd}_.]+/gu, '')
    .toUpperCase()
    .includes('RTA5042199614001577RTA');

/** The whole value must say it: "18+", "rated 18", "ages 18 and over", "Adults only!", but not "under 18". */
function isAdultRating(lower: string): boolean {
  if (lower.length > longestShown) return false;
  const words = lower.match(/[\p{L}\p{N}]+/gu) ?? [];
  return adultRatings.has(words.join(' ')) || adultRatings.has(words.filter(isTelling).join(' '));
}

const isTelling = (word: string): boolean => !fillers.has(word);

/** One PICS label names its service and rates topics: `"http://www.icra.org/…" … r (n 3 s 0 v 0)`. */
function picsSaysAdult(lower: string, system: PicsSystem): boolean {
  const topics = new Map(
    [...lower.matchAll(/\br(?:atings?)?\s*\(([^()]*)\)/g)]
      .flatMap(([, inside = '']) => [...inside.matchAll(/([a-z~][a-z0-9~]*)\s+(\d)/g)])
      .map(([, topic = '', level = '0']) => [topic, Number(level)] as const),
  );
  const reaches = ([topic, level]: readonly [string, number]): boolean =>
    (topics.get(topic) ?? 0) >= level;
  return system === 'icra'
    ? icraSaysAdult(topics) || icraLevels.some(reaches)
    : adultLevels[system].some(reaches);
}

// The mildest level of a topic that its own scheme keeps for adults.
const icraLevels = [
  ['n', 3],
  ['s', 3],
  ['v', 3],
] as const;
const adultLevels = {
  rsac: [
    ['n', 3],
    ['s', 3],
    ['v', 4],
  ],
  safesurf: [
    ['ss~~000', 6],
    ['ss~~002', 7],
    ['ss~~003', 7],
    ['ss~~004', 7],
    ['ss~~006', 7],
  ],
  'safe-for-kids': [['s', 2]],
} as const;

/**
 * ICRA by letters. Revised (2005): nc genitals, sc touching, sd language, se acts, sf erotica, xa–xe context.
 * Original (2000): na and nf acts, nb and nc genitals, nh touching, nr–nt context. Art, medicine and teaching excuse
 * what is shown, never the acts.
 */
function icraSaysAdult(topics: ReadonlyMap<string, number>): boolean {
  const has = (names: readonly string[]): boolean =>
    names.some((name) => (topics.get(name) ?? 0) >= 1);
  const isRevised = [...topics.keys()].some((topic) => /^(?:s[a-z]|x[a-e])$/.test(topic));
  const isInContext = has(['xa', 'xb', 'xc', 'xd', 'xe', 'nr', 'ns', 'nt']);
  return isRevised
    ? has(['se', 'sf']) || (!isInContext && has(['nc', 'sc', 'sd']))
    : has(['na', 'nf']) || (!isInContext && has(['nb', 'nc', 'nh']));
}

const shown = (label: string): string => label.replaceAll(/\s+/g, ' ').slice(0, longestShown);
