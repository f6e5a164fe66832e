// What an address consists of, as numbers of a hashed table. Neither its length, nor its depth, nor its scheme is told:
// the addresses that are known as scams are shorter than those known as honest, and a model would learn only that.
import type { Address } from '../hosts/address.ts';
import { parentsOf } from '../hosts/match.ts';
import { unicodeHost } from '../hosts/punycode.ts';
import { isIpHost, publicSuffixOf, registrableDomain } from '../hosts/registrable-domain.ts';
import type { BrandIndex } from './brand-index.ts';
import { freeHostOf } from './free-hosts.ts';
import { judgeAddress } from './lookalike.ts';
import { latinOf, skeletonOf } from './looks.ts';

export const featureBits = 17;
const mask = (1 << featureBits) - 1;

type Place = Pick<Address, 'host' | 'port' | 'path' | 'search'>;

// Whoever makes the address decides how long it is.
const mostLabels = 12;
const longestLabel = 63;
const mostSegments = 16;
const longestPart = 400;
const mostTokens = 24;

/** Places in the table, each once. Total, and bounded whatever the address. */
export function addressFeatures(place: Place, brands: BrandIndex): number[] {
  const found = new Set<number>();
  const add = (name: string): void => {
    found.add(hashOf(name));
  };
  describeHost(place, brands, add);
  describePath(place, brands, add);
  return [...found];
}

type Add = (name: string) => void;

function describeHost({ host, port, path, search }: Place, brands: BrandIndex, add: Add): void {
  add(path.length > 1 || search !== '' ? 'deep' : 'bare');
  if (port !== null) add('port');
  if (isIpHost(host)) {
    add('number');
    return;
  }
  const suffix = publicSuffixOf(host, 'icann');
  const free = freeHostOf(host);
  add(`e:${suffix}`);
  add(`e:${suffix.slice(suffix.lastIndexOf('.') + 1)}`);
  if (free !== null) {
    add('free');
    add(`f:${free}`);
  }
  const owner = registrableDomain(host);
  if (owner === null) return;
  const label = owner.slice(0, owner.indexOf('.')).slice(0, longestLabel);
  const before = host
    .slice(0, -owner.length - 1)
    .split('.')
    .slice(-mostLabels);
  describeName(unicodeHost(label), free === null ? 'n' : 'N', add);
  describeBefore(before, brands, add);
  describeImitation(host, label, brands, add);
}

/** The registered name: its words, its pieces of letters, its shape. */
function describeName(name: string, space: string, add: Add): void {
  if (/[^\0-\x7f]/.test(name)) add('foreign');
  const latin = latinOf(name);
  for (const word of latin.split(/[^a-z]+/)) if (word !== '') add(`${space}w:${word}`);
  const marked = `^${latin}$`;
  for (const size of [2, 3, 4, 5]) {
    for (let start = 0; start + size <= marked.length; start += 1) {
      add(`${space}${marked.slice(start, start + size)}`);
    }
  }
  add(`${space}s:${shapeOf(latin)}`);
  add(`${space}d:${Math.min(4, (latin.match(/\d/g) ?? []).length)}`);
  add(`${space}-:${Math.min(4, latin.split('-').length - 1)}`);
  add(`${space}v:${vowelsIn(latin)}`);
  add(`${space}c:${longestRun(latin, /[bcdfghjklmnpqrstvwxz]+/g)}`);
}

function describeBefore(before: readonly string[], brands: BrandIndex, add: Add): void {
  const labels = before.filter((label) => label !== '' && label !== 'www');
  if (labels.length > 1) add(`b#:${Math.min(4, labels.length)}`);
  for (const label of labels) {
    const words = label.slice(0, longestLabel).split(/[^a-z]+/);
    for (const word of words) if (word !== '') add(`b:${word}`);
    add(`bs:${shapeOf(label.slice(0, longestLabel))}`);
    if (words.some((word) => isNamed(brands, word))) add('b-brand');
    if (words.some((word) => brands.lures.has(word))) add('b-lure');
  }
}

function describeImitation(host: string, label: string, brands: BrandIndex, add: Add): void {
  if (parentsOf(host).some((name) => brands.hosts.has(name))) add('real');
  for (const sign of judgeAddress(host, brands)?.signs ?? []) {
    add('imitation');
    add(`i:${sign}`);
  }
  const words = label.split(/[^a-z\d]+/);
  if (words.length > 1 && words.some((word) => isNamed(brands, word))) add('n-brand');
  if (words.some((word) => brands.lures.has(word))) add('n-lure');
}

