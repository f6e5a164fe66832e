// Builds an extension only when something it is made of is newer than the last build.
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

import { root, run, tool, type Finished } from './commands.ts';

export type Target = 'chrome' | 'firefox';
export const buildFolder = (target: Target): string => join(root, '.output', `${target}-mv3`);

const sources = [
  'entrypoints',
  'components',
  'rules',
  'public',
  'wxt.config.ts',
  'scripts/picture-model.ts',
  'package.json',
  'package-lock.json',
];

/** Leaves `.output/TARGET-mv3` as the sources say; does nothing when it already is. */
export async function buildIfStale(target: Target): Promise<Finished> {
  const manifest = join(buildFolder(target), 'manifest.json');
  if (changedAt(manifest) > newest(sources.map((name) => join(root, name)))) {
    return { code: 0, output: 'up to date' };
  }
  const started = new Date();
  const built = await run(tool('wxt'), ['build', '-b', target]);
  // Dated to when the build began: a file that changed meanwhile makes the next call build again.
  if (built.code === 0) utimesSync(manifest, started, started);
  return built;
}

function newest(paths: readonly string[]): number {
  return Math.max(
    ...paths.map((path) => {
      // A folder's own date tells of removed files.
      const own = changedAt(path);
      return isFolder(path) ? Math.max(own, newest(inside(path))) : own;
    }),
    0,
  );
}

const inside = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));
const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
