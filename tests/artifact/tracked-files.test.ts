// The project speaks of itself alone: nothing of one machine or one network is in it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { root } from '../../scripts/commands.ts';

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && !/\.(?:woff2|png|ico|gz|bin)$/.test(path));

const contents = tracked.flatMap((path) => {
  try {
    return [{ path, text: readFileSync(join(root, path), 'utf8') }];
  } catch {
    // Removed in the work tree and not yet committed: it will not be in the next commit.
    return [];
  }
});

const holding = (pattern: RegExp): string[] =>
  contents.flatMap(({ path, text }) => {
    const found = pattern.exec(text);
    return found === null ? [] : [`${path}: ${found[0]}`];
  });

test('no tracked file names a folder of the machine it was written on', () => {
  // Put together here, so that this file does not find itself.
  const folders = ['work', 'root', 'home/[a-z]\\w*', 'tmp', 'Users/\\w+'].join('|');
  expect(holding(new RegExp(`(?<![\\w.*}/-])/(?:${folders})/[\\w.-]`))).toEqual([]);
});

test('no tracked file names a package registry', () => {
  const hosts = ['registry\\.npmjs', 'deb\\.debian', 'npm[m]irror', '[v]erdaccio'].join('|');
  expect(holding(new RegExp(`(?:${hosts})[.\\w]*`))).toEqual([]);
});

test('the lock file names versions and digests, and no place to fetch them from', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; resolved?: string }>;
  };
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(entries.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  expect(entries.filter(([, entry]) => entry.version === undefined)).toEqual([]);
});
