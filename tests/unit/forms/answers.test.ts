import { describe, expect, test } from 'vitest';

import { answersInOrder, tellable } from '@/rules/forms/answers.ts';

const facts = ['address', 'platform', 'time', 'words'].map((key) => ({ key, value: key }));
const keysOf = (answers: readonly { readonly key: string }[]) => answers.map(({ key }) => key);

describe('the order of the answers', () => {
  test('is the form’s, and what it does not ask for comes after', () => {
    const answers = answersInOrder({ facts, topic: 'grooming' }, ['time', 'address', 'account']);
    expect(keysOf(answers)).toEqual(['time', 'address', 'platform', 'words']);
  });

  test('is the report’s own where nothing is known of the form', () => {
    expect(answersInOrder({ facts, topic: null }, [])).toEqual(facts);
  });
});

test('of a picture of a child the address alone is told, whatever a form asks for', () => {
  expect(keysOf(tellable({ facts, topic: 'csam' }))).toEqual(['address']);
  expect(keysOf(answersInOrder({ facts, topic: 'csam' }, ['words', 'address']))).toEqual([
    'address',
  ]);
  expect(tellable({ facts, topic: 'sextortion' })).toEqual(facts);
});
