import { expect, test } from 'vitest';

import {
  checkedOn,
  packOf,
  problemsOf,
  type SourceMechanism,
} from '../../../scripts/packs/convert.ts';

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
  const pack = packOf('AT', [source({ handlesInferred: true })]);
  expect(pack.mechanisms[0]).not.toHaveProperty('sourceSeen');
  expect(pack.mechanisms.at(-1)).toMatchObject({ id: 'at-emergency-112', phone: '112' });
  expect(packOf('PK', [source({ country: 'PK' })]).mechanisms).toHaveLength(1);
  expect(packOf('AT', [source({ id: 'at-emergency-number' })]).mechanisms).toHaveLength(1);
});

test.each([
  [{ phone: '116 111', phoneFormat: 'short' }, 'the number 116 111 is not short'],
  [{ phone: '43123456789', phoneFormat: 'e164' }, 'the number 43123456789 is not e164'],
  [{ phone: '116111' }, 'the number 116111 is not of a named format'],
  [{ whatsapp: '0912' }, 'WhatsApp number'],
  [{ email: 'nobody' }, 'mail address'],
  [{ website: 'www.one.example' }, 'the address www.one.example is not one of the web'],
] as const)('a pack with %j is refused', (changed, problem) => {
  const pack = packOf('AT', [source(changed)]);
  expect(problemsOf('AT.json', pack)).toEqual([`AT.json: at-one: ${problem}`]);
});

test('a pack under another name, with a doubled id or a desk in clear text is refused', () => {
  const pack = {
    ...packOf('PK', [source({ country: 'PK' }), source({ country: 'PK' })]),
    desk: {
      kind: 'rt-rest2' as const,
      name: 'Desk',
      endpoint: 'http://desk.example',
      queue: 'Q',
      user: 'u',
      password: 'p',
    },
  };
  expect(problemsOf('AT.json', pack)).toEqual([
    'AT.json: is the pack of PK',
    'AT.json: an id is used twice',
    'AT.json: the desk is neither https nor this machine',
  ]);
});
