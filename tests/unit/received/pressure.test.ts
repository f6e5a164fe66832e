import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { foldMessage } from '@/rules/phrases/fold.ts';
import { scriptsIn } from '@/rules/received/compile.ts';
import { kindsIn } from '@/rules/received/kinds-in.ts';
import { judgeReceived, type Noticed } from '@/rules/received/pressure.ts';
import type { TextFinding, TextJudge } from '@/rules/text/judge.ts';

import { chatLanguages, chatsOf, message } from '../../support/chats.ts';

const says = (lines: readonly string[], judge: TextJudge | null = null): Noticed | null =>
  judgeReceived(lines.map(message), judge);
const finds =
  (of: TextFinding['of'], level: TextFinding['level'], words: string): TextJudge =>
  (text) =>
    text.includes(words) ? [{ of, level, probability: 0.9 }] : [];

describe.each(chatLanguages)('a chat in %s', (language) => {
  const chats = chatsOf(language);
  const told = (is: string): string[] =>
    chats
      .filter((chat) => chat.is === is)
      .map((chat) => chat.messages.map((m) => m.text).join(' / '));
  const noticed = (kind: string): string[] =>
    chats
      .filter(({ messages }) => (judgeReceived(messages, null)?.kind ?? 'none') === kind)
      .map((chat) => chat.messages.map((m) => m.text).join(' / '));

  test.each(['pressure', 'scam', 'none'])('is known for what it is: %s', (kind) => {
    expect(told(kind).length).toBeGreaterThan(0);
    expect(noticed(kind)).toEqual(told(kind));
  });

  test('of one mild question never brings a card', () => {
    for (const { messages } of chats.filter(({ is }) => is !== 'none')) {
      for (const one of messages) {
        const alone = judgeReceived([one], null);
        if (alone !== null) expect(alone.signs.length).toBeGreaterThan(1);
      }
    }
  });
});

describe('chats written after the phrases', () => {
  const later = [...chatsOf('second'), ...chatsOf('third')];
  const isNoticed = ({ messages }: (typeof later)[number]) =>
    judgeReceived(messages, null) !== null;

  test('are found nine times in ten, where they press or trick', () => {
    const pressing = later.filter(({ is }) => is !== 'none');
    expect(pressing.filter(isNoticed).length).toBeGreaterThanOrEqual(pressing.length * 0.9);
  });

  test('are found by the stages they are made of, two times in three', () => {
    const staged = [...chatsOf('once-unseen'), ...chatsOf('fourth')];
    const pressing = staged.filter(({ is }) => is === 'pressure');
    expect(pressing.length).toBeGreaterThan(20);
    expect(pressing.filter(isNoticed).length).toBeGreaterThanOrEqual(pressing.length * 0.67);
  });

  test('are found nearly always once they were learned from', () => {
    const pressing = [...chatsOf('fifth'), ...chatsOf('sixth')].filter(({ is }) => is !== 'none');
    expect(pressing.length).toBeGreaterThan(80);
    expect(pressing.filter(isNoticed).length).toBeGreaterThanOrEqual(pressing.length * 0.85);
  });

  test('bring no card between friends, in words nobody had in mind either', () => {
    const friendly = [
      ...later,
      ...['once-unseen', 'fourth', 'fifth', 'sixth'].flatMap(chatsOf),
    ].filter(({ is }) => is === 'none');
    expect(friendly.length).toBeGreaterThan(90);
    expect(friendly.filter(isNoticed)).toEqual([]);
  });
});

describe('who says it', () => {
  const pressing = ['<are you home alone?', "<don't tell anyone", '<send me a pic'];

  test('decides: the child’s own words press nobody', () => {
    expect(says(pressing)).not.toBeNull();
    expect(says(pressing.map((line) => line.replace('<', '>')))).toBeNull();
  });

  test('counts half where nobody knows', () => {
    expect(says(pressing.map((line) => line.replace('<', '?')))).toBeNull();
    const graver = [
      '?send me 100 dollars or ill post your pics',
      '?send me a nude',
      '?dont tell anyone',
    ];
    expect(says(graver)?.kind).toBe('pressure');
  });

  test('matters not where both ask each other', () => {
    const both = [
      '<how old are you?',
      '>13, how old are you?',
      '<13. where do you live',
      '>london where do you live?',
      '<lets meet at the cinema',
    ];
    expect(says(both)).toBeNull();
  });

  test('a child who answers a parent is at home', () => {
    expect(
      says(['<are you alone?', '>yes mum', "<don't open the door, send me a pic when you eat"]),
    ).toBeNull();
    expect(
      says(['<are you alone?', '>my mum is out', "<don't tell her, send me a pic"])?.kind,
    ).toBe('pressure');
  });

  test('threats count from anybody', () => {
    expect(
      says(['<ok', '>yes dad', '<send me money or i will post your photos to everyone'])?.level,
    ).toBe(2);
  });
});

