// Builds every pack from the facts, signs what has changed, and leaves alone what has not: it keeps its signature.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { canonicalJson } from '../../rules/canonical.ts';
import { helpHosts } from '../../rules/help/resources.ts';
import { readJson } from '../../rules/json.ts';
import type { Pack } from '../../rules/packs/pack.ts';
import { readSignedPack, type SignedPack } from '../../rules/packs/signed.ts';
import { parseWith } from '../../rules/parse.ts';
import { agreedSchema, type Content, contentOf, sourceSchema } from './convert.ts';
import { type PackKey, signPack } from './keys.ts';
import { lintFile, missingOf } from './lint.ts';
import { fittingOf } from './verify.ts';

const dayMs = 24 * 3_600_000;
/** How long an edition is good, and how long before its end the next build makes a new one. */
const validDays = 400;
const renewDays = 60;

export type Built = {
  readonly written: readonly string[];
  readonly kept: number;
  /** Changed countries that nothing could sign. */
  readonly unsigned: readonly string[];
};
export type BuildWish = {
  readonly source: unknown;
  readonly agreed: unknown;
  readonly folder: string;
  readonly keys: readonly PackKey[];
  readonly now: number;
  /** A new edition of every country, changed or not: for a new key. */
  readonly all: boolean;
};

/** Throws for facts that do not fit their schema. */
export function buildPacks({ source, agreed, folder, keys, now, all }: BuildWish): Built {
  const mechanisms = must(parseWith(sourceSchema, source), 'mechanisms.json');
  const agreements = must(parseWith(agreedSchema, agreed), 'agreed.json');
  const byCountry = Map.groupBy(mechanisms, ({ country }) => country);
  mkdirSync(folder, { recursive: true });
  for (const name of packNames(folder)) {
    if (!byCountry.has(name.slice(0, 2))) rmSync(join(folder, name));
  }
  const [written, unsigned]: [string[], string[]] = [[], []];
  for (const [country, own] of byCountry) {
    const content = contentOf(country, own, agreements[country]);
    const present = presentFile(folder, country);
    if (!all && present !== null && isGood(present, content, now)) continue;
    const pack = nextEdition(content, present, now);
    const able = keys.filter((key) =>
      fittingOf({ ...envelope, pack, signatures: signPack(pack, [key]) }).has(key.id),
    );
    if (able.length === 0) unsigned.push(country);
    else {
      writePack(folder, { ...envelope, pack, signatures: signPack(pack, able) });
      written.push(country);
    }
  }
  writeIndexes(folder);
  return { written, unsigned, kept: byCountry.size - written.length - unsigned.length };
}

const envelope = { schema: 'saathi-signed-pack/1' } as const;

/** The same facts, a signature that fits, and some time left. */
function isGood(file: SignedPack, content: Content, now: number): boolean {
  const { version: _, issued: __, expires, ...present } = file.pack;
  return (
    canonicalJson(present) === canonicalJson(content) &&
    Date.parse(expires) - now > renewDays * dayMs &&
    fittingOf(file).size > 0
  );
}

const nextEdition = (content: Content, present: SignedPack | null, now: number): Pack => {
  const { schema, country, ...rest } = content;
  return {
    schema,
    country,
    version: (present?.pack.version ?? 0) + 1,
    issued: dayOf(now),
    expires: dayOf(now + validDays * dayMs),
    ...rest,
  };
};

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

const packNames = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^[A-Z]{2}\.json$/.test(name))
    .sort();

function presentFile(folder: string, country: string): SignedPack | null {
  const path = join(folder, `${country}.json`);
  if (!existsSync(path)) return null;
  const file = readSignedPack(readFileSync(path, 'utf8'));
  return file.ok ? file.value : null;
}

/** A line for each mechanism, so that a change shows which one. What is signed is the canonical form, not these lines. */
function writePack(folder: string, { schema, pack, signatures }: SignedPack): void {
  const { mechanisms, ...head } = pack;
  const lines = mechanisms.map((mechanism) => `   ${JSON.stringify(mechanism)}`);
  const members = [
    ...Object.entries(head).map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`),
    `  "mechanisms": [\n${lines.join(',\n')}\n  ]`,
  ];
  writeFileSync(
    join(folder, `${pack.country}.json`),
    `{\n "schema": "${schema}",\n "pack": {\n${members.join(',\n')}\n },\n "signatures": ${JSON.stringify(signatures)}\n}\n`,
  );
}

/** Which packs there are, and the hosts of each that nothing may close: all that a verdict needs of a pack. */
function writeIndexes(folder: string): void {
  const packs = readPacks(folder).map(({ pack }) => pack);
  const write = (name: string, value: object): void =>
    writeFileSync(join(folder, name), `${JSON.stringify(value)}\n`);
  write('index.json', {
    schema: 'saathi-packs/1',
    countries: packs.map(({ country }) => country),
  });
  write('help-hosts.json', helpHostsFile(packs));
}

/** "ZZ" holds for every family, the rest for families of the country. */
export function helpHostsFile(packs: readonly Pack[]): Readonly<Record<string, readonly string[]>> {
  const everywhere = helpHosts(packs.filter(({ country }) => country === 'ZZ'));
  const known = new Set<string>(everywhere);
  return Object.fromEntries(
    packs.map((pack) => [
      pack.country,
      pack.country === 'ZZ' ? everywhere : helpHosts([pack]).filter((host) => !known.has(host)),
    ]),
  );
}

/** Files that can be read, in the order of their names. */
export const readPacks = (folder: string): SignedPack[] =>
  packNames(folder).flatMap((name) => {
    const file = readSignedPack(readFileSync(join(folder, name), 'utf8'));
    return file.ok ? [file.value] : [];
  });

/** Everything wrong with what is in the folder, in sentences. */
export function lintFolder(folder: string, now: number): string[] {
  const names = packNames(folder);
  const problems = names.flatMap((name) => {
    const file = readSignedPack(readFileSync(join(folder, name), 'utf8'));
    return file.ok
      ? lintFile(name, file.value, now)
      : [`${name}: ${file.failure.problem}: ${file.failure.detail}`];
  });
  const packs = readPacks(folder).map(({ pack }) => pack);
  const isIndexed = (name: string, value: object): string[] =>
    JSON.stringify(readJson(textOf(join(folder, name)))) === JSON.stringify(value)
      ? []
      : [`${name} does not fit the packs: build them`];
  return [
    ...problems,
    ...missingOf(packs, now),
    ...isIndexed('index.json', {
      schema: 'saathi-packs/1',
      countries: packs.map(({ country }) => country),
    }),
    ...isIndexed('help-hosts.json', helpHostsFile(packs)),
  ];
}

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function must<T>(
  parsed:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly failure: readonly { path: string; message: string }[] },
  name: string,
): T {
  if (parsed.ok) return parsed.value;
  throw new Error(
    parsed.failure.map(({ path, message }) => `${name}: ${path}: ${message}`).join('\n'),
  );
}
