// What a child plainly means has to be found, and what is plainly harmless left alone, in every language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { makeTextJudge } from '../../../rules/text/judge-text.ts';
import { readModel } from '../../../rules/text/model.ts';

const read = readModel(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'public', 'models', 'text.bin')),
);
if (!read.ok) throw new Error(read.failure);
const judge = makeTextJudge(read.value);
const isUnkind = (text: string): boolean =>
  judge(text, 'message').some(({ of }) => of === 'insult' || of === 'hate');

type Words = { readonly unkind: readonly string[]; readonly harmless: readonly string[] };
const words: Readonly<Record<string, Words>> = {
  English: {
    unkind: [
      'oh my god you are a stupid idiot',
      'shut up, nobody likes you, you ugly loser',
      'you fucking bitch, go kill yourself',
      'he is a dumb piece of shit',
    ],
    harmless: [
      'can you send me the photos from the trip?',
      'I was so stupid, I left my bag on the bus',
      'our teacher says nobody should be called names',
      'my grandmother is an arab and cooks very well',
    ],
  },
  Urdu: {
    unkind: ['چپ کر کتے کے بچے', 'تو بہت کمینہ اور بے غیرت ہے', 'ابے گدھے، بکواس بند کر'],
    harmless: ['کیا تم نے سبق یاد کر لیا؟', 'آج امی نے بریانی بنائی ہے', 'آپ کی آواز بہت پیاری ہے'],
  },
  'Roman Urdu': {
    unkind: [
      'chup kar kutte ke bache',
      'tu bohat bara kamina aur beghairat hai',
      'abe gandu harami',
    ],
    harmless: [
      'tum ne sabaq yaad kar liya?',
      'aaj ammi ne biryani banai hai',
      'kal milte hain dost',
    ],
  },
  Arabic: {
    unkind: ['اسكت يا كلب يا ابن الكلب', 'انت غبي وحقير', 'كس امك يا شرموطة'],
    harmless: ['هل خلصت الواجب؟', 'امي طبخت اليوم كبسة', 'صوتك جميل ما شاء الله'],
  },
  French: {
    unkind: [
      'ferme ta gueule sale con',
      "t'es vraiment une grosse merde",
      'nique ta mère fils de pute',
    ],
    harmless: [
      'tu as fini tes devoirs ?',
      'maman a fait un gâteau',
      'on prend le bus de huit heures',
    ],
  },
  Spanish: {
    unkind: [
      'cállate ya, gilipollas de mierda',
      'eres un puto imbécil',
      'vete a la mierda, hijo de puta',
    ],
    harmless: ['¿has terminado los deberes?', 'mamá ha hecho un pastel', 'mañana vamos a la playa'],
  },
  Russian: {
    unkind: ['заткнись, тупая мразь', 'иди на хуй, урод', 'ты просто конченый дебил'],
    harmless: ['ты сделал уроки?', 'мама испекла пирог', 'завтра едем к бабушке'],
  },
  Chinese: {
    unkind: ['闭嘴吧你这个脑残', '操你妈的傻逼', '滚，没人喜欢你这个废物'],
    harmless: ['你作业写完了吗', '妈妈今天做了红烧肉', '明天我们去奶奶家'],
  },
};

describe.each(Object.entries(words))('%s', (_, { unkind, harmless }) => {
  test.each(unkind)('finds that "%s" is unkind', (text) => {
    expect(isUnkind(text)).toBe(true);
  });

  test.each(harmless)('says nothing of "%s"', (text) => {
    expect(judge(text, 'message')).toEqual([]);
  });
});
