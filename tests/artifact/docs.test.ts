// The documents say what the code is: links lead somewhere, names exist, numbers are the code's own.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { presetFor } from '../../rules/policy/presets.ts';
import { ageBands, type Action } from '../../rules/policy/schema.ts';
import { root } from '../../scripts/commands.ts';
import { filesIn } from './built.ts';

const markdownIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const documents = [...markdownIn('.'), ...markdownIn('docs')];
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
/** Without fenced blocks: what stands there is shown, not said. */
const prose = (path: string): string => read(path).replaceAll(/^```[\s\S]*?^```/gm, '');

const manifest = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

test('the documents a reader looks for first are there', () => {
  expect(documents).toEqual(
    expect.arrayContaining([
      'README.md',
      'ARCHITECTURE.md',
      'CHANGELOG.md',
      'docs/desk.md',
      'docs/limits.md',
      'docs/privacy.md',
      'docs/security.md',
    ]),
  );
});

describe.each(documents)('%s', (path) => {
  test('has no link into nothing', () => {
    const targets = [...prose(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const local = targets.filter((target) => !/^(?:https?|mailto):/.test(target));
    expect(local.filter((target) => !leadsSomewhere(path, target))).toEqual([]);
  });

  test('names no file that is not there', () => {
    expect(quoted(path).filter((name) => isPath(name) && !isThere(name))).toEqual([]);
  });

  test('names no command that is not there', () => {
    const commands = [...read(path).matchAll(/npm (?:run (?:-s )?([\w:-]+)|(test)\b)/g)].map(
      ([, name, alone]) => name ?? alone ?? '',
    );
    expect(commands.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  test('names no case of the bypass corpus that no test bears', () => {
    const told = [...prose(path).matchAll(/BYP-\d{3}/g)].map(([id]) => id);
    expect(told.filter((id) => !testedCases.has(id))).toEqual([]);
  });
});

test('ARCHITECTURE.md names files by their whole path', () => {
  const bare = quoted('ARCHITECTURE.md').filter((name) =>
    /^[.\w-]+\.(?:tsx?|mjs|json|md)$/.test(name),
  );
  expect(bare.filter((name) => !isThere(name))).toEqual([]);
});

test('ARCHITECTURE.md gives a reason for every dependency', () => {
  const named = new Set(quoted('ARCHITECTURE.md'));
  const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(all.filter((name) => !named.has(name))).toEqual([]);
});

test('ARCHITECTURE.md has a place for every room of rules/', () => {
  const named = new Set(quoted('ARCHITECTURE.md'));
  const rooms = readdirSync(join(root, 'rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `rules/${name}/`);
  expect(rooms.filter((room) => !named.has(room))).toEqual([]);
});

test('README.md tells the presets as they are', () => {
  const words: Readonly<Record<Action, string>> = {
    allow: 'open',
    warn: 'a warning first',
    ask: 'closed until you say yes',
    block: 'closed',
  };
  const rows = ageBands.map((band) => {
    const { filter, quietTimes, quotas } = presetFor(band);
    const [night] = quietTimes;
    const [day] = quotas;
    const minutes =
      day === undefined ? 'no limit' : `${day.minutes.mon} min, weekend ${day.minutes.sun} min`;
    const [from, to] = band.split('-');
    return `| ${from} to ${to} | ${words[filter.unknown]} | ${night?.from} to ${night?.to} | ${minutes} |`;
  });
  expect(rows.filter((row) => !read('README.md').includes(row))).toEqual([]);
});

test('the size budgets that ARCHITECTURE.md tells are those that are tested', () => {
  const budgets = [...read('tests/artifact/sizes.test.ts').matchAll(/'([\w.]+)': ([\d_]+)/g)].map(
    ([, file = '', bytes = '']) =>
      `| \`${file}\` | ${Number(bytes.replaceAll('_', '')) / 1000} kB |`,
  );
  expect(budgets.length).toBeGreaterThanOrEqual(2);
  expect(budgets.filter((row) => !read('ARCHITECTURE.md').includes(row))).toEqual([]);
});

/** What stands in backticks. */
const quoted = (path: string): string[] =>
  [...prose(path).matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);

/** A path below one of our folders. Built files (background.js) are not in the tree. */
const isPath = (text: string): boolean =>
  /^(?:entrypoints|components|rules|scripts|tests|docs|public)\/\S*$/.test(text);

const isThere = (name: string): boolean =>
  /[*{]/.test(name) ? globSync(name, { cwd: root }).length > 0 : existsSync(join(root, name));

function leadsSomewhere(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : join(dirname(from), file);
  if (!existsSync(join(root, path))) return false;
  return anchor === undefined || headingsOf(path).includes(anchor);
}

/** Headings as GitHub and GitLab make anchors of them. */
const headingsOf = (path: string): string[] =>
  [...prose(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );

const testedCases = new Set(
  filesIn(join(root, 'tests'))
    .filter((path) => /\.(?:ts|tsx)$/.test(path) && path !== join('artifact', 'docs.test.ts'))
    .flatMap((path) => readFileSync(join(root, 'tests', path), 'utf8').match(/BYP-\d{3}/g) ?? []),
);
