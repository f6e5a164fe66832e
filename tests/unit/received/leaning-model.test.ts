// What the committed model says of whole chats without one phrase: a training that loses it, or that scares friends, is no better.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { leaningOf } from '@/rules/received/leaning.ts';
import { makeTextJudge } from '@/rules/text/judge-text.ts';
import { readModel } from '@/rules/text/model.ts';

import { type Chat, chatLanguages, chatsOf } from '../../support/chats.ts';

const read = readModel(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'public', 'models', 'text.bin')),
);
if (!read.ok) throw new Error(read.failure);
const { grade } = makeTextJudge(read.value);

const leansMuch = ({ messages }: Chat): boolean =>
  grade !== undefined &&
  leaningOf(
    messages.filter(({ from }) => from !== 'me').map(({ text }) => ({ text, counts: 1 })),
    grade,
    'grooming',
  ) === 'much';
const chats = [...chatLanguages, 'second', 'third'].flatMap(chatsOf);

describe('the committed model, without a phrase', () => {
  test('grades messages in every script', () => {
    for (const text of ['where do you live', 'کہاں رہتی ہو', 'где ты живёшь', '你住在哪里'])
      expect(grade?.(text, 'grooming'), text).toBeTypeOf('number');
  });

  test('leans towards more than a third of the chats that press', () => {
    const pressing = chats.filter(({ is }) => is === 'pressure');
    expect(pressing.filter(leansMuch).length).toBeGreaterThan(pressing.length / 3);
  });

  test('leans away from chats between friends', () => {
    const friendly = chats.filter(({ is }) => is === 'none');
    expect(friendly.length).toBeGreaterThan(80);
    expect(friendly.filter(leansMuch)).toEqual([]);
  });
});
