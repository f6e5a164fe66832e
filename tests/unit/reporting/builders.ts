import type { OutboxEntry } from '@/rules/reporting/outbox-state.ts';
import { composeReport, type ReportFacts } from '@/rules/reporting/report.ts';
import type { Report } from '@/rules/reporting/schema.ts';

export const filedAt = Date.parse('2026-11-20T13:05:00Z');

/** Some minutes after the report was filed. */
export const laterAt = { instant: filedAt + 300_000, timeZone: 'Asia/Karachi' };

export const someFacts = (changed: Partial<ReportFacts> = {}): ReportFacts => ({
  reportId: '5b0f7c1e-0000-4000-8000-000000000001',
  address: 'https://chat.example/u/stranger9?lang=ur',
  title: 'Chat with stranger9',
  instant: filedAt,
  timeZone: 'Asia/Karachi',
  country: 'PK',
  language: 'ur',
  ageBand: '9-12',
  browser: 'Chromium 156',
  system: 'Linux',
  toolVersion: '0.1.0',
  reason: null,
  topic: null,
  words: null,
  ...changed,
});
export const someReport = (changed: Partial<ReportFacts> = {}): Report =>
  composeReport(someFacts(changed));

/** Reports of as many pages as a test needs. */
export const reportOfPage = (number: number): Report =>
  someReport({ reportId: `report-${number}`, address: `https://chat.example/${number}` });

export const someDesk = {
  kind: 'rt-rest2',
  name: 'National desk',
  endpoint: 'https://desk.example',
  queue: 'Child Protection',
  user: 'saathi-intake',
  password: 'pässword',
} as const;

export const someDoor = {
  form: {
    kind: 'form',
    mechanismId: 'pk-police',
    operator: 'Police',
    url: 'https://police.example/report',
  },
  email: 'desk@police.example',
} as const;

export const queued = (changed: Partial<ReportFacts> = {}): OutboxEntry => {
  const letter = someReport(changed);
  return {
    entryId: letter.reportId,
    reportId: letter.reportId,
    filedAt,
    addressMark: 'mark',
    letter,
    route: { kind: 'desk', name: someDesk.name },
    otherwise: someDoor,
    attempts: 0,
    refusals: 0,
    state: 'queued',
    notBefore: filedAt + 10_000,
  };
};
