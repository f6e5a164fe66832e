import { describe, expect, test } from 'vitest';

import { ageGateEvidence } from '@/rules/risk/age-gate.ts';

const weight = (buttons: string[], text = '', title = ''): number =>
  ageGateEvidence({ title, text, buttons })[0]?.weight ?? 0;

describe('a page that asks for an age before it opens', () => {
  test.each([
    ['en', ["I'm 18 or older – Enter", 'Leave']],
    ['en', ['Yes, I am over 18', 'No']],
    ['en', ['18+ Enter', 'Exit']],
    ['ur', ['میری عمر ۱۸ سال سے زیادہ ہے', 'واپس جائیں']],
    ['ur-Latn', ['Meri umar 18 saal se zyada hai', 'Wapas jayen']],
    ['ar', ['عمري ١٨ عامًا أو أكثر', 'خروج']],
    ['fr', ['J’ai plus de 18 ans', 'Quitter']],
    ['fr', ['Je suis majeur', 'Sortir']],
    ['es', ['Soy mayor de 18 años', 'Salir']],
    ['es', ['Sí, tengo 18 años', 'No']],
    ['ru', ['Мне есть 18 лет', 'Покинуть сайт']],
    ['ru', ['Мне исполнилось 18', 'Выйти']],
    ['zh', ['我已满18岁,进入', '离开']],
    ['zh', ['我已年满18周岁', '退出']],
  ])('is a gate in %s: %j', (_, buttons) => {
    expect(weight(buttons)).toBe(3);
  });

  test.each([
    ['Enter', 'Leave', 'This website is for adults only.'],
    ['Entrer', 'Quitter', 'Site interdit aux mineurs'],
    ['Entrar', 'Salir', 'Contenido solo para adultos'],
    ['Войти', 'Уйти', 'Сайт только для взрослых'],
    ['进入', '离开', '本网站仅限成人浏览'],
    ['دخول', 'خروج', 'هذا الموقع للكبار فقط'],
    ['داخل ہوں', 'باہر جائیں', 'یہ ویب سائٹ صرف بالغ افراد کے لیے ہے'],
  ])('also where the button names no age: %s, %s', (enter, leave, text) => {
    expect(weight([enter, leave], text)).toBe(3);
    expect(weight([enter, leave], 'Welcome to the library')).toBe(0);
    expect(weight([enter], text)).toBe(0);
  });

  test('with a button alone is less: a survey asks for consent like that', () => {
    expect(weight(['I am 18 years or older and agree to take part'])).toBe(2);
  });

  test.each([
    [['Log in', 'Sign up', 'No']],
    [['Over 18 million users trust us', 'Leave a comment']],
    [['Enter the competition', 'Leave']],
    [['18 results', 'Exit full screen']],
    [['Yes, send me 21 recipes', 'No']],
    [['18+', 'Leave']],
    [['x'.repeat(100_000), 'Leave']],
    [[]],
  ])('is none where %j', (buttons) => {
    expect(weight(buttons)).toBe(0);
  });

  test('is none in an article about age checks', () => {
    const text =
      'Under the new law visitors must confirm "I am over 18" before they enter or leave.';
    expect(weight(['Read more', 'Share', 'No'], text, 'Age verification law explained')).toBe(0);
  });
});
