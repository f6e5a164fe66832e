// Builds, signs and checks the country packs: see docs/country-packs.md.
//   npm run packs                          build from scripts/packs/mechanisms.json, sign what changed, check everything
//   npm run packs -- --check               only check
//   npm run packs -- --verify PK.json      check one file as a family's browser would
//   npm run packs -- --new-key ID          make a key in the keys folder
//   … --keys FOLDER                        keys from elsewhere than keys/packs
//   … --all                                a new edition of every country: for a new key
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { readJson } from '../rules/json.ts';
import '../rules/parse-words.ts';
import { isStale } from '../rules/packs/choose.ts';
import { root } from './commands.ts';
import { buildPacks, lintFolder, readPacks } from './packs/build.ts';
import { makePackKey, readPackKeys } from './packs/keys.ts';
import { checkText } from './packs/verify.ts';

const folder = join(root, 'public/packs');
const facts = join(root, 'scripts/packs');
const options = {
  check: { type: 'boolean' },
  all: { type: 'boolean' },
  verify: { type: 'string' },
  keys: { type: 'string' },
  'new-key': { type: 'string' },
} as const;

try {
  const { values } = parseArgs({ options, strict: true });
  const keysFolder = values.keys ?? join(root, 'keys/packs');
  if (values['new-key'] !== undefined) newKey(keysFolder, values['new-key']);
  else if (values.verify !== undefined) verifyFile(values.verify);
  else {
    if (values.check !== true) build(keysFolder, values.all === true);
    check();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

function build(keysFolder: string, all: boolean): void {
  const keys = readPackKeys(keysFolder);
  const read = (name: string): unknown => readJson(readFileSync(join(facts, name), 'utf8'));
  const { written, kept, unsigned } = buildPacks({
    source: read('mechanisms.json'),
    agreed: read('agreed.json'),
    folder,
    keys,
    now: Date.now(),
    all,
  });
  console.log(`${written.length} packs signed anew, ${kept} unchanged`);
  if (written.length > 0) console.log(`  ${written.join(' ')}`);
  if (unsigned.length === 0) return;
  console.error(
    `Changed, and left as they were for want of a key that may sign them: ${unsigned.join(' ')}`,
  );
  console.error(
    keys.length === 0
      ? `There is no key in ${keysFolder}. Make one with: npm run packs -- --new-key my-key-2026`
      : `The keys there (${keys.map(({ id }) => id).join(', ')}) stand in rules/packs/trusted-keys.ts for no such country, or not for this day.`,
  );
  process.exitCode = 1;
}

function check(): void {
  const problems = lintFolder(folder, Date.now());
  for (const problem of problems) console.error(problem);
  const packs = readPacks(folder);
  const lines = packs.flatMap(({ pack }) => pack.mechanisms);
  const old = lines.filter((line) => isStale(line, Date.now())).length;
  console.log(
    `${packs.length} packs, ${lines.length} lines; ${old} were checked over 12 months ago and say so`,
  );
  console.log(problems.length === 0 ? 'All packs are sound' : `${problems.length} problems`);
  if (problems.length > 0) process.exitCode = 1;
}

function verifyFile(path: string): void {
  const text = readFileSync(path, 'utf8');
  const value = readJson(text) as { pack?: { country?: unknown } } | undefined;
  const checked = checkText(text, {
    wanted: [String(value?.pack?.country)],
    seen: 0,
    now: Date.now(),
  });
  if (checked.ok) {
    const { country, version, issued, expires } = checked.value.pack;
    console.log(`${country}, edition ${version}, ${issued} to ${expires}: a family would take it`);
  } else {
    console.error(`${checked.failure.problem}: ${checked.failure.detail}`);
    process.exitCode = 1;
  }
}

function newKey(keysFolder: string, id: string): void {
  const { publicKey } = makePackKey(keysFolder, id);
  const year = new Date().getUTCFullYear();
  console.log(
    `Made ${join(keysFolder, `${id}.pem`)}. Keep it off every shared machine, and a copy of it in a safe.`,
  );
  console.log('For rules/packs/trusted-keys.ts, with the countries it may sign for:');
  console.log(
    `  { id: '${id}', publicKey: '${publicKey}', countries: ['XX'], from: '${year}-01-01', until: '${year + 2}-12-31' },`,
  );
}
