import { describe, expect, test } from 'vitest';

import { toneOf } from '@/rules/typed/kindness.ts';

describe('unkind without any model is', () => {
  test.each([
    'you are so stupid',
    "you're a loser",
    'u r ugly',
    'ur such an idiot lol',
    'shut up idiot',
    'nobody likes you',
    'kys',
    'you fat pig',
    'tum bewaqoof ho',
    'tu kutta hai',
    'mar jao',
    'تم گدھے ہو',
    'تم بہت گھٹیا ہو',
    'يا حمار',
    'أنت غبي',
    "t'es trop moche",
    'espèce de connard',
    'eres un idiota',
    'nadie te quiere',
    'ты дурак',
    'ты просто тупой',
    'заткнись',
    '你真笨',
    '你是个废物',
    '去死',
  ])('%s', (text) => {
    expect(toneOf(text, [])).toBe('unkind');
  });
});

describe('not unkind is', () => {
  test.each([
    'you are not stupid',
    'do you think you are ugly? you are beautiful',
    'she said you are an idiot, that was mean',
    'I am so stupid',
    'this game is stupid',
    'that was a stupid question of mine',
    'my dog is ugly but cute',
    'you are so smart',
    'you rock',
    "don't ever kill yourself, you matter",
    'the drop dead date is friday',
    'my dad told me to fuck off',
    'your trash can is full',
    'can you take the trash out',
    'you won, loser buys ice cream',
    'kill the boss first, then heal yourself',
    'tum bohat achay ho',
    'mera kutta bimar hai',
    'main mar jaunga hans hans ke',
    'تم بہت اچھے ہو',
    'میرا کتا بیمار ہے',
    'أنت لست غبيا',
    'كلب جاري لطيف',
    "t'es trop belle",
    "c'est nul ce film",
    'no eres tonto',
    'eres muy lista',
    'ты молодец',
    'этот фильм тупой',
    '你真好',
    '我好笨',
    '你好',
  ])('%s', (text) => {
    expect(toneOf(text, [])).toBeNull();
  });
});
