import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { helpHosts } from '@/rules/help/resources.ts';
import { createListReader } from '@/rules/lists/parse/reader.ts';
import { listLimits } from '@/rules/lists/parse/result.ts';
import { createRefusal } from '@/rules/lists/refusal.ts';
import { parseStarter } from '@/rules/lists/starter.ts';

import { shippedPack } from '../../support/packs.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const starter = parseStarter(read('public/lists/starter.json'));
if (!starter.ok) throw new Error('a packaged file can not be read');

const refusal = createRefusal({
  help: helpHosts([shippedPack('PK')]),
  known: starter.value.known,
  needed: ['lists.example', 'desk.school.example'],
});

test.each(['', 'com', 'pk', 'co.uk', 'edu.pk', 'gov.uk', 'k12.ca.us', 'xn--mgbai9azgqp6j'])(
  'BYP-210 a list can not close a whole registry: %j',
  (host) => {
    expect(refusal(host)).toBe('suffix');
  },
);

test('BYP-210 a list can not close help for children, its sub-domains, or what it stands under', () => {
  for (const host of ['childline.org.uk', 'www.childline.org.uk', 'takeitdown.ncmec.org']) {
    expect(refusal(host), host).toBe('help');
  }
  expect(refusal('ncmec.org')).toBe('help');
  expect(refusal('notchildline.org.uk')).toBe(null);
});

test('BYP-210 a list can not close an ordinary, well-known site or what it stands under', () => {
  for (const host of ['google.com', 'wikipedia.org', 'scratch.mit.edu', 'mit.edu']) {
    expect(refusal(host), host).toBe('known');
  }
  expect(refusal('evil.wikipedia.org.example')).toBe(null);
  expect(refusal('someone.mit.edu')).toBe(null);
});

test('BYP-210 a list can not close the places lists come from, nor the desk', () => {
  expect(refusal('lists.example')).toBe('needed');
  expect(refusal('desk.school.example')).toBe('needed');
  expect(refusal('school.example')).toBe('needed');
  expect(refusal('chess.school.example')).toBe(null);
});

test('BYP-216 a list may close a page on shared hosting, never the hosting', () => {
  for (const hosting of ['github.io', 'blogspot.com', 'web.app', 'netlify.app']) {
    expect(refusal(hosting), hosting).toBe('suffix');
    expect(refusal(`user.${hosting}`), hosting).toBe(null);
  }
});

test('BYP-216 a site under an ending that nobody knows yet can be listed', () => {
  expect(refusal('casino.brandnewending')).toBe(null);
  expect(refusal('brandnewending')).toBe('suffix');
});

test('BYP-210 of a hostile list, only what it may say is left', () => {
  const list = [
    'com',
    'pk',
    '',
    'casino.example',
    'www.google.com',
    '||childline.org.uk^',
    '0.0.0.0 lists.example',
    '*.github.io',
    '*.edu.pk',
    'user.github.io',
  ];
  const left: string[] = [];
  const reader = createListReader(listLimits, (host) => {
    if (refusal(host) === null) left.push(host);
  });
  reader.write(new TextEncoder().encode(list.join('\n')));
  expect(reader.end().ok).toBe(true);
  expect(left).toEqual(['casino.example', 'user.github.io']);
});
