// Writes rules/hosts/suffix-data.ts from the public suffix list that the pinned package tldts carries.
// Run after tldts is updated: npx node scripts/suffixes.ts
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { hashOfName, packHashes } from '../rules/hosts/suffix-set.ts';

type Trie = {
  readonly nodeFlags: Uint8Array;
  readonly edgeStart: ArrayLike<number>;
  readonly edgeChild: ArrayLike<number>;
  readonly edgeLength: ArrayLike<number>;
  readonly labelText: string;
  readonly rulesRoot: number;
  readonly exceptionsRoot: number;
};
type Rule = { readonly name: string; readonly icann: boolean };

const icannFlag = 1;
const require = createRequire(import.meta.url);
const packageFile = require.resolve('tldts/package.json');
const trieFile = join(dirname(packageFile), 'dist/es6/src/data/trie.js');

const version = String(JSON.parse(await readFile(packageFile, 'utf8')).version);
// The module has no side effects and no imports; as a data address it loads without the package's own entry.
const trieSource = await readFile(trieFile, 'utf8');
const trie: Trie = await import(`data:text/javascript,${encodeURIComponent(trieSource)}`);

const rules = [
  ...rulesUnder(trie.rulesRoot),
  ...rulesUnder(trie.exceptionsRoot).map(({ name, icann }) => ({ name: `!${name}`, icann })),
];
if (rules.length < 9000)
  throw new Error(`only ${rules.length} suffix rules: has tldts changed its form?`);

const icann = packHashes(rules.filter((rule) => rule.icann).map(({ name }) => hashOfName(name)));
const shared = packHashes(rules.filter((rule) => !rule.icann).map(({ name }) => hashOfName(name)));
const target = new URL('../rules/hosts/suffix-data.ts', import.meta.url);
await writeFile(
  target,
  [
    `// Made by scripts/suffixes.ts from the public suffix list in tldts ${version} (publicsuffix.org, MPL-2.0). Do not edit.`,
    "import type { PackedSet } from './suffix-set.ts';",
    '',
    `export const icannSuffixes: PackedSet = ${JSON.stringify(icann)};`,
    `export const sharedSuffixes: PackedSet = ${JSON.stringify(shared)};`,
    '',
  ].join('\n'),
);
console.log(
  `${icann.count} registry and ${shared.count} shared-hosting suffixes, ${icann.base64.length + shared.base64.length} characters`,
);

function rulesUnder(root: number): Rule[] {
  const offsets = labelOffsets();
  const found: Rule[] = [];
  const walk = (node: number, suffix: string): void => {
    for (let edge = trie.edgeStart[node] ?? 0; edge < (trie.edgeStart[node + 1] ?? 0); edge += 1) {
      const start = offsets[edge] ?? 0;
      const label = trie.labelText.slice(start, start + (trie.edgeLength[edge] ?? 0));
      const name = suffix === '' ? label : `${label}.${suffix}`;
      const child = trie.edgeChild[edge] ?? 0;
      const flag = trie.nodeFlags[child] ?? 0;
      if (flag !== 0) found.push({ name: asciiOf(name), icann: flag === icannFlag });
      walk(child, name);
    }
  };
  walk(root, '');
  return found;
}

function labelOffsets(): number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (let edge = 0; edge < trie.edgeLength.length; edge += 1) {
    offsets.push(offset);
    offset += trie.edgeLength[edge] ?? 0;
  }
  return offsets;
}

function asciiOf(name: string): string {
  const wildcard = name.startsWith('*.');
  const host = new URL(`http://${wildcard ? name.slice(2) : name}/`).hostname;
  return wildcard ? `*.${host}` : host;
}
