// The page from which others write publishers and clients says what the code holds to.
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { feedFailures } from '@/rules/lists/feed/failure.ts';
import * as limits from '@/rules/lists/feed/limits.ts';
import {
  bestKnownSchema,
  chunkSchema,
  indexSchema,
  listSchema,
  rootSchema,
} from '@/rules/lists/feed/schema.ts';
import { categories } from '@/rules/policy/schema.ts';

const page = readFileSync('docs/list-feed.md', 'utf8');

test('every limit stands in docs/list-feed.md', () => {
  const { chunkLimits, feedLimits } = limits;
  const numbers = [
    limits.mostRootBytes,
    limits.mostIndexBytes,
    limits.mostChunks,
    ...Object.values(chunkLimits),
    ...Object.values(feedLimits),
  ];
  for (const number of numbers) expect(page).toContain(number.toLocaleString('en-US'));
  expect(page).toContain(`up to ${limits.mostLists} lists`);
  expect(page).toContain(`public keys, 1 to ${limits.mostKeysOfRole}`);
  expect(page).toContain(`1 to ${2 * limits.mostKeysOfRole} signatures`);
  expect(page).toContain(`${limits.mostNewRoots} new roots`);
});

test('every member, category and failure stands in docs/list-feed.md', () => {
  const schemas = [rootSchema, indexSchema, listSchema, bestKnownSchema];
  const members = schemas.flatMap((schema) => Object.keys(schema.shape));
  for (const word of [...members, ...categories, ...feedFailures]) {
    expect(page).toContain(`\`${word}\``);
  }
  for (const member of Object.keys(chunkSchema.shape)) expect(page).toContain(`"${member}": `);
});
