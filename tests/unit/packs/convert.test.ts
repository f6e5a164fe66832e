import { expect, test } from 'vitest';

import { checkedOn, contentOf, type SourceMechanism } from '../../../scripts/packs/convert.ts';

test.each([
  ['archived copy of the directory, 2026-04-22; page last modified 2022-05-16', '2026-04-22'],
  ['archived copies, 2022-2024', '2024-01-01'],
  ['archived copies 2021-2023', '2023-01-01'],
  ['archived copy, 2023-02', '2023-02-01'],
  ['archived copy (2020); paths seen in public repositories', '2020-01-01'],
  ['re-read September 2026 by that project', '2026-09-01'],
  ['archived copy, old', '2015-01-01'],
  ['archived copy', '2026-11-01'],
])('"%s" was read on %s', (seen, day) => {
  expect(checkedOn(seen)).toBe(day);
});

const source = (changed: Partial<SourceMechanism>): SourceMechanism => ({
  id: 'at-one',
  country: 'AT',
  operator: 'One',
  type: 'helpline',
  handles: ['other'],
  confidence: 'high',
  source: 'test',
  sourceSeen: 'archived copy',
  memberOf: ['CHI'],
  ...changed,
});

test('research notes stay behind, and the Union states get their common emergency number', () => {
  const pack = contentOf('AT', [source({ handlesInferred: true })]);
  expect(pack.mechanisms[0]).not.toHaveProperty('sourceSeen');
  expect(pack.mechanisms.at(-1)).toMatchObject({ id: 'at-emergency-112', phone: '112' });
  expect(pack.emergency).toEqual({ phone: '112', phoneFormat: 'short' });
  const pakistan = contentOf('PK', [source({ country: 'PK' })]);
  expect(pakistan.mechanisms).toHaveLength(1);
  expect(pakistan).not.toHaveProperty('emergency');
});

test('an emergency number of the list itself is the number for danger', () => {
  const own = source({ id: 'at-emergency-number', phone: '133', phoneFormat: 'short' });
  const { mechanisms, emergency } = contentOf('AT', [own]);
  expect(mechanisms).toHaveLength(1);
  expect(emergency).toEqual({ phone: '133', phoneFormat: 'short' });
});

test('what is agreed with a country stands in its pack', () => {
  const updates = 'https://packs.example/AT.json';
  expect(contentOf('AT', [source({})], { updates })).toMatchObject({ updates });
});
