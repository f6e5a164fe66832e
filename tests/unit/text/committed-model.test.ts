// What the model in the package has to keep to, whatever it is trained on: a few plain texts in each language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { makeTextJudge, unkindness } from '../../../rules/text/judge-text.ts';
import { readModel, type TextModel } from '../../../rules/text/model.ts';
import { createScorer } from '../../../rules/text/score.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'public', 'models', 'text.bin');
const bytes = readFileSync(file);
const model = ((): TextModel => {
  const read = readModel(bytes);
  if (!read.ok) throw new Error(read.failure);
  return read.value;
})();
const score = createScorer(model);
const judge = makeTextJudge(model);
const unkind = (text: string): number => unkindness(score(text, 256));

test('the model takes at most three million bytes', () => {
  expect(bytes.length).toBeLessThanOrEqual(3_000_000);
});

describe('an unkind message scores above an ordinary one', () => {
  test.each([
    ['English', 'shut up you ugly bitch', 'see you tomorrow at the park'],
    ['Roman Urdu', 'tum kuttay ho harami', 'kal school mein milte hain'],
    ['Urdu', 'تم کتے ہو، حرامی', 'آج اسکول میں بہت مزہ آیا'],
    ['Arabic', 'يا كلب يا حمار', 'كيف حالك اليوم يا صديقي'],
    ['French', 'ta gueule connard', 'on se voit demain au parc'],
    ['Spanish', 'eres un idiota de mierda', 'nos vemos mañana en el parque'],
    ['Russian', 'ты тупая сука', 'увидимся завтра в школе'],
    ['Chinese', '你这个傻逼', '你好，今天去哪里玩'],
  ])('in %s', (_, rude, friendly) => {
    expect(unkind(rude)).toBeGreaterThan(unkind(friendly));
    expect(judge(friendly, 'message')).toEqual([]);
  });
});

test('a disguise changes nothing', () => {
  const plain = unkind('shut up you ugly bitch');
  expect(unkind('SHUT UP you ugly b1tch')).toBe(plain);
  expect(unkind('shut up you uglyyyyy b i t c h')).toBe(plain);
  expect(unkind('shut up you ugly b\u200bi\u200btch')).toBe(plain);
  expect(unkind('shut up you ugly bіtсh')).toBe(plain);
});

test('plain examples of a scam, of a page for adults and of an insult are found', () => {
  const found = (text: string): string[] => judge(text, 'message').map(({ of }) => of);
  expect(found('You won $1000! click here to claim your prize now')).toContain('scam');
  expect(found('free porn videos xxx hot girls nude')).toContain('adult');
  expect(found('ta gueule connard')).toContain('insult');
});

test('news, health, faith and history get no finding', () => {
  for (const text of [
    'The council will decide on Monday whether the new bridge is built.',
    'Breast cancer is found earlier when women are invited for screening.',
    'Muslims fast from dawn to sunset in the month of Ramadan.',
    'During the war thousands of people were killed or driven from their homes.',
    'La bibliothèque municipale ouvre ses portes le samedi.',
    'El museo abre los martes y la entrada es gratuita.',
    'Музей открыт каждый день, кроме понедельника.',
    'یہ کتاب تاریخ کے بارے میں ہے۔',
    '图书馆每天早上九点开门。',
  ])
    expect(judge(text, 'message'), text).toEqual([]);
});
