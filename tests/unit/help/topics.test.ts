import { expect, test } from 'vitest';

import { helpTopicOf, helpTopics } from '@/rules/help/topics.ts';
import { reportTopics } from '@/rules/reporting/topics.ts';

test('every report but "other" has a help page, and every help page is there', () => {
  for (const topic of reportTopics.filter((one) => one !== 'other')) {
    expect(helpTopics, topic).toContain(helpTopicOf(topic));
  }
});

test('what is not told, or is something else, has no page of its own', () => {
  expect(helpTopicOf(null)).toBeNull();
  expect(helpTopicOf('other')).toBeNull();
});

test('a threat with a picture, a wish for secrets and sad thoughts never share a page', () => {
  const heavy = [helpTopicOf('sextortion'), helpTopicOf('grooming'), helpTopicOf('self-harm')];
  expect(new Set(heavy).size).toBe(3);
});
