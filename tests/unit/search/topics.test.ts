import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { searchTopics } from '@/rules/search/topic.ts';
import { topicOf } from '@/rules/search/topics.ts';

import { chatLanguages, searchesOf } from '../../support/chats.ts';

describe.each(chatLanguages)('searches in %s', (language) => {
  const searches = searchesOf(language);

  test('are forty of each kind at least', () => {
    const harmless = searches.filter(({ is }) => is === '-').length;
    expect(harmless).toBeGreaterThanOrEqual(40);
    expect(searches.length - harmless).toBeGreaterThanOrEqual(40);
  });

  test('of somebody who may need a kind word are understood', () => {
    const asked = searches.filter(({ is }) => is !== '-');
    expect(asked.filter(({ is, query }) => topicOf(query) !== is)).toEqual([]);
  });

  test('for school, news, films and songs are left alone', () => {
    const harmless = searches.filter(({ is }) => is === '-');
    expect(harmless.filter(({ query }) => topicOf(query) !== null)).toEqual([]);
  });
});

test('study takes back a general question, and not what somebody says of themself', () => {
  expect(topicOf('painless ways to die')).toBe('self-harm');
  expect(topicOf('painless ways to die essay')).toBeNull();
  expect(topicOf('i want to kill myself homework is too much')).toBe('self-harm');
});

test('the gravest topic is named', () => {
  expect(topicOf('i want to die because my dad hits me')).toBe('self-harm');
});

test('any query whatever is judged without a failure', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (query) => {
      expect([null, ...searchTopics]).toContain(topicOf(query));
    }),
    { numRuns: 100 },
  );
});
