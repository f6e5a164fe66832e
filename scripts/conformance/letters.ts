// Letters for trials: of an address that is nobody's, in words that nobody takes for a child's.
import type { Addition, Report } from '../../rules/reporting/schema.ts';

/** What must never come back in an answer. */
export const trialAddress = 'https://conformance.example/check';
export const trialWords = 'A trial of the desk. Nobody wrote this.';

const unhashed = { alg: 'SHA-256', canonical: 'RFC8785', hash: null } as const;

export const aReport = (reportId: string): Report => ({
  schema: 'child-report/1',
  reportId,
  version: 1,
  receiptHint: null,
  createdAt: '2026-01-01T12:00:00+00:00',
  timeZone: 'UTC',
  country: 'ZZ',
  language: 'en',
  reporter: { role: 'other', ageBand: null, wantsContact: false, safeContact: null },
  urgency: 'info',
  category: 'other',
  subcategory: 'not-chosen',
  where: {
    platform: 'conformance.example',
    kind: 'web',
    url: trialAddress,
    referrer: null,
    pageTitle: null,
    messageId: null,
  },
  who: { accountName: null, profileUrl: null, knownInRealLife: 'unsure' },
  when: { seenAt: '2026-01-01T12:00:00+00:00', firstContact: null, ongoing: null },
  what: trialWords,
  textExcerpt: null,
  askedFor: [],
  paymentAsked: null,
  matchedRule: null,
  handling: {
    imagesCaptured: false,
    shared: false,
    reportedToPlatform: false,
    removedFromAddress: [],
    addressShortened: false,
    verified: false,
  },
  tags: ['rsit:other="other"'],
  events: [{ at: '2026-01-01T12:00:00+00:00', what: 'created' }],
  previous: null,
  integrity: unhashed,
  tool: { name: 'Saathi', version: 'conformance', browser: '', system: '' },
});

export const anAddition = (
  reportId: string,
  version: number,
  previous: Addition['previous'],
): Addition => ({
  schema: 'child-report-addition/1',
  reportId,
  version,
  createdAt: '2026-01-01T12:05:00+00:00',
  urgency: 'info',
  category: 'other',
  subcategory: 'not-chosen',
  what: trialWords,
  tags: ['rsit:other="other"'],
  previous,
  integrity: unhashed,
});
