// The built extensions as files.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

import { root } from '../../scripts/commands.ts';
import { buildFolder, type Target } from '../../scripts/fresh-build.ts';

export const targets: readonly Target[] = ['chrome', 'firefox'];

export type Manifest = {
  readonly permissions: readonly string[];
  readonly incognito: string;
  readonly icons?: Readonly<Record<string, string>>;
  readonly action?: { readonly default_icon?: Readonly<Record<string, string>> };
  readonly content_security_policy: { readonly extension_pages: string };
} & Readonly<Record<string, unknown>>;

export const readBuilt = (target: Target, path: string): string =>
  readFileSync(join(buildFolder(target), path), 'utf8');
export const manifestOf = (target: Target): Manifest =>
  JSON.parse(readBuilt(target, 'manifest.json')) as Manifest;
export const isBuilt = (target: Target, path: string): boolean =>
  existsSync(join(buildFolder(target), path));
export const bytesOf = (target: Target, path: string): number =>
  statSync(join(buildFolder(target), path)).size;

export function builtFiles(target: Target, ending: string): string[] {
  return filesIn(buildFolder(target)).filter((path) => path.endsWith(ending));
}

/** Every file below a folder, named from there. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Our own sources: what the extension is made of. */
export function ownSources(): { readonly path: string; readonly code: string }[] {
  return ['entrypoints', 'components', 'rules'].flatMap((room) =>
    filesIn(join(root, room))
      .filter((path) => /\.(?:ts|tsx|html)$/.test(path))
      .map((path) => ({
        path: `${room}/${path}`,
        code: readFileSync(join(root, room, path), 'utf8'),
      })),
  );
}
