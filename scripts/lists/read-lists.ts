// The lists that are to be published: lists.json says what each one is, and names its files, which may have any form
// that the extension reads.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import * as z from 'zod/mini';

import { readJson } from '../../rules/json.ts';
import { isFeedHost } from '../../rules/lists/feed/chunk.ts';
import {
  correctionsAddress,
  listId,
  pageAddress,
  plainText,
} from '../../rules/lists/feed/fields.ts';
import { createListReader } from '../../rules/lists/parse/reader.ts';
import { listLimits } from '../../rules/lists/parse/result.ts';
import '../../rules/parse-words.ts';
import { parseWith } from '../../rules/parse.ts';
import { categories, categorySchema } from '../../rules/policy/schema.ts';
import { fail, ok, type Result } from '../../rules/result.ts';

const about = {
  id: listId,
  name: plainText(80),
  licence: plainText(60),
  corrections: correctionsAddress,
  home: z.optional(pageAddress),
  /** Names of files beside lists.json. */
  files: z.array(z.string().check(z.regex(/^[^/\\]+$/, 'a name of a file beside lists.json'))),
};
const descriptionSchema = z.strictObject({
  lists: z.array(z.strictObject({ ...about, category: categorySchema })),
  bestKnown: z.optional(z.strictObject(about)),
});

export type Description = z.infer<typeof descriptionSchema>;
type About = NonNullable<Description['bestKnown']>;
export type ListToPublish = Omit<Description['lists'][number], 'files'> & {
  /** Each once, in ascending order. */
  readonly hosts: readonly string[];
};
export type BestKnownToPublish = Omit<About, 'files'> & {
  /** The best known first. */
  readonly hosts: readonly string[];
};
export type ToPublish = {
  readonly lists: readonly ListToPublish[];
  readonly bestKnown: BestKnownToPublish | null;
  /** Entries that were left out since no client would take them: only where that was asked for. */
  readonly leftOut: readonly string[];
};
export type ReadOptions = {
  /** Null: every list may close the host; else the reason in words. */
  readonly refusal: (host: string) => string | null;
  readonly skipRefused: boolean;
};

/** On failure, each problem in a line: the file, the line, and what is wrong. */
export function readLists(
  folder: string,
  options: ReadOptions,
): Result<ToPublish, readonly string[]> {
  const description = readDescription(folder);
  if (!description.ok) return description;
  const { lists, bestKnown } = description.value;
  const problems: string[] = [];
  const read = lists.map(({ files, ...facts }) => {
    const hosts = files.flatMap((name) => {
      const file = readHosts(join(folder, name), name);
      const refused = new Map<string, string>();
      for (const { host } of file.hosts) {
        const why = isFeedHost(host) ? options.refusal(host) : 'no name of a site';
        if (why !== null) refused.set(host, why);
      }
      problems.push(...file.problems, ...placesOf(refused, join(folder, name), name));
      return file.hosts.map(({ host }) => host).filter((host) => !refused.has(host));
    });
    return { ...facts, hosts: [...new Set(hosts)].sort() };
  });
  const known = bestKnown === undefined ? null : readBestKnown(folder, bestKnown, problems);
  const isFatal = problems.length > 0 && !options.skipRefused;
  return isFatal ? fail(problems) : ok({ lists: read, bestKnown: known, leftOut: problems });
}

function readBestKnown(
  folder: string,
  { files, ...facts }: About,
  problems: string[],
): BestKnownToPublish {
  const all = files.flatMap((name) => {
    const file = readHosts(join(folder, name), name);
    problems.push(...file.problems);
    return file.hosts.map(({ host, rank }, at) => ({ host, rank: rank ?? at + 1 }));
  });
  const best = new Map<string, number>();
  for (const { host, rank } of all) best.set(host, Math.min(rank, best.get(host) ?? rank));
  const ranked = [...best].sort(
    ([a, rankA], [b, rankB]) => rankA - rankB || Number(a > b) - Number(a < b),
  );
  return { ...facts, hosts: ranked.map(([host]) => host).filter(isFeedHost) };
}

