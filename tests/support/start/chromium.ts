// Chromium with the extension as a school installs it: packed, forced by a policy file, from a local update address.
import { createHash, createPublicKey } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from '../../../scripts/commands.ts';
import type { LoudWeb } from './web.ts';

const policies = '/etc/chromium/policies';

export type Package = {
  readonly id: string;
  /** A program that starts this Chromium with the policy, for itself alone. */
  readonly program: string;
  readonly profile: string;
  readonly remove: () => void;
};

/** The policy lies in a mount of its own, so that no other Chromium of this machine hears of it. Needs root on Linux. */
export const canForceInstall = async (): Promise<boolean> =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  (await run('unshare', ['-m', 'mount', '--bind', tmpdir(), policies])).code === 0;

export async function forceInstall(path: string, build: string, web: LoudWeb): Promise<Package> {
  const folder = mkdtempSync(join(tmpdir(), 'saathi-start-'));
  const { crx, id } = await pack(path, build, folder);
  const updateUrl = web.offer({ path: crx, id });
  mkdirSync(join(folder, 'policies', 'managed'), { recursive: true });
  writeFileSync(
    join(folder, 'policies', 'managed', 'start.json'),
    JSON.stringify({
      ExtensionInstallForcelist: [`${id};${updateUrl}`],
      // Else nothing may speak with the pages of an extension that was forced.
      DeveloperToolsAvailability: 1,
    }),
  );
  const program = join(folder, 'chromium');
  writeFileSync(
    program,
    `#!/bin/sh\nexec unshare -m sh -c 'mount --bind ${folder}/policies ${policies} && exec ${path} "$@"' -- "$@"\n`,
  );
  chmodSync(program, 0o755);
  return {
    id,
    program,
    profile: join(folder, 'profile'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Without the manifest's `key`: the private half of that one was never kept. */
async function pack(
  path: string,
  build: string,
  folder: string,
): Promise<{ crx: string; id: string }> {
  const source = join(folder, 'package');
  cpSync(build, source, { recursive: true });
  const manifest = join(source, 'manifest.json');
  const { key: _, ...others } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<
    string,
    unknown
  >;
  writeFileSync(manifest, JSON.stringify(others));
  const profile = join(folder, 'packing');
  const packed = await run(
    path,
    ['--headless', '--no-sandbox', `--user-data-dir=${profile}`, `--pack-extension=${source}`],
    { timeoutMs: 60_000 },
  );
  if (packed.code !== 0) throw new Error(`The extension was not packed: ${packed.output}`);
  const publicKey = createPublicKey(readFileSync(`${source}.pem`)).export({
    type: 'spki',
    format: 'der',
  });
  const digest = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  const id = Array.from(digest, (digit) =>
    String.fromCodePoint(97 + Number.parseInt(digit, 16)),
  ).join('');
  return { crx: `${source}.crx`, id };
}
