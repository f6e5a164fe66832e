import { describe, expect, test } from 'vitest';

import type { Box } from '@/rules/forms/box.ts';
import { fillPlan } from '@/rules/forms/fill-plan.ts';

import { aBox } from './boxes.ts';

const facts = [
  { key: 'address', value: 'https://chat.test/room/9' },
  { key: 'platform', value: 'chat.test' },
  { key: 'time', value: '2026-11-20 18:05 +05:00 (Asia/Karachi)' },
  { key: 'words', value: 'They asked for a picture.\nTwice.' },
  { key: 'reportId', value: 'r-1' },
];
const asks = ['address', 'platform', 'time', 'words', 'reportId'] as const;
const boxes = (...each: Partial<Box>[]): Box[] => each.map((about, at) => aBox({ at, ...about }));
const plan = (...each: Partial<Box>[]) =>
  fillPlan(boxes(...each), facts, asks).map(({ at, key }) => [at, key]);

describe('which facts go into which boxes', () => {
  test('each into the one box that asks for it', () => {
    expect(
      plan(
        { label: 'Name' },
        { label: 'Description', tag: 'textarea', type: 'textarea' },
        { label: 'Link', type: 'url' },
        { label: 'Platform' },
      ),
    ).toEqual([
      [2, 'address'],
      [3, 'platform'],
      [1, 'words'],
    ]);
  });

  test.each([
    { isVisible: false },
    { isEmpty: false },
    { isEnabled: false },
    ...['password', 'hidden', 'file', 'email', 'tel', 'number', 'date', 'checkbox', 'submit'].map(
      (type) => ({ type }),
    ),
  ])('never into one that is %o', (about) => {
    expect(plan({ label: 'Link', ...about })).toEqual([]);
  });

  test('a fact that the form is not known to ask for stays out', () => {
    expect(fillPlan(boxes({ label: 'Link' }), facts, ['words'])).toEqual([]);
    expect(fillPlan(boxes({ label: 'Link' }), facts, [])).toEqual([]);
  });

  test('of a list of the same the first is meant', () => {
    expect(plan({ label: 'Link 1' }, { label: 'Link 2' }, { label: 'Link 3' })).toEqual([
      [0, 'address'],
    ]);
  });

  test('two boxes that ask the same in other words are left alone', () => {
    expect(plan({ label: 'Link to the page' }, { label: 'Link to the evidence' })).toEqual([]);
  });

  test('a label is believed before a name', () => {
    expect(plan({ name: 'url' }, { label: 'Web address' })).toEqual([[1, 'address']]);
  });

  test('what does not fit is not cut', () => {
    expect(plan({ label: 'Link', maxLength: 10 })).toEqual([]);
    expect(plan({ label: 'Link', maxLength: 24 })).toEqual([[0, 'address']]);
    expect(plan({ label: 'What happened?' })).toEqual([]);
    expect(plan({ label: 'Platform', type: 'url' })).toEqual([]);
  });

  test('the report’s own number belongs into no box', () => {
    expect(plan({ label: 'Reference number' }, { label: 'Report number' })).toEqual([]);
  });
});