function readDescription(folder: string): Result<Description, readonly string[]> {
  const path = join(folder, 'lists.json');
  if (!existsSync(path))
    return fail([`${path} is missing. It may look like this:`, example(folder)]);
  const described = readJson(readFileSync(path, 'utf8'));
  if (described === undefined)
    return fail([`${path} is not JSON. It may look like this:`, example(folder)]);
  const parsed = parseWith(descriptionSchema, described);
  if (!parsed.ok) {
    return fail(parsed.failure.map(({ path: at, message }) => `lists.json: ${at}: ${message}`));
  }
  const files = [
    ...parsed.value.lists,
    ...(parsed.value.bestKnown ? [parsed.value.bestKnown] : []),
  ];
  const missing = files
    .flatMap((list) => list.files)
    .filter((name) => !existsSync(join(folder, name)));
  return missing.length === 0 ? parsed : fail(missing.map((name) => `${name} is missing`));
}

type FileHosts = {
  readonly hosts: readonly { readonly host: string; readonly rank: number | null }[];
  readonly problems: readonly string[];
};

function readHosts(path: string, name: string): FileHosts {
  const hosts: { host: string; rank: number | null }[] = [];
  const reader = createListReader(listLimits, (host, rank) => hosts.push({ host, rank }));
  const written = reader.write(bytesOf(path));
  const end = written.ok ? reader.end() : written;
  if (!end.ok) {
    const { kind, line, detail } = end.failure;
    return {
      hosts: [],
      problems: [`${name}:${line}: ${[kind, detail].filter(Boolean).join(' ')}`],
    };
  }
  const { refused, firstRefused } = end.value;
  const count = Object.values(refused).reduce((sum, each) => sum + each, 0);
  if (firstRefused === null) return { hosts, problems: [] };
  const more = count > 1 ? ` (the first of ${count} such lines)` : '';
  return {
    hosts,
    problems: [`${name}:${firstRefused.line}: ${words[firstRefused.reason]}${more}`],
  };
}

const words = {
  ip: 'an address in numbers, which no list may name',
  'single-label': 'a name without a dot',
  page: 'a page or a port: a list names whole sites',
  invalid: 'no name of a site',
} as const;

function bytesOf(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** Where refused hosts stand, for whoever mends the list. */
function placesOf(refused: ReadonlyMap<string, string>, path: string, name: string): string[] {
  if (refused.size === 0) return [];
  const text = Buffer.from(bytesOf(path)).toString().toLowerCase();
  return [...refused].map(([host, why]) => {
    const at = placeOf(host, text);
    // One that is written in other letters is found by its name alone.
    const where = at === -1 ? name : `${name}:${text.slice(0, at).split('\n').length}`;
    return `${where}: ${host}: ${why}`;
  });
}

const ofHost = /[a-z0-9_-]/;

/** Where the host stands by itself, perhaps with "www." or a dot before it; -1 if nowhere. */
function placeOf(host: string, text: string): number {
  for (let at = text.indexOf(host); at !== -1; at = text.indexOf(host, at + 1)) {
    const before =
      text
        .slice(Math.max(0, at - 5), at)
        .replace(/\bwww\.$|\*?\.$/, '')
        .at(-1) ?? '\n';
    const after = text.slice(at + host.length, at + host.length + 2);
    if (!ofHost.test(before) && !/^\.?[a-z0-9_-]/.test(after)) return at;
  }
  return -1;
}

/** What lists.json could say of the files that are there. */
function example(folder: string): string {
  const files = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const lists = (files.length === 0 ? ['gambling.txt'] : files).map((file) => {
    const stem = file.replace(/\..*$/, '').toLowerCase();
    const category = categories.find((each) => each === stem) ?? 'one of: ' + categories.join(', ');
    return {
      id: stem.replaceAll(/[^a-z0-9-]+/g, '-'),
      name: 'What people read',
      category,
      licence: 'CC0-1.0',
      corrections: 'mailto:lists@example.org',
      files: [file],
    };
  });
  return JSON.stringify({ lists }, null, 2);
}