function describePath({ host, path, search }: Place, brands: BrandIndex, add: Add): void {
  const segments = path
    .slice(0, longestPart)
    .split('/')
    .filter((part) => part !== '');
  let previous = '^';
  for (const segment of segments.slice(0, mostSegments)) {
    add(`p:${segment.slice(0, 40)}`);
    add(`ps:${shapeOf(segment)}`);
    add(`pp:${previous}/${segment.slice(0, 40)}`);
    previous = segment.slice(0, 40);
  }
  const last = segments.at(-1) ?? '';
  if (last !== '') add(`l:${last.slice(0, 40)}`);
  const ending = /\.([a-z]\w{1,4})$/.exec(last)?.[1];
  const kind = ending ?? (path.endsWith('/') ? '/' : '-');
  add(`x:${kind}`);
  add(`xp:${kind}&${segments[0]?.slice(0, 40)}`);
  add(`xf:${kind}&${freeHostOf(host) ?? ''}`);
  const isReal = parentsOf(host).some((name) => brands.hosts.has(name));
  const words = path
    .slice(0, longestPart)
    .split(/[^a-z\d]+/)
    .slice(0, mostTokens);
  for (const word of words) {
    if (word === '') continue;
    add(`w:${word}`);
    if (!isReal && word.length > 2 && isNamed(brands, word)) add('p-brand');
    if (brands.lures.has(word)) add('p-lure');
    if (word.length > 4) describeLetters(word.slice(0, 24), add);
  }
  for (const [left, right] of pairsOf(words.filter((word) => word.length > 1).slice(0, 8))) {
    add(`ww:${left}&${right}`);
  }
  if (path.includes('@') || path.includes('//')) add('p-trick');
  describeQuery(search, add);
}

/** Kits are misspelled on purpose: "documentts", "oneddrive". */
function describeLetters(word: string, add: Add): void {
  const marked = `^${word}$`;
  for (let start = 0; start + 4 <= marked.length; start += 1) {
    add(`g:${marked.slice(start, start + 4)}`);
  }
}

function pairsOf(words: readonly string[]): [string, string][] {
  return words.flatMap((left, index) =>
    words.slice(index + 1).map((right): [string, string] => [left, right]),
  );
}

function describeQuery(search: string, add: Add): void {
  const query = search.slice(1, longestPart).toLowerCase();
  if (query === '') return;
  for (const pair of query.split(/[&;]/).slice(0, mostTokens)) {
    const [name = '', value = ''] = pair.split('=', 2);
    add(`q:${name.slice(0, 30)}`);
    add(`qs:${shapeOf(value)}`);
    if (/@|%40/.test(value)) add('q-mail');
    if (/^https?(?::|%3a)/.test(value)) add('q-address');
  }
}

const isNamed = (brands: BrandIndex, word: string): boolean =>
  word.length > 2 && (brands.byWord.has(word) || brands.bySkeleton.has(skeletonOf(word)));

/** "a" for letters, "0" for digits, other marks as they are; a run is told as short or long. */
function shapeOf(text: string): string {
  const hex = /^[\da-f]{8,}$/.test(text) && /\d/.test(text) ? 'x' : '';
  return (
    hex +
    text
      .slice(0, 80)
      .replaceAll(/[a-z]{9,}/g, 'L')
      .replaceAll(/[a-z]+/g, 'a')
      .replaceAll(/\d{5,}/g, '9')
      .replaceAll(/\d+/g, '0')
      .replaceAll(/[^\0-\x7f]+/g, 'u')
      .slice(0, 12)
  );
}

function vowelsIn(name: string): string {
  const letters = name.match(/[a-z]/g) ?? [];
  const vowels = name.match(/[aeiouy]/g) ?? [];
  return letters.length < 5 ? 'few' : String(Math.floor((vowels.length / letters.length) * 8));
}

const longestRun = (name: string, run: RegExp): number =>
  Math.min(6, Math.max(0, ...(name.match(run) ?? []).map(({ length }) => length)));

/** FNV-1a over UTF-16 units, stirred once more: its low bits alone are poor. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & mask;
}
