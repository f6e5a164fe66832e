// A publisher of lists with a desk of folders, and a client that reads what comes out.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished } from 'vitest';

import { run } from '@/scripts/lists.ts';
import { createClient } from '@/scripts/lists/check.ts';

export const publishedAt = Date.parse('2026-11-22T06:00:00Z');
export const aboutList = {
  id: 'gambling',
  name: 'Gambling',
  category: 'gambling',
  licence: 'CC0-1.0',
  corrections: 'mailto:lists@school.example',
  files: ['gambling.txt'],
};

/** A folder with lists, one for the feed and one for keys; all are gone after the test. */
export function aPublisher(
  files: Readonly<Record<string, string | Buffer>>,
  lists: object = { lists: [aboutList] },
) {
  const home = mkdtempSync(join(tmpdir(), 'saathi-lists-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const [from, out, keys] = [join(home, 'in'), join(home, 'out'), join(home, 'keys')];
  mkdirSync(from);
  const put = (name: string, content: string | Buffer): void =>
    writeFileSync(join(from, name), content);
  put('lists.json', JSON.stringify(lists));
  for (const [name, content] of Object.entries(files)) put(name, content);
  const heard: string[] = [];
  const words = {
    say: (line: string) => heard.push(line),
    complain: (line: string) => heard.push(line),
  };
  return {
    home,
    from,
    out,
    keys,
    put,
    heard: () => heard.splice(0).join('\n'),
    say: (...args: string[]) => run(args, publishedAt, words),
    publish: (...more: string[]) =>
      run(
        ['--in', from, '--out', out, '--keys', keys, '--name', 'Our school', ...more],
        publishedAt,
        words,
      ),
    rotate: (rotation: string, ...more: string[]) =>
      run(
        ['--rotate', rotation, '--out', out, '--keys', keys, '--name', 'Our school', ...more],
        publishedAt,
        words,
      ),
  };
}
export type Publisher = ReturnType<typeof aPublisher>;

export const rootOf = (text: string): string => /Root: +(\S+)/.exec(text)?.[1] ?? '';
/** The hosts of the lists that had to be built, or why there are none. */
export async function hostsAt(
  client: ReturnType<typeof createClient>,
  at = publishedAt,
): Promise<unknown> {
  const updated = await client.update(at);
  if (!updated.ok) return updated.failure.why;
  return Object.fromEntries(updated.value.lists.map(({ id, hosts }) => [id, hosts]));
}
/** Publishes, and answers a client that has not read yet. */
export async function published(desk: Publisher): Promise<ReturnType<typeof createClient>> {
  expect(await desk.publish()).toBe(0);
  return createClient(desk.out, rootOf(desk.heard()));
}
