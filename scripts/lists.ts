// Publishes a signed feed of lists, and checks one that is published: see docs/list-feed.md, or run it without arguments.
//   npm run lists:publish -- --in lists --out feed --keys keys --name "Lists of our school"
//   npm run lists:publish -- --check https://lists.school.example/saathi/
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { createClient } from './lists/check.ts';
import { readKeys } from './lists/keys.ts';
import { publish, type PublishWish } from './lists/publish.ts';
import { readLists } from './lists/read-lists.ts';
import { createRefusalInWords } from './lists/refusals.ts';
import type { Rotation } from './lists/sign-root.ts';
import { forPolicy, keyWarning, report, usage } from './lists/words.ts';

type Words = { readonly say: (line: string) => void; readonly complain: (line: string) => void };

/** Answers the exit code: 0 well, 1 something is wrong with lists, keys or feed, 2 not understood. */
export async function run(
  args: readonly string[],
  now: number,
  words: Words = { say: console.log, complain: console.error },
): Promise<number> {
  const wish = wishOf(args);
  if (typeof wish === 'string') {
    words.complain(wish);
    return 2;
  }
  try {
    if (wish.check !== undefined) return await check(wish.check, wish.root, { now, words });
    return await publishAsked(wish, now, words);
  } catch (error) {
    words.complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

type Wish = Exclude<ReturnType<typeof wishOf>, string>;

function wishOf(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    const { check: place, rotate, out, keys, name } = values;
    if (place !== undefined) return values;
    if (out === undefined || keys === undefined || name === undefined) return usage;
    if (values.in === undefined && rotate === undefined) return usage;
    return rotate === undefined || isRotation(rotate) ? values : usage;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}

const options = {
  in: { type: 'string' },
  out: { type: 'string' },
  keys: { type: 'string', multiple: true },
  name: { type: 'string' },
  url: { type: 'string', default: 'https://YOUR-HOST/YOUR-FOLDER/' },
  days: { type: 'string', default: '14' },
  'root-days': { type: 'string', default: '730' },
  'root-keys': { type: 'string', default: '1' },
  threshold: { type: 'string', default: '1' },
  version: { type: 'string', default: '0' },
  rotate: { type: 'string' },
  check: { type: 'string' },
  root: { type: 'string' },
  'allow-shrink': { type: 'boolean', default: false },
  'skip-refused': { type: 'boolean', default: false },
} as const;

const isRotation = (text: string): text is Rotation =>
  ['none', 'index', 'root', 'both'].includes(text);

async function publishAsked(wish: Wish, now: number, { say, complain }: Words): Promise<number> {
  const { in: from, out = '', keys = [], name = '', rotate } = wish;
  const skipRefused = wish['skip-refused'];
  const read =
    from === undefined ? null : readLists(from, { refusal: createRefusalInWords(), skipRefused });
  if (read?.ok === false) {
    for (const problem of read.failure) complain(problem);
    return 1;
  }
  for (const left of read?.value.leftOut ?? []) complain(`left out: ${left}`);
  const keysBefore = countKeys(keys);
  const asked: PublishWish = {
    root: {
      out,
      keys,
      name,
      now,
      days: numberOf(wish['root-days']),
      rootKeys: numberOf(wish['root-keys']),
      threshold: numberOf(wish.threshold),
    },
    lists: read?.value ?? null,
    rotation: rotate !== undefined && isRotation(rotate) ? rotate : null,
    days: numberOf(wish.days),
    allowShrink: wish['allow-shrink'],
    version: numberOf(wish.version),
  };
  const published = publish(asked);
  if (!published.ok) {
    for (const problem of published.failure) complain(problem);
    return 1;
  }
  if (countKeys(keys) > keysBefore || rotate !== undefined) complain(keyWarning(keys[0] ?? ''));
  say(report(published.value));
  say(forPolicy(published.value.feed, name, wish.url));
  const left = Date.parse(published.value.rootExpires) - now;
  if (left < 60 * 86_400_000) complain('The root runs out soon: --rotate none, with the root key.');
  return check(out, published.value.feed, { now, words: { say, complain } });
}

/** Without a hash the first root itself is believed: good for one's own folder, not for a stranger's. */
async function check(
  place: string,
  root: string | undefined,
  { now, words }: { readonly now: number; readonly words: Words },
): Promise<number> {
  const hash = root ?? (await hashAt(place));
  const client = createClient(place, hash);
  const checked = await client.update(now);
  if (!checked.ok) {
    words.complain(`A client refuses it: ${checked.failure.file}: ${checked.failure.why}`);
    return 1;
  }
  const { trust, lists } = checked.value;
  if (root === undefined) words.say(`Root ${hash} (believed, since no --root was given)`);
  words.say(`A client takes edition ${trust.index.version}, good until ${trust.index.expires}:`);
  for (const { id, category, hosts } of lists) {
    words.say(`  ${id} (${category}): ${hosts.length} hosts`);
  }
  return 0;
}

async function hashAt(place: string): Promise<string> {
  const first = /^https?:/.test(place)
    ? Buffer.from(await (await fetch(`${place.replace(/\/*$/, '')}/root.1.json`)).arrayBuffer())
    : readFirst(place);
  return createHash('sha256').update(first).digest('base64url');
}

function readFirst(folder: string): Buffer {
  const path = join(folder, 'root.1.json');
  if (!existsSync(path)) throw new Error(`${path} is missing: that is no feed`);
  return readFileSync(path);
}

const countKeys = (folders: readonly string[]): number =>
  readKeys(folders, 'root').length + readKeys(folders, 'index').length;

function numberOf(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${text} is no whole number`);
  return number;
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2), Date.now());
