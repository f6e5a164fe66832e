import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseWith } from '@/rules/parse.ts';
import { reportFacts } from '@/rules/reporting/facts.ts';
import {
  addDetails,
  composeAddition,
  composeReport,
  hashedForm,
  withHash,
} from '@/rules/reporting/report.ts';
import { additionSchema, reportSchema, topicOf } from '@/rules/reporting/schema.ts';
import { reportTopics } from '@/rules/reporting/topics.ts';

import { laterAt, someFacts, someReport } from './builders.ts';

test('one click gives address, place, account, time with zone, and nothing the child did not choose', () => {
  const report = someReport({ address: 'https://www.instagram.com/stranger9/?hl=ur&token=1' });
  expect(report.where).toEqual({
    platform: 'Instagram',
    kind: 'social',
    url: 'https://www.instagram.com/stranger9/?hl=ur',
    referrer: null,
    pageTitle: 'Chat with stranger9',
    messageId: null,
  });
  expect(report.who).toEqual({
    accountName: 'stranger9',
    profileUrl: 'https://www.instagram.com/stranger9',
    knownInRealLife: 'unsure',
  });
  expect(report.when.seenAt).toBe('2026-11-20T18:05:00+05:00');
  expect(report.timeZone).toBe('Asia/Karachi');
  expect(report.reporter).toEqual({
    role: 'child',
    ageBand: '10-13',
    wantsContact: false,
    safeContact: null,
  });
  expect(report.handling.removedFromAddress).toEqual(['token']);
  expect(report.what).toBeNull();
  expect(topicOf(report)).toBeNull();
});

test.each([
  ['5-8', 'under10'],
  ['9-12', '10-13'],
  ['13-15', '14-17'],
  ['16-17', '14-17'],
  [null, null],
] as const)('the band %s is told as %s', (ageBand, told) => {
  expect(someReport({ ageBand }).reporter.ageBand).toBe(told);
});

test('BYP-230 of sexual content of a child only the address goes, whenever the topic is chosen', () => {
  expect(someReport({ topic: 'csam' }).where.pageTitle).toBeNull();
  expect(addDetails(someReport(), { topic: 'csam' }, laterAt).where.pageTitle).toBeNull();
  const csam = addDetails(someReport(), { topic: 'csam' }, laterAt);
  const back = addDetails(csam, { topic: 'other' }, laterAt);
  expect(back.where.pageTitle).toBeNull();
});

test('BYP-230 a page that a rule took for adult goes without its title', () => {
  const reasons = [
    { kind: 'age-label', label: 'RTA' },
    { kind: 'category', category: 'adult' },
  ] as const;
  for (const reason of reasons) expect(someReport({ reason }).where.pageTitle).toBeNull();
  expect(someReport({ reason: { kind: 'category', category: 'games' } }).where.pageTitle).toBe(
    'Chat with stranger9',
  );
});

test('BYP-230 no field of the schema can hold a picture or page content', () => {
  const report = { ...someReport(), screenshot: 'data:image/png;base64,AAAA' };
  expect(parseWith(reportSchema, report).ok).toBe(false);
  expect(someReport()).toMatchObject({
    textExcerpt: null,
    handling: { imagesCaptured: false, verified: false },
  });
});

test('a page of this device leaves neither address nor title', () => {
  const report = someReport({ address: 'file:///home/family/letter.pdf', title: 'letter.pdf' });
  expect(report.where).toMatchObject({ url: null, pageTitle: null, platform: null });
});

test('the rule that matched is named by its kind, never by the family pattern', () => {
  const rule = (reason: Parameters<typeof someReport>[0]) => someReport(reason).matchedRule;
  expect(rule({ reason: { kind: 'blocklist', pattern: 'our-secret.example' } })).toBe('blocklist');
  expect(rule({ reason: { kind: 'lookalike', imitated: 'bank.example', signs: [] } })).toBe(
    'lookalike:bank.example',
  );
  expect(rule({ reason: { kind: 'help' } })).toBeNull();
});

test('details make a new version with its own hash and category tag', () => {
  const first = withHash(someReport(), 'ab');
  const second = addDetails(
    first,
    { topic: 'grooming', words: ' He asked\u202E me \u0000' },
    laterAt,
  );
  expect(second).toMatchObject({
    reportId: first.reportId,
    version: 2,
    category: 'grooming',
    subcategory: null,
    urgency: 'soon',
    what: 'He asked me',
    tags: ['rsit:abusive-content="violence"'],
  });
  expect(second.integrity.hash).toBeNull();
  expect(addDetails(second, { words: 'x' }, laterAt).category).toBe('grooming');
  expect(addDetails(second, { topic: 'hate' }, laterAt).what).toBe('He asked me');
});

