import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';

import {
  answers,
  askReasons,
  contract,
  type MessageName,
  refusals,
  type Surface,
} from '@/rules/messages/contract.ts';
import { pageContract } from '@/rules/messages/page-contract.ts';
import { reportTopics } from '@/rules/reporting/topics.ts';

const names = Object.keys(contract) as MessageName[];
const opensTo = (surface: Surface): MessageName[] =>
  names.filter((name) => contract[name].from.some((each) => each === surface));
const accepts = (name: MessageName, body: unknown): boolean =>
  z.safeParse<z.ZodMiniType>(contract[name].body, body).success;
const sorted = (texts: readonly string[]) => texts.toSorted((a, b) => a.localeCompare(b));

describe('who may send what', () => {
  test('BYP-112 a content script may say hello, ask the helps inside its page, answer its own warning, report, and nothing else', () => {
    expect(sorted(opensTo('page'))).toEqual(
      sorted([
        'page.hello',
        'part.load',
        'page.read',
        'typed.check',
        'received.check',
        'search.check',
        'pictures.begin',
        'pictures.check',
        'pictures.more',
        'pictures.about',
        'pictures.ask',
        'warning.leave',
        'warning.continue',
        'warning.tampered',
        'warning.report',
        'warning.undo',
      ]),
    );
  });

  test('BYP-112 no message of the guardian, of rules or of what a family knows is open to a page', () => {
    const guarded = names.filter((name) =>
      /^(?:guardian|setup|policy|journal|day|request|requests|override|handover|state)\./.test(
        name,
      ),
    );
    expect(guarded.length).toBeGreaterThan(14);
    for (const name of guarded) expect(contract[name].from, name).not.toContain('page');
  });

  test('what a page waits for is open to pages alone', () => {
    for (const [name, { from }] of Object.entries(pageContract)) {
      expect(from, name).toEqual(['page']);
    }
  });

  test('BYP-225 no reply about reports goes to the guardian’s page', () => {
    for (const name of opensTo('options')) expect(name).not.toMatch(/report/);
  });

  test('rules are changed, and set-up is done, on the guardian’s page alone', () => {
    for (const name of [
      'setup.finish',
      'policy.save',
      'guardian.recover',
      'guardian.change',
      'handover.seen',
    ] as const) {
      expect(contract[name].from).toEqual(['options']);
    }
  });

  test('only a block page asks for permission', () => {
    expect(contract['request.ask'].from).toEqual(['blocked']);
  });

  test('every message is open to somebody, and to nobody unknown', () => {
    const surfaces = ['page', 'popup', 'options', 'blocked', 'report', 'mine'];
    for (const name of names) {
      expect(contract[name].from.length, name).toBeGreaterThan(0);
      for (const surface of contract[name].from) expect(surfaces).toContain(surface);
    }
  });
});

describe('what a message may carry', () => {
  test.each(names)('"%s" refuses what it does not know', (name) => {
    for (const body of [{ unknown: 1 }, null, 'x', [], 7, undefined]) {
      expect(accepts(name, body)).toBe(false);
    }
  });

  test.each(names)('BYP-243 "%s" takes no prototype along', (name) => {
    const poisoned = JSON.parse('{"__proto__":{"unlocked":true}}') as unknown;
    expect(accepts(name, poisoned)).toBe(false);
    expect(({} as { unlocked?: boolean }).unlocked).toBeUndefined();
  });

  test('BYP-128 no message of a page has room for an address', () => {
    const url = 'https://school.test/';
    const hello = { labels: [], why: 'start' };
    expect(accepts('page.hello', hello)).toBe(true);
    expect(accepts('page.hello', { ...hello, url })).toBe(false);
    expect(accepts('warning.report', { url })).toBe(false);
    expect(accepts('warning.continue', { url })).toBe(false);
  });

  test('BYP-219 every text has a longest length', () => {
    const long = 'x'.repeat(70_000);
    expect(accepts('visit.explain', { url: long })).toBe(false);
    expect(accepts('report.file', { url: long })).toBe(false);
    expect(accepts('report.add', { reportId: 'r', words: 'x'.repeat(501) })).toBe(false);
    expect(accepts('report.add', { reportId: long })).toBe(false);
    expect(accepts('warning.undo', { reportId: 'x'.repeat(65) })).toBe(false);
    expect(accepts('override.end', { overrideId: '' })).toBe(false);
    expect(accepts('page.hello', { labels: Array(11).fill('a'), why: 'start' })).toBe(false);
  });

  test('the lists of words hold no word twice', () => {
    for (const words of [answers, askReasons, refusals, reportTopics]) {
      expect(new Set<string>(words).size).toBe(words.length);
    }
  });
});
