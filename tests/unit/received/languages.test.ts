// Which languages a chat is heard in: the expressions of one take long to make.
import { describe, expect, test } from 'vitest';

import { foldMessage } from '@/rules/phrases/fold.ts';
import { scriptsIn } from '@/rules/received/compile.ts';
import { judgeReceived } from '@/rules/received/pressure.ts';

import { chatsOf, message } from '../../support/chats.ts';

const heardIn = (text: string): number => scriptsIn(foldMessage(text)).length;

describe('the languages of a chat', () => {
  test('are one where its words say so', () => {
    expect(heardIn('how was your day, did you do the homework?')).toBe(1);
    expect(heardIn('kya kar rahi ho, mujhe bhi batao')).toBe(1);
    expect(heardIn('est-ce que tu as fait tes devoirs pour demain ?')).toBeLessThan(4);
    expect(heardIn('تم کیا کر رہے ہو')).toBe(1);
    expect(heardIn('что делаешь')).toBe(1);
  });

  test('are all with the same letters where too little is said', () => {
    expect(heardIn('ok')).toBe(4);
    expect(heardIn('send nudes')).toBe(4);
  });

  test('are both where two are mixed, and each of several letters', () => {
    expect(heardIn('you are so cute yaar, kisi ko mat batana, ok? just send it')).toBe(2);
    expect(heardIn('how are you my friend کیا حال ہے')).toBe(2);
  });

  test('hide no pressure that stands between words of another language', () => {
    const [pressing] = chatsOf('ur-Latn').filter(({ is }) => is === 'pressure');
    const talk = ['<did you see the match', '>yes it was so good', '<what a goal'].map(message);
    expect(pressing && judgeReceived(pressing.messages, null)?.kind).toBe('pressure');
    expect(judgeReceived([...talk, ...(pressing?.messages ?? [])], null)?.kind).toBe('pressure');
  });
});
