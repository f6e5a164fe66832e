import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { languages } from '../../rules/policy/schema.ts';
import { root } from '../../scripts/commands.ts';
import { readBuilt } from './built.ts';

const folder = join(root, 'public', '_locales');
const messagesOf = (language: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(join(folder, language, 'messages.json'), 'utf8')) as Record<
    string,
    { message: string }
  >;

test('the names that the browser itself shows are there in every language', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...languages].toSorted());
  const keys = Object.keys(messagesOf('en')).toSorted();
  for (const language of languages) {
    const messages = messagesOf(language);
    expect(Object.keys(messages).toSorted()).toEqual(keys);
    expect(Object.values(messages).filter(({ message }) => message.trim() === '')).toEqual([]);
  }
});

test('every name the manifest asks for is there', () => {
  const asked = [...readBuilt('chrome', 'manifest.json').matchAll(/__MSG_(\w+)__/g)].map(
    ([, key]) => key,
  );
  expect(Object.keys(messagesOf('en'))).toEqual(expect.arrayContaining([...new Set(asked)]));
});

test('names fit what the stores allow: 75 letters, 132 for the description', () => {
  for (const language of languages) {
    const { extensionName, extensionDescription } = messagesOf(language);
    expect(extensionName?.message.length).toBeLessThanOrEqual(75);
    expect(extensionDescription?.message.length).toBeLessThanOrEqual(132);
  }
});
