import { expect, test } from 'vitest';

import { weekdays } from '@/rules/policy/schema.ts';
import { ruleSentences, sentenceFor, sentencesOn } from '@/rules/time/sentence-data.ts';

import { anOpenChild, aRuleSet } from '../../support/builders.ts';

const schoolDays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const night = { id: 'night', days: [...weekdays], from: '21:00', to: '06:30' };
const youTube = {
  id: 'tube',
  scope: 'host:youtube.com',
  minutes: { mon: 30, tue: 30, wed: 30, thu: 30, fri: 30, sat: 60, sun: 0 },
  perWeek: 180,
  carryOver: 15,
};
const child = {
  ...anOpenChild(),
  quietTimes: [night],
  quotas: [youTube],
  hostSets: [
    { id: 'school', name: 'School', hosts: ['school.test'], alwaysOpen: true },
    { id: 'fun', name: 'Fun', hosts: ['fun.test'] },
  ],
  ruleSets: [
    aRuleSet({
      id: 'ramadan',
      name: 'Ramadan',
      replaces: true,
      firstDate: '2026-02-18',
      lastDate: '2026-03-19',
      days: [...schoolDays],
      quietTimes: [
        { id: 'late', days: ['fri', 'sat'], from: '23:00', to: '24:00', scope: 'set:fun' },
      ],
      quotas: [{ id: 'less', scope: 'all', minutes: { sat: 10 } }],
    }),
  ],
};

test('each rule is one entry: ordinary ones, then the sets, then what is always open', () => {
  expect(
    ruleSentences(child).map((one) => (one.kind === 'always-open' ? one.hostSetId : one.rule)),
  ).toEqual([
    { kind: 'quiet-time', id: 'night', setId: null },
    { kind: 'quota', id: 'tube', setId: null },
    { kind: 'quiet-time', id: 'late', setId: 'ramadan' },
    { kind: 'quota', id: 'less', setId: 'ramadan' },
    'school',
  ]);
});

test('days with the same minutes stand together, in the order of the week', () => {
  expect(ruleSentences(child)[1]).toEqual({
    kind: 'quota',
    rule: { kind: 'quota', id: 'tube', setId: null },
    set: null,
    scope: 'host:youtube.com',
    limits: [
      { minutes: 30, days: schoolDays },
      { minutes: 60, days: ['sat'] },
      { minutes: 0, days: ['sun'] },
    ],
    minutesPerWeek: 180,
    carryOverMinutes: 15,
  });
});

test('a rule of a set speaks of the days of the set only; one that has none left says so', () => {
  const [, , late, less] = ruleSentences(child);
  expect(late).toMatchObject({ days: ['fri'], scope: 'set:fun', endsNextDay: false });
  expect(late).toMatchObject({
    set: { name: 'Ramadan', replaces: true, isYearly: false, lastDate: '2026-03-19' },
  });
  expect(less).toMatchObject({ limits: [] });
});

test('a window says whether it runs into the next day or lasts all day', () => {
  const saying = (from: string, to: string) =>
    ruleSentences({ quietTimes: [{ ...night, from, to }], quotas: [] })[0];
  expect(saying('21:00', '06:30')).toMatchObject({ endsNextDay: true, isAllDay: false });
  expect(saying('21:00', '00:00')).toMatchObject({ endsNextDay: false });
  expect(saying('13:00', '14:00')).toMatchObject({ endsNextDay: false, isAllDay: false });
  expect(saying('00:00', '24:00')).toMatchObject({ endsNextDay: false, isAllDay: true });
});

test('of a date only the rules that hold on it are told', () => {
  const idsOn = (date: string) =>
    sentencesOn(child, date).flatMap((one) => (one.kind === 'always-open' ? [] : [one.rule.id]));
  expect(idsOn('2026-11-23')).toEqual(['night', 'tube']);
  // Friday and Saturday of Ramadan: the set keeps to school days.
  expect(idsOn('2026-02-20')).toEqual(['late', 'less']);
  expect(idsOn('2026-02-21')).toEqual(['night', 'tube']);
});

test('the rule a verdict names is found by its id, a rest and a rule that is gone are not', () => {
  const sentences = ruleSentences(child);
  const late = sentenceFor(sentences, { kind: 'quiet-time', quietTimeId: 'late' });
  expect(late?.rule.setId).toBe('ramadan');
  const tube = sentenceFor(sentences, { kind: 'quota', quotaId: 'tube', scope: 'all' });
  expect(tube?.rule.id).toBe('tube');
  expect(sentenceFor(sentences, { kind: 'quota', quotaId: 'night', scope: 'all' })).toBeNull();
  expect(sentenceFor(sentences, { kind: 'lockdown', overrideId: 'night' })).toBeNull();
});
