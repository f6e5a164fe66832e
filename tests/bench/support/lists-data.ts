// The lists and streams to measure with: real ones, not in this repository. SAATHI_DATA says where they are.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { root } from '../../../scripts/commands.ts';

const unpacker = 'xz';
const folder = process.env['SAATHI_DATA'] ?? join(root, '..', 'shared', 'data');

export const isDataHere = existsSync(join(folder, 'domains', 'merged'));
export const whereDataIs =
  'The lists to measure with are not here. Set SAATHI_DATA to a folder with domains/, toplists/ and urlstream/.';

export const adultList = (): string[] => linesOf('domains/merged/adult.plus-ccbysa.txt.xz');

/** Every name of every real list, once. */
export function realLists(): string[] {
  const names = new Set<string>();
  for (const file of filesIn('domains/sources')) for (const name of linesOf(file)) names.add(name);
  for (const file of filesIn('domains/merged')) for (const name of linesOf(file)) names.add(name);
  return [...names];
}

/** The real names and as many made of their parts as are missing; the same ones each time. */
export function grownTo(count: number, real: readonly string[]): string[] {
  const names = new Set(real);
  const next = createRandom(20_261_122);
  const any = (): string => real[Math.floor(next() * real.length)] ?? '';
  while (names.size < count) {
    const label = any().split('.', 1)[0] ?? '';
    const tail = any();
    const suffix = tail.slice(tail.indexOf('.') + 1);
    // Under a listed name it would take no room.
    if (names.has(suffix)) continue;
    names.add(`${label.slice(0, 40)}-${Math.floor(next() * 1e6).toString(36)}.${suffix}`);
  }
  return [...names];
}

/** Every name of every list of best-known sites, once. */
export function bestKnown(): string[] {
  const names = new Set<string>();
  for (const file of filesIn('toplists')) {
    if (file.endsWith('.md')) continue;
    for (const line of linesOf(file)) names.add((line.split('\t', 1)[0] ?? '').toLowerCase());
  }
  return [...names];
}

export function streamHosts(name: 'navigation-200k' | 'requests'): string[] {
  const text = gunzipSync(readFileSync(join(folder, 'urlstream', `${name}.tsv.gz`))).toString();
  return text.split('\n').flatMap((line) => {
    const url = URL.parse(line.split('\t')[1] ?? '');
    // Copied to a string of its own, as the browser hands it over: not a cut from a text of megabytes.
    return url === null || url.hostname === '' ? [] : [Buffer.from(url.hostname).toString()];
  });
}

function filesIn(path: string): string[] {
  return readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|tsv)(?:\.xz)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

function linesOf(file: string): string[] {
  return textOf(join(folder, file))
    .split('\n')
    .filter((line) => line !== '');
}

function textOf(path: string): string {
  if (!path.endsWith('.xz')) return readFileSync(path, 'utf8');
  const { status, stdout } = spawnSync(unpacker, ['-dc', path], { maxBuffer: 2 ** 30 });
  if (status !== 0)
    throw new Error('The lists are packed: the command "xz" is needed to read them.');
  return stdout.toString();
}

/** mulberry32: the same numbers each time. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
