import { describe, expect, test } from 'vitest';

import type { TextFinding } from '@/rules/text/judge.ts';
import { toneOf } from '@/rules/typed/kindness.ts';

const found = (of: TextFinding['of'], level: TextFinding['level']): TextFinding => ({
  of,
  level,
  probability: 0.9,
});

describe('words are unkind', () => {
  test('where the model is as sure as it ever is', () => {
    expect(toneOf('what a loser', [found('insult', 'clear')])).toBe('unkind');
    expect(toneOf('those people', [found('hate', 'clear')])).toBe('unkind');
  });

  test.each([
    'you are dumb',
    'u r dumb',
    'tum bewakoof ho',
    'تم بے وقوف ہو',
    'أنت غبي',
    'tu es nul',
    'eres tonto',
    'ты дурак',
    '你真笨',
    '@ali dumb',
  ])('where it is fairly sure and somebody is spoken to: %s', (text) => {
    expect(toneOf(text, [found('insult', 'likely')])).toBe('unkind');
  });

  test.each(['that film was dumb', 'stupid rain', 'بکواس فلم', '这部电影很烂'])(
    'not where it is fairly sure and nobody is spoken to: %s',
    (text) => {
      expect(toneOf(text, [found('insult', 'likely')])).toBeNull();
    },
  );

  test('not because of what is no matter of kindness', () => {
    expect(
      toneOf('you should bet', [found('gambling', 'clear'), found('scam', 'clear')]),
    ).toBeNull();
    expect(toneOf('you are nice', [])).toBeNull();
  });
});

describe('who may be hurting', () => {
  test.each([
    'I want to die',
    'mujhe marna hai',
    'مجھے جینا نہیں',
    'je veux mourir',
    'я хочу умереть',
    '我不想活了',
  ])('is not told about tone: %s', (text) => {
    expect(toneOf(text, [found('self-harm', 'likely'), found('insult', 'clear')])).toBe(
      'self-harm',
    );
  });

  test('is not meant where somebody else is told to', () => {
    expect(toneOf('kill yourself', [found('self-harm', 'clear')])).toBe('unkind');
    expect(toneOf('I hope you die, kys', [found('self-harm', 'clear')])).toBe('unkind');
    expect(toneOf('你去死吧', [found('self-harm', 'likely')])).toBe('unkind');
  });

  test('is not concluded from one weak signal', () => {
    expect(toneOf('statistics of last year', [found('self-harm', 'likely')])).toBeNull();
  });
});
