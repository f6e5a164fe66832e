// Builds public/packs from a mechanisms file, and checks the packs that are committed.
//   npm run packs -- path/to/mechanisms.json    write every pack and the index
//   npm run packs -- --check                    lint the committed packs
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { packSchema, type Pack } from '../rules/packs/pack.ts';
import '../rules/parse-words.ts';
import { parseWith } from '../rules/parse.ts';
import { packOf, problemsOf, sourceSchema, type SourceMechanism } from './packs/convert.ts';

const folder = join(import.meta.dirname, '../public/packs');

const [argument] = process.argv.slice(2);
if (argument === undefined) {
  console.error('Say which mechanisms file to read, or --check.');
  process.exitCode = 2;
} else if (argument === '--check') {
  check();
} else {
  build(argument);
}

function build(path: string): void {
  const source = parseWith(sourceSchema, JSON.parse(readFileSync(path, 'utf8')));
  if (!source.ok) {
    for (const { path: where, message } of source.failure) console.error(`${where}: ${message}`);
    process.exitCode = 1;
    return;
  }
  const byCountry = Map.groupBy(source.value, ({ country }: SourceMechanism) => country);
  // A desk is agreed with its country, not researched: it outlives a new list of mechanisms.
  const packs = [...byCountry].map(([country, mechanisms]): Pack => {
    const desk = deskNow(country);
    return { ...packOf(country, mechanisms), ...(desk === undefined ? {} : { desk }) };
  });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const pack of packs) write(`${pack.country}.json`, pack);
  write('index.json', {
    schema: 'saathi-packs/1',
    countries: packs.map(({ country }) => country).sort(),
  });
  console.log(`${packs.length} packs, ${source.value.length} mechanisms`);
  check();
}

function deskNow(country: string): Pack['desk'] {
  const path = join(folder, `${country}.json`);
  if (!existsSync(path)) return undefined;
  const pack = parseWith(packSchema, JSON.parse(readFileSync(path, 'utf8')));
  return pack.ok ? pack.value.desk : undefined;
}

function check(): void {
  const names = readdirSync(folder).filter((name) => name !== 'index.json');
  const problems = names.flatMap((name) => checkFile(name));
  const index: unknown = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const listed = JSON.stringify(names.map((name) => name.slice(0, 2)).sort());
  if (JSON.stringify((index as { countries?: unknown }).countries) !== listed) {
    problems.push('index.json does not list the packs that are there');
  }
  for (const problem of problems) console.error(problem);
  console.log(
    problems.length === 0 ? `${names.length} packs are sound` : `${problems.length} problems`,
  );
  if (problems.length > 0) process.exitCode = 1;
}

function checkFile(name: string): string[] {
  const pack = parseWith(packSchema, JSON.parse(readFileSync(join(folder, name), 'utf8')));
  return pack.ok
    ? problemsOf(name, pack.value)
    : pack.failure.map(({ path, message }) => `${name}: ${path}: ${message}`);
}

function write(name: string, content: Pack | object): void {
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 1)}\n`);
}
