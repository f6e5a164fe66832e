// The public suffix list as the pinned package tldts carries it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type Trie = {
  readonly nodeFlags: Uint8Array;
  readonly edgeStart: ArrayLike<number>;
  readonly edgeChild: ArrayLike<number>;
  readonly edgeLength: ArrayLike<number>;
  readonly labelText: string;
  readonly rulesRoot: number;
  readonly exceptionsRoot: number;
};
/** `name` as the list writes it, in ASCII: "co.uk", "*.ck", "!www.ck". */
export type SuffixRule = { readonly name: string; readonly icann: boolean };

const icannFlag = 1;
const fewest = 9000;

export async function readSuffixRules(): Promise<{
  readonly version: string;
  readonly rules: readonly SuffixRule[];
}> {
  const packageFile = createRequire(import.meta.url).resolve('tldts/package.json');
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string };
  // The module has no imports; as a data address it loads without the package's own entry.
  const source = await readFile(join(dirname(packageFile), 'dist/es6/src/data/trie.js'), 'utf8');
  const trie: Trie = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  const rules = [
    ...rulesUnder(trie, trie.rulesRoot),
    ...rulesUnder(trie, trie.exceptionsRoot).map(({ name, icann }) => ({
      name: `!${name}`,
      icann,
    })),
  ];
  if (rules.length < fewest)
    throw new Error(`only ${rules.length} suffix rules: has tldts changed its form?`);
  return { version, rules };
}

function rulesUnder(trie: Trie, root: number): SuffixRule[] {
  const offsets = labelOffsets(trie);
  const found: SuffixRule[] = [];
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

function labelOffsets(trie: Trie): number[] {
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
