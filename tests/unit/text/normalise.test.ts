// What a trick of spelling is worth: nothing. Each is named; the model sees the plain word behind it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { normalise } from '../../../rules/text/walk.ts';

describe('tricks of spelling', () => {
  test.each([
    ['digits for letters', '1d10t', 'idiot'],
    ['digits for letters, at the end', 'a55', 'ass'],
    ['signs for letters', 'sh!t b!tch a$$ $hit', 'shit bitch ass shit'],
    ['letters parted by blanks', 'i d i o t', 'idiot'],
    ['letters parted by dots', 'i.d.i.o.t', 'idiot'],
    ['letters parted by dashes', 'i-d-i-o-t', 'idiot'],
    ['letters repeated', 'stuuuupid', 'stupid'],
    ['letters repeated where two are usual', 'assss goood', 'ass good'],
    ['Cyrillic letters in a Latin word', 'ѕtuріd іdіоt', 'stupid idiot'],
    ['Latin letters in a Cyrillic word', 'дypак', 'дурак'],
    ['fullwidth letters', 'ｓｔｕｐｉｄ', 'stupid'],
    ['mathematical letters', '𝐢𝐝𝐢𝐨𝐭 𝓲𝓭𝓲𝓸𝓽', 'idiot idiot'],
    ['circled letters', 'ⓘⓓⓘⓞⓣ', 'idiot'],
    ['marks through letters', 'i̶d̶i̶o̶t̶', 'idiot'],
    ['zero-width marks', 'id\u200bi\u200do\ufefft', 'idiot'],
    ['soft hyphens', 'id\u00adiot', 'idiot'],
    ['marks of direction', '\u202eidiot\u202c', 'idiot'],
    ['capitals', 'IdIoT', 'idiot'],
    ['accents', 'ïdíòt', 'idiot'],
    ['Arabic vowel signs', 'غَبِيٌّ', 'غبی'],
    ['Arabic stroke that lengthens', 'غـــبي', 'غبی'],
  ])('%s: %j is %j', (_, disguised, plain) => {
    expect(normalise(disguised)).toBe(plain);
  });

  test('Arabic and Urdu letters that are typed for one another are one letter', () => {
    expect(normalise('كتابي مدرسة')).toBe(normalise('کتابی مدرسه'));
    expect(normalise('آدم أنا إن')).toBe(normalise('ادم انا ان'));
  });
});

describe('what is no trick', () => {
  test.each([
    ['years, sizes and names with digits', 'mp3 covid19 2nd 2024 b2b', 'mp3 covid19 2nd 2024 b2b'],
    ['short words', 'I am a boy', 'i am a boy'],
    ['letters that are double', 'good ass coffee', 'good ass coffee'],
    ['prices and mentions', '$5 @sara wow! ok!', '5 sara wow ok'],
    ['the short i of Russian', 'йод ёж', 'йод еж'],
    ['Chinese, letter by letter', '你好 ok', '你 好 ok'],
  ])('%s stay', (_, text, same) => {
    expect(normalise(text)).toBe(same);
  });
});

describe('every text', () => {
  test('has a plain form, halves of letters and marks included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(typeof normalise(text)).toBe('string');
      }),
    );
    expect(normalise('\ud800')).toBe('');
    expect(normalise('')).toBe('');
    expect(normalise('\u200b\u0301')).toBe('');
  });

  test('is read the same whatever marks are strewn between its letters', () => {
    const marks = ['\u200b', '\u00ad', '\u202a', '\u0336', '\ufe0f'];
    const word = fc.stringMatching(/^[a-z]{2,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.constantFrom(...marks), (words, mark) => {
        const text = words.join(' ');
        const strewn = Array.from(text, (letter) => letter + mark).join('');
        expect(normalise(strewn)).toBe(normalise(text));
      }),
    );
  });

  test('is read the same in capitals and in fullwidth letters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,60}$/), (text) => {
        const wide = text.replaceAll(/[a-z]/g, (letter) =>
          String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
        );
        expect(normalise(text.toUpperCase())).toBe(normalise(text));
        expect(normalise(wide)).toBe(normalise(text));
      }),
    );
  });
});
