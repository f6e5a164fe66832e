// Writes rules/hosts/suffix-data.ts and rules/lists/suffix-names.ts from the public suffix list that the pinned package
// tldts carries: packed for the worker, and by name for the thread that builds lists.
// Run after tldts is updated: npx node scripts/suffixes.ts
import { writeFile } from 'node:fs/promises';

import { packHashes, suffixHash } from '../rules/hosts/suffix-set.ts';
import { readSuffixRules } from './suffix-rules.ts';

const { version, rules } = await readSuffixRules();
const icann = packHashes(rules.filter((rule) => rule.icann).map(({ name }) => suffixHash(name)));
const shared = packHashes(rules.filter((rule) => !rule.icann).map(({ name }) => suffixHash(name)));
const from = `// Made by scripts/suffixes.ts from the public suffix list in tldts ${version} (publicsuffix.org, MPL-2.0). Do not edit.`;
await writeFile(
  new URL('../rules/hosts/suffix-data.ts', import.meta.url),
  [
    from,
    "import type { PackedSet } from './suffix-set.ts';",
    '',
    `export const icannSuffixes: PackedSet = ${JSON.stringify(icann)};`,
    `export const sharedSuffixes: PackedSet = ${JSON.stringify(shared)};`,
    '',
  ].join('\n'),
);
await writeFile(
  new URL('../rules/lists/suffix-names.ts', import.meta.url),
  [
    from,
    '/** Every rule, as the list writes it, with a space between: "co.uk *.ck !www.ck". */',
    `export const suffixNames = ${JSON.stringify(rules.map(({ name }) => name).join(' '))};`,
    '',
  ].join('\n'),
);
console.log(
  `${icann.count} registry and ${shared.count} shared-hosting suffixes, ${icann.text.length + shared.text.length} characters`,
);
