// What a background would answer for a family of two children. Builders, so that a test says only what it is about.
import type { History } from '@/rules/messages/history-contract.ts';
import type { Day, DayQuota, Explanation, RequestView, State } from '@/rules/messages/replies.ts';
import type { ReportState } from '@/rules/messages/report-replies.ts';
import type { AgeBand, ChildProfile, Language, Policy } from '@/rules/policy/schema.ts';
import type { Instant, Reason, Verdict } from '@/rules/policy/verdict.ts';
import type { PicturedDay } from '@/rules/time/history.ts';

/** Saturday, 21 November 2026, 15:30 in Karachi. */
export const noon: Instant = Date.UTC(2026, 10, 21, 10, 30);
const minuteMs = 60_000;

export const aState = (band: AgeBand, changes: Partial<State> = {}): State => {
  const child = { id: 'sara', nickname: 'Sara', ageBand: band };
  return {
    setUp: true,
    source: 'local',
    problems: [],
    language: 'en' satisfies Language,
    country: 'PK',
    timeZone: 'Asia/Karachi',
    child,
    children: [child],
    hasGuardianSecret: true,
    unlockedUntil: null,
    now: noon,
    incognito: false,
    nextStop: { at: noon + 35 * minuteMs, reason: { kind: 'quota', quotaId: 'all', scope: 'all' } },
    ...changes,
  };
};

export const anExplanation = (
  reason: Reason,
  changes: Partial<Explanation> & Partial<Pick<Verdict, 'action' | 'until'>> = {},
): Explanation => {
  const { action = 'block', until = null, ...rest } = changes;
  return {
    url: 'https://play.games.test/level/7?name=sara',
    host: 'play.games.test',
    verdict: { action, reason, until },
    decidedBy: 'family',
    request: null,
    canAsk: true,
    askAgainAt: null,
    canAnswerHere: true,
    matched: [],
    ...rest,
  };
};

export const aRequest = (changes: Partial<RequestView> = {}): RequestView => ({
  id: 'request-1',
  childId: 'sara',
  askedAt: noon - 5 * minuteMs,
  host: 'play.games.test',
  url: 'https://play.games.test/level/7?name=sara',
  reason: { kind: 'category', category: 'games' },
  why: 'friend',
  words: 'Ali and I want to finish level 7',
  wanted: 'minutes-60',
  title: '',
  state: 'open',
  answer: null,
  refusal: null,
  expiresAt: null,
  ...changes,
});

export const aReport = (changes: Partial<ReportState> = {}): ReportState => ({
  reportId: 'report-1',
  state: 'undoable',
  undoUntil: noon + 10_000,
  now: noon,
  route: { kind: 'desk', name: 'Child Protection Desk' },
  receipt: null,
  topic: null,
  words: '',
  facts: [
    { key: 'address', value: 'https://play.games.test/level/7?name=sara' },
    { key: 'platform', value: 'play.games.test' },
    { key: 'time', value: '2026-11-21 15:30 +05:00 (Asia/Karachi)' },
    { key: 'title', value: 'Level 7' },
    { key: 'country', value: 'PK' },
    { key: 'reportId', value: '0197-4c1a' },
  ],
  mailto: null,
  attempts: 0,
  progress: null,
  mayWithdraw: false,
  mayAdd: true,
  messages: [],
  byHandWhy: null,
  ...changes,
});

export const aProfile = (band: AgeBand): ChildProfile => ({
  id: 'sara',
  nickname: 'Sara',
  ageBand: band,
  filter: {
    allowlist: ['school.test', 'wiki.test'],
    blocklist: ['play.games.test'],
    categories: {
      adult: 'block',
      gambling: 'block',
      violence: 'block',
      drugs: 'block',
      'self-harm': 'block',
      dating: 'block',
      'stranger-chat': 'block',
      social: 'ask',
      games: 'allow',
      video: 'allow',
      shopping: 'ask',
      piracy: 'block',
      scam: 'block',
      bypass: 'block',
    },
    unknown: 'ask',
    safeSearch: true,
    preferSafe: true,
    ageLabels: 'block',
    lookalikes: 'warn',
  },
  quietTimes: [
    {
      id: 'night',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      from: '21:00',
      to: '07:00',
    },
  ],
  quotas: [
    {
      id: 'all',
      scope: 'all',
      minutes: { mon: 90, tue: 90, wed: 90, thu: 90, fri: 120, sat: 180, sun: 180 },
    },
    { id: 'games', scope: 'category:games', minutes: { sat: 60, sun: 60 } },
  ],
});

