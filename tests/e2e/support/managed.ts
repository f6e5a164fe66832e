// Managed policy as an administrator deploys it: a file of the browser's own policy folder. Needs root on Linux.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { extensionId } from '../../../scripts/chromium.ts';

const folder = '/etc/chromium/policies/managed';
const file = join(folder, 'saathi-test.json');

/** Why a managed policy can not be tried here; null if it can. */
export function reasonNotToManage(browserPath: string): string | null {
  if (process.platform !== 'linux') return 'managed policies are tried on Linux';
  if (process.getuid?.() !== 0) return 'writing a managed policy needs root';
  const isDebians = browserPath.startsWith('/usr/') && existsSync('/etc/chromium');
  return isDebians ? null : `${browserPath} does not read ${folder}`;
}

/** Deploys `managed` as the extension's storage.managed; call the answer to take it away again. */
export function installManaged(managed: unknown): () => void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [extensionId]: managed } } }));
  return () => rmSync(file, { force: true });
}