describe('the text model', () => {
  test('brings a card alone only when it is sure twice', () => {
    const sure = finds('grooming', 'clear', 'odd');
    expect(says(['<odd words', '<hello'], sure)).toBeNull();
    expect(says(['<odd words', '<more odd words'], sure)).toEqual({
      kind: 'pressure',
      level: 1,
      signs: ['model'],
    });
    expect(says(['<odd words', '<more odd words'], finds('grooming', 'likely', 'odd'))).toBeNull();
  });

  test('adds to what the patterns have found', () => {
    const lines = ['<how old are you', '<are you home alone'];
    expect(says(lines)).toBeNull();
    expect(says(lines, finds('grooming', 'likely', 'alone'))?.kind).toBe('pressure');
    expect(says(['<are you home alone'], finds('grooming', 'likely', 'alone'))).toBeNull();
  });

  test('with a threat makes the card of a grave thing', () => {
    const line = ['<ill send your pics to everyone'];
    expect(says(line)).toBeNull();
    expect(says(line, finds('grooming', 'likely', 'pics'))?.level).toBe(2);
  });

  test('is not asked about what the child wrote', () => {
    expect(says(['>odd', '>odd'], finds('scam', 'clear', 'odd'))).toBeNull();
  });
});

test('at most three signs are shown, the heaviest first', () => {
  const noticed = says([
    '<how old are you',
    '<are you home alone',
    "<don't tell anyone",
    '<send me a nude',
    '<delete this chat',
  ]);
  expect(noticed?.signs).toHaveLength(3);
  expect(noticed?.signs[0]).toBe('intimate');
});

describe('what stands apart', () => {
  const apart = (lines: readonly string[]): string[] =>
    lines.flatMap((line) => [line, ...Array.from({ length: 16 }, () => '<ok')]);

  test('adds up where it is far more than enough', () => {
    expect(says(["<don't tell anyone", '<send me a pic'])).not.toBeNull();
    expect(says(apart(["<don't tell anyone", '<send me a pic']))).toBeNull();
    expect(
      says(apart(["<don't tell anyone", '<send me a nude, are you home alone'])),
    ).not.toBeNull();
  });

  test('makes no scam: an address belongs to what is said beside it', () => {
    const lines = ['<you won an iphone', '<https://example.test/claim'];
    expect(says(lines)?.kind).toBe('scam');
    expect(says(apart(lines))).toBeNull();
  });
});

test('a long message that names neither "I" nor "you" speaks to nobody', () => {
  const kindsOf = (text: string): string[] => {
    const folded = foldMessage(text);
    return kindsIn(folded, scriptsIn(folded));
  };
  const news =
    'dont tell anyone was painted over the gate of the old factory that closed last winter after a flood';
  expect(kindsOf(news)).toEqual([]);
  expect(kindsOf('dont tell anyone')).toEqual(['secret']);
  expect(kindsOf(`${news} and you know it`)).toEqual(['secret']);
});

test('an exchange between others asks nothing of the child', () => {
  const news = '<en octubre el grupo obtuvo 4.000 millones de euros a cambio de una garantía';
  expect(says([news])).toBeNull();
  expect(says(['<te doy 500 robux a cambio de una foto tuya'])).not.toBeNull();
});

test('a wish for a picture tells more beside the question whether somebody is there', () => {
  expect(says(['<who is home with you', '<turn on your camera'])?.kind).toBe('pressure');
  expect(says(['<where do you live', '<turn on your camera'])).toBeNull();
});

test('only the last forty messages are looked at', () => {
  const old = ['<are you home alone', "<don't tell anyone", '<send me a pic'];
  const since = Array.from({ length: 40 }, () => '<ok');
  expect(says([...old, ...since])).toBeNull();
  expect(says([...since, ...old])).not.toBeNull();
});

test('small changes of writing change nothing', () => {
  const plain = says(['<are you home alone', "<don't tell anyone", '<send me a pic']);
  const dressed = says([
    '<ARE YOU HOME ALONE???',
    '<don’t tell   anyone!!',
    '<sennnd me a p\u200Bic',
  ]);
  expect(dressed).toEqual(plain);
});

test('any messages whatever are judged without a failure', () => {
  const lines = fc.array(
    fc.record({
      from: fc.constantFrom('them' as const, 'me' as const, 'unknown' as const),
      text: fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary', maxLength: 2000 }),
      ),
    }),
    { maxLength: 45 },
  );
  fc.assert(
    fc.property(lines, (messages) => {
      const noticed = judgeReceived(messages, null);
      expect(noticed === null || noticed.signs.length <= 3).toBe(true);
    }),
    { numRuns: 60 },
  );
});
