// Writes rules/hosts/suffix-data.ts from the public suffix list that the pinned package tldts carries.
// Run after tldts is updated: npx node scripts/suffixes.ts
import { writeFile } from 'node:fs/promises';

import { hashOfName, packHashes } from '../rules/hosts/suffix-set.ts';
import { readSuffixRules } from './suffix-rules.ts';

const { version, rules } = await readSuffixRules();
const icann = packHashes(rules.filter((rule) => rule.icann).map(({ name }) => hashOfName(name)));
const shared = packHashes(rules.filter((rule) => !rule.icann).map(({ name }) => hashOfName(name)));
await writeFile(
  new URL('../rules/hosts/suffix-data.ts', import.meta.url),
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
  `${icann.count} registry and ${shared.count} shared-hosting suffixes, ${icann.text.length + shared.text.length} characters`,
);
