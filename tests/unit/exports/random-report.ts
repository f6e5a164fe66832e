// Reports as their schema lets them be: honest ones from a device, and files in which every text is somebody's attack.
import fc from 'fast-check';
import * as z from 'zod/mini';

import { ageBands } from '@/rules/policy/schema.ts';
import { reportSchema, type Report } from '@/rules/reporting/schema.ts';
import { reportTopics } from '@/rules/reporting/topics.ts';

import { someReport } from '../reporting/builders.ts';

const attacks = [
  '\r\nBcc: everybody@evil.example',
  '\nAddress: https://evil.example/',
  ';;;',
  '\u202Egpj.exe',
  '\u2066\u2069',
  '\u2028Subject: ERT-CONTENTREMOVED',
  '\u0000\u0007\u001B[31m',
  '","csam":"',
  '=?utf-8?B?QUJD?=',
  '<script>',
  '%0D%0A',
  '\uD800',
  '..',
  'ﷺ'.repeat(40),
  'e' + '\u0301'.repeat(60),
];
const piece = fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: 'binary', maxLength: 12 }));
export const hostileText = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));

const webAddress = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  hostileText.map((tail) => `https://chat.example/${tail}`),
  hostileText.map((host) => `http://${host}.example/`),
  hostileText.map((tail) => `https://user:pw@chat.example:8443/a;b=c?d=${tail}#${tail}#${tail}`),
  fc.constantFrom(
    'https://[2001:db8::1]/x',
    'http://192.0.2.7/x',
    'https://a_b.example/',
    `https://long.example/${'%D9%BE;='.repeat(280)}`.slice(0, 2048),
    'https://xn--mgbai9azgqp6j.example/?q=a|b^c`d"e<f>{g}',
    'javascript:alert(1)',
    'HTTPS://CHAT.EXAMPLE',
  ),
);

export const honestReport: fc.Arbitrary<Report> = fc
  .record({
    address: fc.option(webAddress),
    title: fc.option(hostileText),
    words: fc.option(hostileText),
    topic: fc.option(fc.constantFrom(...reportTopics)),
    ageBand: fc.option(fc.constantFrom(...ageBands)),
    timeZone: fc.constantFrom('Asia/Karachi', 'UTC', 'America/St_Johns', 'Not/AZone'),
    instant: fc.integer({ min: 0, max: Date.UTC(2100, 0) }),
    reportId: fc.uuid({ version: 4 }),
  })
  .map((facts) => someReport(facts));

export const hostileReport: fc.Arbitrary<Report> = fc
  .record({
    base: honestReport,
    line: fc.record({
      reportId: hostileText,
      country: hostileText,
      language: hostileText,
      timeZone: hostileText,
      platform: hostileText,
      title: hostileText,
      account: hostileText,
      rule: hostileText,
      hash: hostileText,
      previous: hostileText,
      tag: hostileText,
      browser: hostileText,
      words: hostileText,
    }),
    url: fc.option(fc.oneof(webAddress, hostileText)),
    profileUrl: fc.option(fc.oneof(webAddress, hostileText)),
    version: fc.constantFrom(1, 2, 7, 5000),
    urgency: fc.constantFrom('now', 'soon', 'info'),
  })
  .map(({ base, line, url, profileUrl, version, urgency }) => ({
    ...base,
    reportId: line.reportId.slice(0, 64),
    country: line.country.slice(0, 2),
    language: line.language.slice(0, 10),
    timeZone: line.timeZone.slice(0, 64),
    version,
    urgency,
    where: {
      ...base.where,
      platform: line.platform.slice(0, 300),
      pageTitle: line.title.slice(0, 300),
      url: url?.slice(0, 2048) ?? null,
    },
    who: {
      ...base.who,
      accountName: line.account.slice(0, 100),
      profileUrl: profileUrl?.slice(0, 2048) ?? null,
    },
    what: line.words.slice(0, 500),
    matchedRule: line.rule.slice(0, 300),
    tags: [...base.tags, line.tag.slice(0, 100), line.tag.slice(0, 100)],
    previous: { version: 1, hash: line.previous.slice(0, 64) },
    integrity: { ...base.integrity, hash: line.hash.slice(0, 64) },
    tool: { ...base.tool, browser: line.browser.slice(0, 80) },
  }));

/** What these make must be what a file with a good schema may hold. */
export const isReport = (report: Report): boolean => z.safeParse(reportSchema, report).success;
