import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { readPolicy } from '@/rules/policy/read.ts';

const guide = readFileSync('docs/managed-policy.md', 'utf8');
const config = readFileSync('wxt.config.ts', 'utf8');

type Policies = {
  readonly '3rdparty'?: Record<string, Record<string, Record<string, unknown>>>;
  readonly ExtensionSettings?: Record<string, unknown>;
  readonly policies?: Policies;
};
const blocks = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, words = '']) => JSON.parse(words) as Policies,
);
const idsIn = ({ policies, ...own }: Policies): string[] => [
  ...(policies === undefined ? [] : idsIn(policies)),
  ...Object.values(own['3rdparty'] ?? {}).flatMap(Object.keys),
  ...Object.keys(own.ExtensionSettings ?? {}),
];

/** Chromium's id of a key: the first half of its hash, written with the letters a to p. */
function chromiumId(): string {
  const [, key = ''] = /chromiumKey =\s*'([^']+)'/.exec(config) ?? [];
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return Array.from(digest.slice(0, 32), (digit) =>
    String.fromCodePoint(97 + Number.parseInt(digit, 16)),
  ).join('');
}

describe('docs/managed-policy.md', () => {
  test('names the ids that the manifest has', () => {
    const [, firefoxId] = /id: '([^']+@[^']+)'/.exec(config) ?? [];
    const known = new Set([chromiumId(), firefoxId]);
    const named = blocks.flatMap(idsIn);
    expect(named.length).toBe(4);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  test('shows documents that become policies once the children of an example stand in them', () => {
    const example = JSON.parse(readFileSync('docs/examples/fourteen-year-old.json', 'utf8')) as {
      children: unknown;
    };
    const shown = blocks
      .flatMap((block) => Object.values((block.policies ?? block)['3rdparty'] ?? {}))
      .flatMap(Object.values);
    expect(shown).toHaveLength(2);
    for (const document of shown) {
      expect(readPolicy({ ...document, children: example.children }).ok).toBe(true);
    }
  });

  test('links to files that are there', () => {
    const links = [...guide.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(5);
    for (const path of links) expect(() => readFileSync(`docs/${path}`)).not.toThrow();
  });
});