export const aFamily = (band: AgeBand): Policy => ({
  schema: 'saathi-policy/1',
  language: 'en',
  country: 'PK',
  timeZone: 'Asia/Karachi',
  activeChild: 'sara',
  children: [aProfile(band)],
});

export const aDay = (changes: Partial<Day> = {}): Day => ({
  date: '2026-11-21',
  totalSeconds: 4320,
  byCategory: [
    { category: 'video', seconds: 2400 },
    { category: 'known', seconds: 1920 },
  ],
  byHour: hours({ 9: 1200, 10: 900, 14: 1320, 15: 900 }),
  closedToday: nightSpans,
  quotas: [
    aDayQuota({ limitSeconds: 10_800, usedSeconds: 4320 }),
    aDayQuota({
      quotaId: 'games',
      scope: 'category:games',
      limitSeconds: 3600,
      usedSeconds: 3600,
      opensAt: noon + 510 * minuteMs,
    }),
  ],
  quietTimesToday: [
    { quietTimeId: 'night', scope: 'all', from: noon + 330 * minuteMs, to: noon + 930 * minuteMs },
  ],
  overrides: [{ id: 'o1', covers: 'wiki.test', expiresAt: noon + 40 * minuteMs }],
  blockedCount: 2,
  blocked: [
    {
      at: noon - 20 * minuteMs,
      host: 'play.games.test',
      reason: { kind: 'blocklist', pattern: 'play.games.test' },
    },
    { at: noon - 90 * minuteMs, host: 'unknown.test', reason: { kind: 'unknown' } },
  ],
  setBacks: [],
  ...changes,
});

export const aDayQuota = (changes: Partial<DayQuota> = {}): DayQuota => ({
  quotaId: 'all',
  scope: 'all',
  limitSeconds: 3600,
  usedSeconds: 0,
  leftSeconds: (changes.limitSeconds ?? 3600) - (changes.usedSeconds ?? 0),
  carriedSeconds: 0,
  week: null,
  opensAt: null,
  ...changes,
});

const nightSpans = [
  { fromMinute: 0, toMinute: 420 },
  { fromMinute: 1260, toMinute: 1440 },
];

/** 24 hours, of which some are given. */
export const hours = (given: Readonly<Record<number, number>>): readonly number[] =>
  Array.from({ length: 24 }, (_, hour) => given[hour] ?? 0);

export const aPicturedDay = (date: string, changes: Partial<PicturedDay> = {}): PicturedDay => ({
  date,
  totalSeconds: 0,
  byCategory: [],
  byHour: hours({}),
  blockedCount: 0,
  limitSeconds: 5400,
  closed: nightSpans,
  asked: 0,
  allowed: 0,
  refused: 0,
  ...changes,
});

/** Two weeks up to Saturday, 21 November 2026. */
export const aHistory = (changes: Partial<History> = {}): History => ({
  childId: 'sara',
  today: '2026-11-21',
  days: Array.from({ length: 13 }, (_, index) => aBusyDay(index)),
  weekLimitSeconds: null,
  ...changes,
});

/** Ordinary days, each a little different. */
function aBusyDay(index: number): PicturedDay {
  const date = `2026-11-${String(9 + index).padStart(2, '0')}`;
  if (index === 9) return aPicturedDay(date);
  const [video, games, known] = [900 + 240 * (index % 4), 300 * (index % 3), 1200];
  const isToday = index === 12;
  return aPicturedDay(date, {
    totalSeconds: isToday ? 4320 : video + games + known + 300,
    byCategory: [
      { category: 'games', seconds: games },
      { category: 'video', seconds: isToday ? 2400 : video },
      { category: 'known', seconds: isToday ? 1920 : known },
      { category: 'always-open', seconds: isToday ? 0 : 300 },
    ].filter(({ seconds }) => seconds > 0) as PicturedDay['byCategory'],
    byHour: hours({ 9: 1200, 10: 900, 14: 1320, 15: 900 }),
    blockedCount: index % 3,
    limitSeconds: index > 10 ? 10_800 : 5400,
    asked: index % 4 === 0 ? 2 : 0,
    allowed: index % 4 === 0 ? 1 : 0,
    refused: index % 8 === 0 ? 1 : 0,
  });
}
