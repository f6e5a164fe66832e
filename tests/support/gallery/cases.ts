// Every state of the child's surfaces, by a name that fits into an address.
import type { ReplyTo } from '@/rules/messages/contract.ts';
import type { Category, Lists, Policy } from '@/rules/policy/schema.ts';
import type { Reason } from '@/rules/policy/verdict.ts';

import { someCodes } from '../codes-replies.ts';
import type { Replies } from '../fake-platform.ts';
import { aFeedView, aListState, aMatchedList, listsOf } from '../list-replies.ts';
import { anExplanation, aReport, aRequest, noon } from '../page-replies.ts';

const topic = (category: Category): Reason => ({ kind: 'category', category });
const explained = (reason: Reason, changes: Parameters<typeof anExplanation>[1] = {}): Replies => ({
  'visit.explain': anExplanation(reason, changes),
});
const filed = (changes: Partial<ReplyTo<'report.read'>>): Replies => ({
  'report.file': aReport(changes),
  'report.read': aReport(changes),
});
const everyWay = someCodes();
const tomorrow = noon + 8.5 * 3_600_000;

export const blockedCases: Readonly<Record<string, Replies>> = {
  family: explained({ kind: 'blocklist', pattern: 'play.games.test' }),
  school: explained(
    { kind: 'blocklist', pattern: 'games.test' },
    { decidedBy: 'school', canAsk: false },
  ),
  topic: explained(topic('adult')),
  listed: explained(topic('gambling'), {
    matched: [aMatchedList({ category: 'gambling', name: 'Oak University: gambling' })],
  }),
  ours: explained(topic('adult'), {
    matched: [aMatchedList({ category: 'adult', isOurs: true, listId: 'starter', name: 'Saathi' })],
  }),
  games: explained(topic('games')),
  selfharm: explained(topic('self-harm')),
  scam: explained(topic('scam')),
  risk: explained({
    kind: 'risk',
    topic: 'gambling',
    signs: ['riskAddress', 'riskGate', 'riskText-gambling'],
  }),
  risktrick: explained({
    kind: 'risk',
    topic: 'scam',
    signs: ['scamGenerator', 'scamAsksPassword', 'scamFollowers'],
  }),
  riskcare: explained({
    kind: 'risk',
    topic: 'self-harm',
    signs: ['riskAddress', 'riskText-self-harm'],
  }),
  unknown: explained({ kind: 'unknown' }, { action: 'ask' }),
  label: explained({ kind: 'age-label', label: 'RTA' }),
  lookalike: explained({
    kind: 'lookalike',
    imitated: 'bank.test',
    signs: ['lookalikeLetters', 'lookalikeWord'],
  }),
  unreadable: explained({ kind: 'unreadable' }, { decidedBy: 'saathi', canAsk: false }),
  quiet: explained(
    { kind: 'quiet-time', quietTimeId: 'night' },
    { until: noon + 15.5 * 3_600_000 },
  ),
  quota: explained({ kind: 'quota', quotaId: 'all', scope: 'all' }, { until: tomorrow }),
  quotagames: explained(
    { kind: 'quota', quotaId: 'g', scope: 'category:games' },
    { until: tomorrow },
  ),
  waiting: explained({ kind: 'unknown' }, { canAsk: false, request: aRequest() }),
  long: explained(
    { kind: 'unknown' },
    { canAsk: false, request: aRequest({ askedAt: noon - 45 * 60_000 }) },
  ),
  refused: explained(
    { kind: 'unknown' },
    { canAsk: false, request: aRequest({ state: 'refused', refusal: 'talk-first' }) },
  ),
  over: explained(
    { kind: 'unknown' },
    { request: aRequest({ state: 'allowed', expiresAt: noon - 60_000 }) },
  ),
  asked: {
    ...explained({ kind: 'unknown' }, { canAsk: false, request: aRequest({ askedAt: noon }) }),
    'codes.state': everyWay,
  },
  pause: explained(
    { kind: 'unknown' },
    {
      canAsk: false,
      askAgainAt: noon + 5_400_000,
      request: aRequest({ state: 'refused', refusal: 'talk-first' }),
    },
  ),
  phone: {
    ...explained({ kind: 'unknown' }, { canAsk: false, request: aRequest() }),
    'codes.state': everyWay,
    'code.redeem': { kind: 'refused', why: 'wrong', waitUntil: null, now: noon },
  },
  ask: { ...explained({ kind: 'unknown' }), 'codes.state': everyWay },
  card: {
    ...explained({ kind: 'quota', quotaId: 'all', scope: 'all' }, { until: tomorrow }),
    'codes.state': everyWay,
    'voucher.redeem': { kind: 'given', minutes: 15, scopes: ['all'], expiresAt: tomorrow },
  },
  codewait: {
    ...explained({ kind: 'unknown' }, { canAsk: false, request: aRequest() }),
    'codes.state': { ...everyWay, waitUntil: noon + 290_000 },
  },
  silent: {},
};

