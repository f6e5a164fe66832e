import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseAddress } from '@/rules/hosts/address.ts';
import { judgeRisk } from '@/rules/risk/judge-risk.ts';
import { pageEvidence, type PageFacts } from '@/rules/risk/page-evidence.ts';
import type { TextJudge } from '@/rules/text/judge.ts';

const page = (url: string, more: Partial<PageFacts> = {}): PageFacts => {
  const address = parseAddress(url);
  if (address === null) throw new Error(`not an address: ${url}`);
  return {
    address,
    title: '',
    description: '',
    language: 'en',
    text: '',
    buttons: [],
    ageLabel: null,
    ...more,
  };
};
const finds =
  (...of: ('gambling' | 'adult')[]): TextJudge =>
  () =>
    of.map((each) => ({ of: each, level: 'clear', probability: 0.99 }));
const long =
  'this is a text of some length, and it goes on for a while, and then a little more. '.repeat(3);
const found = (facts: PageFacts, judge: TextJudge | null = finds()) => {
  const risk = judgeRisk(pageEvidence(facts, judge));
  return risk === null ? null : `${risk.level} ${risk.topic}`;
};

describe('one look at a page', () => {
  test('finds nothing in an ordinary one', () => {
    expect(found(page('https://new.test/about', { text: long }))).toBeNull();
  });

  test('joins name and text', () => {
    const url = 'https://royal-casino.test/';
    expect(found(page(url))).toBe('warn gambling');
    expect(found(page(url, { text: long }), finds('gambling'))).toBe('close gambling');
  });

  test('judges title, description and text as one', () => {
    const seen: string[] = [];
    const judge: TextJudge = (text) => {
      seen.push(text);
      return [];
    };
    pageEvidence(page('https://new.test/', { title: 'A', description: 'B', text: long }), judge);
    expect(seen).toEqual([`A\nB\n${long}`]);
  });

  test('leaves a few words alone, since they are a guess', () => {
    expect(found(page('https://new.test/', { text: 'Spin now' }), finds('gambling'))).toBeNull();
  });

  test.each([
    ['one word over and over', 'x '.repeat(500)],
    ['numbers', '12 34.5 678 '.repeat(50)],
    ['drawings', '░▒▓█ ♠♣♥♦ '.repeat(50)],
  ])('leaves %s alone: no model knows what that means', (_, text) => {
    expect(found(page('https://new.test/', { text }), finds('gambling'))).toBeNull();
  });

  test('reads Chinese, which has no spaces', () => {
    const text =
      '在线赌场提供老虎机、轮盘、二十一点和扑克,首次存款即可获得奖金,立即提现您的赢利。'.repeat(4);
    expect(found(page('https://new.test/', { text }), finds('gambling'))).toBe('warn gambling');
  });

  test('joins a label for adults with what the text says', () => {
    const labelled = page('https://new.test/', { ageLabel: 'RTA', text: long });
    expect(found(labelled)).toBeNull();
    expect(found(labelled, finds('adult'))).toBe('close adult');
  });

  test('without the model goes by what else there is', () => {
    const gated = page('https://new.test/', { buttons: ['I am over 18', 'Leave'], text: long });
    expect(found(gated, null)).toBe('warn adult');
  });

  test('ends for any page, and never closes for its text alone', () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(any, any, any, (title, text, language) => {
        const facts = page('https://new.test/', { title, text, language, description: long });
        expect(found(facts, finds('adult', 'gambling')) ?? '').not.toMatch(/^close/);
      }),
    );
  });
});
