// Where a family starts: rules that fit an age band. Everything here can be changed afterwards.
import type { Values } from '../words/text.ts';
import type {
  Action,
  AgeBand,
  Category,
  ChildProfile,
  Filter,
  Language,
  Policy,
  QuietTime,
  Quota,
} from './schema.ts';

export type Preset = Pick<ChildProfile, 'filter' | 'quietTimes' | 'quotas'>;

type BandPlan = {
  readonly unknown: Action;
  readonly categories: Readonly<Record<Category, Action>>;
  readonly ageLabels: Action;
  readonly lookalikes: Action;
  readonly preferSafe: boolean;
  readonly quiet: { readonly from: string; readonly to: string };
  /** Minutes of all browsing; null: no limit. */
  readonly minutes: { readonly schoolDay: number; readonly weekend: number } | null;
};

// For the three younger bands these are never a question.
const alwaysClosed = {
  adult: 'block',
  gambling: 'block',
  'self-harm': 'block',
  drugs: 'block',
  scam: 'block',
  bypass: 'block',
} as const;

const plans: Readonly<Record<AgeBand, BandPlan>> = {
  '5-8': {
    unknown: 'block',
    categories: {
      ...alwaysClosed,
      violence: 'block',
      dating: 'block',
      'stranger-chat': 'block',
      piracy: 'block',
      social: 'block',
      shopping: 'block',
      games: 'ask',
      video: 'ask',
    },
    ageLabels: 'warn',
    lookalikes: 'warn',
    preferSafe: true,
    quiet: { from: '20:00', to: '06:30' },
    minutes: { schoolDay: 60, weekend: 90 },
  },
  '9-12': {
    unknown: 'ask',
    categories: {
      ...alwaysClosed,
      violence: 'block',
      dating: 'block',
      'stranger-chat': 'block',
      piracy: 'block',
      social: 'ask',
      shopping: 'ask',
      games: 'allow',
      video: 'allow',
    },
    ageLabels: 'warn',
    lookalikes: 'warn',
    preferSafe: true,
    quiet: { from: '20:30', to: '06:30' },
    minutes: { schoolDay: 90, weekend: 120 },
  },
  '13-15': {
    unknown: 'warn',
    categories: {
      ...alwaysClosed,
      violence: 'warn',
      dating: 'block',
      'stranger-chat': 'block',
      piracy: 'warn',
      social: 'allow',
      shopping: 'allow',
      games: 'allow',
      video: 'allow',
    },
    ageLabels: 'warn',
    lookalikes: 'warn',
    preferSafe: true,
    quiet: { from: '21:30', to: '06:00' },
    minutes: { schoolDay: 150, weekend: 210 },
  },
  '16-17': {
    unknown: 'allow',
    categories: {
      adult: 'block',
      scam: 'block',
      gambling: 'warn',
      'self-harm': 'warn',
      drugs: 'warn',
      bypass: 'warn',
      violence: 'warn',
      dating: 'warn',
      'stranger-chat': 'warn',
      piracy: 'warn',
      social: 'allow',
      shopping: 'allow',
      games: 'allow',
      video: 'allow',
    },
    ageLabels: 'warn',
    lookalikes: 'warn',
    preferSafe: false,
    quiet: { from: '23:00', to: '05:30' },
    minutes: null,
  },
};

const everyDay: QuietTime['days'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Fresh rules for a band, free to be changed. */
export function presetFor(band: AgeBand): Preset {
  const { quiet, minutes, ...rest } = plans[band];
  return {
    filter: filterOf(rest),
    quietTimes: [{ id: 'night', days: [...everyDay], ...quiet }],
    quotas: minutes === null ? [] : [dailyQuota(minutes)],
  };
}

/** What an adult in this band's family gets to see: blocked addresses, or counts only. */
export const seesBlockedAddresses = (band: AgeBand): boolean => band === '5-8' || band === '9-12';

export type PresetLine = { readonly key: string; readonly values: Values };

const lineNames: Readonly<Record<AgeBand, string>> = {
  '5-8': '5to8',
  '9-12': '9to12',
  '13-15': '13to15',
  '16-17': '16to17',
};

/** The preset card in three lines: what is closed, when it stops, what the guardian will see. */
export function presetLines(band: AgeBand): readonly [PresetLine, PresetLine, PresetLine] {
  const { quiet, minutes } = plans[band];
  const stops = { ...quiet, ...minutes };
  return [
    { key: `presetCloses${lineNames[band]}`, values: {} },
    { key: minutes === null ? 'presetStopsAtNight' : 'presetStops', values: stops },
    { key: seesBlockedAddresses(band) ? 'presetSeesAddresses' : 'presetSeesCounts', values: {} },
  ];
}

/** A whole policy for a family's first child. */
export function createPolicy(chosen: {
  readonly language: Language;
  readonly country: string;
  readonly timeZone: string;
  readonly nickname: string;
  readonly band: AgeBand;
  readonly childId: string;
}): Policy {
  const { language, country, timeZone, childId } = chosen;
  return {
    schema: 'saathi-policy/1',
    language,
    country,
    timeZone,
    activeChild: childId,
    children: [createChild(childId, chosen.nickname, chosen.band)],
  };
}

export const createChild = (id: string, nickname: string, band: AgeBand): ChildProfile => ({
  id,
  nickname,
  ageBand: band,
  ...presetFor(band),
});

function filterOf(plan: Omit<BandPlan, 'quiet' | 'minutes'>): Filter {
  return {
    allowlist: [],
    blocklist: [],
    categories: { ...plan.categories },
    unknown: plan.unknown,
    safeSearch: true,
    preferSafe: plan.preferSafe,
    ageLabels: plan.ageLabels,
    lookalikes: plan.lookalikes,
  };
}

function dailyQuota({ schoolDay, weekend }: NonNullable<BandPlan['minutes']>): Quota {
  return {
    id: 'day',
    scope: 'all',
    minutes: {
      mon: schoolDay,
      tue: schoolDay,
      wed: schoolDay,
      thu: schoolDay,
      fri: schoolDay,
      sat: weekend,
      sun: weekend,
    },
  };
}