const toForm = {
  state: 'by-hand',
  undoUntil: null,
  route: {
    kind: 'form',
    mechanismId: 'pk-national-cyber-crime-investigation-agenc',
    operator: 'National Cyber Crime Investigation Agency (NCCIA)',
    url: 'https://complaint.nccia.gov.pk/',
  },
  mailto: 'mailto:helpdesk@nccia.test?subject=x',
  byHandWhy: 'no-desk',
} as const;
const arrived = {
  state: 'delivered',
  undoUntil: null,
  receipt: 'RT-1042',
  topic: 'cyberbullying',
  facts: [{ key: 'reportId', value: '0197-4c1a' }],
} as const;

export const reportCases: Readonly<Record<string, Replies>> = {
  undoable: filed({}),
  waiting: filed({ state: 'waiting', undoUntil: null }),
  delivered: filed({ ...arrived, progress: 'received', mayWithdraw: true }),
  read: {
    ...filed({
      ...arrived,
      progress: 'read',
      messages: [
        {
          id: 'm1',
          at: noon - 3_600_000,
          from: 'desk',
          text: 'Thank you. We have read it. Do they still write to you?',
        },
        { id: 'm2', at: noon - 1_800_000, from: 'you', text: 'Not today' },
      ],
    }),
    'report.reply': () => ({ ok: false, failure: 'broken' }),
  },
  done: filed({ ...arrived, progress: 'done' }),
  topic: filed({ state: 'waiting', undoUntil: null, topic: 'sextortion' }),
  csam: filed({ state: 'waiting', undoUntil: null, topic: 'csam' }),
  form: filed(toForm),
  many: filed({ ...toForm, byHandWhy: 'many-today' }),
  week: filed({ ...toForm, byHandWhy: 'many-this-week' }),
  full: filed({ ...toForm, byHandWhy: 'outbox-full' }),
  refused: filed({ ...toForm, state: 'refused', byHandWhy: 'refused' }),
  old: filed({ ...toForm, state: 'refused', byHandWhy: 'too-old' }),
  added: filed({ ...arrived, state: 'refused', byHandWhy: 'refused' }),
  undone: filed({ state: 'undone', undoUntil: null }),
  gone: filed({ ...arrived, progress: 'received', deskHasNone: true, mayAdd: false }),
  withdrawn: filed({ ...arrived, state: 'withdrawn', receipt: null, topic: null }),
  copy: {
    ...filed({ ...toForm, topic: 'cyberbullying' }),
    'report.copy': { file: '{}', sha256: '3f'.repeat(32) },
  },
  /** Nothing could be kept. */
  disk: { 'report.file': () => ({ ok: false, failure: 'storage-full' }) },
  missing: {},
};

/** A family that turned lists on: one works, one is being fetched, one kept its old edition. */
export const familyLists: Lists = {
  catalogue: ['ut1-adult', 'night-adult', 'oak-gambling', 'top-sites'],
  own: [
    { id: 'own-1', name: 'Our mosque’s list', url: 'https://mosque.test/list', category: 'adult' },
  ],
  feeds: [
    {
      id: 'feed-1',
      name: 'City school',
      url: 'https://feed.school.test/lists/',
      root: 'A'.repeat(43),
    },
    { id: 'feed-2', name: 'National office', url: 'https://office.test/', root: 'B'.repeat(43) },
  ],
};
export const listsUnderWay: ReplyTo<'lists.read'> = {
  ...listsOf({ lists: familyLists } as Policy, [
    { id: 'night-adult', work: { step: 'downloading', done: 0.4 }, state: null },
    { id: 'oak-gambling', state: aListState({ problem: 'shrunken', failures: 1 }) },
    { id: 'top-sites', work: { step: 'building', done: null }, state: null },
    {
      id: 'own-1',
      state: aListState({ problem: 'not-a-list', failures: 1, updatedAt: null, hosts: 0 }),
    },
  ]),
  feeds: [
    aFeedView(),
    aFeedView({
      id: 'feed-2',
      name: 'National office',
      url: 'https://office.test/',
      problem: 'bad-signature',
      failures: 4,
    }),
  ],
};

const aHelpChange = (key: string, values: Record<string, string>, weakens: boolean) => ({
  at: noon - 1_800_000,
  who: 'guardian' as const,
  change: { childId: 'sara', key, values: { child: 'Sara', ...values }, weakens },
});
/** How a journal tells that helps inside pages were changed. */
export const changedHelps: ReplyTo<'journal.read'>['entries'] = [
  aHelpChange('changeHelpOff', { helpKey: 'changeValueHelp_kindness' }, true),
  aHelpChange(
    'changePictures',
    { fromKey: 'changeValuePictures_hide', toKey: 'changeValuePictures_cover' },
    true,
  ),
  aHelpChange(
    'changeReveal',
    { fromKey: 'changeValueReveal_tap', toKey: 'changeValueReveal_pin' },
    false,
  ),
  aHelpChange('changePrivateWordsAdded', { count: '2' }, false),
];