test('"now" stays urgent whatever is added', () => {
  const report = addDetails(someReport({ urgency: 'now' }), { topic: 'phishing' }, laterAt);
  expect(report.urgency).toBe('now');
});

test('a version points to the one before it, and every change is an event with its time', () => {
  const first = withHash(someReport(), 'ab');
  expect(first.previous).toBeNull();
  expect(first.events).toEqual([{ at: '2026-11-20T18:05:00+05:00', what: 'created' }]);
  const second = withHash(addDetails(first, { words: 'one' }, laterAt), 'cd');
  expect(second.previous).toEqual({ version: 1, hash: 'ab' });
  expect(second.events).toEqual([
    ...first.events,
    { at: '2026-11-20T18:10:00+05:00', what: 'edited' },
  ]);
  expect(addDetails(second, {}, laterAt).previous).toEqual({ version: 2, hash: 'cd' });
});

test('events are covered by the hash', () => {
  const report = someReport();
  const [event] = report.events;
  const changed = { ...report, events: [{ at: '2020-01-01T00:00:00Z', what: 'created' as const }] };
  expect(event).toBeDefined();
  expect(hashedForm(changed)).not.toBe(hashedForm(report));
});

test('a thousand changes leave a report that fits its schema: the beginning and the newest', () => {
  let report = someReport();
  for (let change = 0; change < 1000; change += 1) {
    const at = { ...laterAt, instant: laterAt.instant + change * 1000 };
    report = withHash(addDetails(report, { words: `${change}` }, at), 'a'.repeat(64));
  }
  expect(parseWith(reportSchema, report).ok).toBe(true);
  expect(report.events[0]?.what).toBe('created');
  expect(report.events.at(-1)?.at).toBe('2026-11-20T18:26:39+05:00');
  expect(report.version).toBe(1001);
});

test('danger makes a report urgent, in it and behind it, and nothing takes that back', () => {
  const urgent = addDetails(someReport(), { danger: true }, laterAt);
  expect(urgent.urgency).toBe('now');
  expect(addDetails(urgent, { topic: 'other' }, laterAt).urgency).toBe('now');
  const sent = { reportId: 'r', version: 2, previous: null };
  expect(composeAddition(sent, { danger: true }, laterAt).urgency).toBe('now');
  expect(composeAddition(sent, { topic: 'csam' }, laterAt).urgency).toBe('soon');
});

test('the hash covers everything but itself', () => {
  const report = someReport();
  expect(hashedForm(withHash(report, 'ab'))).toBe(hashedForm(report));
  expect(hashedForm({ ...report, version: 2 })).not.toBe(hashedForm(report));
});

test('an addition carries no address and fits its schema', () => {
  const addition = composeAddition(
    { reportId: 'r', version: 2, previous: { version: 1, hash: 'ab' } },
    { topic: 'sextortion', words: 'He wants money' },
    laterAt,
  );
  expect(parseWith(additionSchema, addition).ok).toBe(true);
  expect(JSON.stringify(addition)).not.toContain('http');
});

test('BYP-219 BYP-227 any facts give a report that fits its schema and stays under 64 kB', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.constant('x'.repeat(100_000)),
    fc.constant('\u202E\u0000\uD800'),
  );
  const address = fc.oneof(text, fc.webUrl(), fc.constant(`https://a.example/${'%'.repeat(9000)}`));
  fc.assert(
    fc.property(
      fc.record({
        address,
        title: text,
        words: text,
        toolVersion: text,
        browser: text,
        system: text,
        instant: fc.oneof(fc.double(), fc.integer()),
        timeZone: fc.constantFrom('Asia/Karachi', 'No/Where', ''),
        topic: fc.constantFrom(null, ...reportTopics),
      }),
      (facts) => {
        const report = composeReport(someFacts(facts));
        const parsed = parseWith(reportSchema, report);
        expect(parsed).toMatchObject({ ok: true });
        expect(JSON.stringify(report).length).toBeLessThan(64_000);
        expect(JSON.stringify(report).isWellFormed()).toBe(true);
      },
    ),
  );
});

test('facts come in the order forms ask for them, without the ones that are missing', () => {
  const report = someReport({
    address: 'https://t.me/stranger9',
    words: 'He asked',
    topic: 'csam',
  });
  expect(reportFacts(report)).toEqual([
    { key: 'address', value: 'https://t.me/stranger9' },
    { key: 'platform', value: 'Telegram' },
    { key: 'time', value: '2026-11-20 18:05 +05:00 (Asia/Karachi)' },
    { key: 'account', value: 'stranger9' },
    { key: 'words', value: 'He asked' },
    { key: 'country', value: 'PK' },
    { key: 'reportId', value: report.reportId },
  ]);
});
