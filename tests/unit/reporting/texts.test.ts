import { expect, test } from 'vitest';

import en from '../../../public/texts/en/report.json';
import ur from '../../../public/texts/ur/report.json';
import { factKeys } from '../../../rules/reporting/fact-keys.ts';
import { reportTopics } from '../../../rules/reporting/topics.ts';

const catalogues = { en, ur } as Record<string, Record<string, string>>;

test('both languages say the same things in the same order', () => {
  expect(Object.keys(ur)).toEqual(Object.keys(en));
});

test('the same places are filled in both', () => {
  const places = (words: string) => (words.match(/\{\w+\}/g) ?? []).toSorted();
  for (const [key, words] of Object.entries(en)) {
    expect(places((ur as Record<string, string>)[key] ?? ''), key).toEqual(places(words));
  }
});

const statuses = [
  'Undoable',
  'UndoableForm',
  'Waiting',
  'Sending',
  'Delivered',
  'ByHand',
  'ManyToday',
  'ManyWeek',
  'OutboxFull',
  'Refused',
  'RefusedAdded',
  'TooOld',
  'Undone',
  'Withdrawn',
];
const states = [
  'undoable',
  'waiting',
  'sending',
  'delivered',
  'by-hand',
  'undone',
  'refused',
  'withdrawn',
];
const kinds = ['helpline', 'hotline', 'police', 'cert', 'regulator', 'platform'];
const asked = [
  ...statuses.flatMap((status) => [`report${status}Heading`, `report${status}Body`]),
  ...states.map((state) => `reportsState-${state}`),
  ...['received', 'read', 'done'].map((progress) => `progress-${progress}`),
  ...kinds.flatMap((kind) => [`door-${kind}`, `doorAnywhere-${kind}`]),
  ...reportTopics.map((topic) => `topicReport-${topic}`),
  ...factKeys.map((fact) => `reportFact.${fact}`),
  ...['address', 'time', 'account', 'title', 'words'].map((fact) => `sentFact.${fact}`),
];

test('every state, door, topic and fact has its words', () => {
  for (const key of asked) expect(en, key).toHaveProperty([key]);
});

test('the youngest get at most two sentences of at most eight words', () => {
  for (const [language, catalogue] of Object.entries(catalogues)) {
    for (const [key, words] of Object.entries(catalogue)) {
      if (!/\.5-8(?:_|$)/.test(key)) continue;
      const sentences = words
        .split(/[.?!:۔؟]/)
        .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
      expect(sentences.length, `${language} ${key}`).toBeLessThanOrEqual(2);
      for (const sentence of sentences) {
        const count = sentence.trim().split(/\s+/).length;
        expect(count, `${language}: ${sentence}`).toBeLessThanOrEqual(8);
      }
    }
  }
});
