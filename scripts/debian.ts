// The system's own packages, where we may install them: Debian and its relatives, as root.
import { existsSync } from 'node:fs';

import { firstOnPath, run } from './commands.ts';

export const canInstallPackages = (): boolean =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  firstOnPath(['apt-get']) !== null;

/** Installs Debian packages; answers whether that worked. Says what it does. */
export async function installPackages(names: readonly string[]): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`system: installing ${names.join(', ')} (apt-get)`);
  await run('apt-get', ['update', '-q'], { env });
  const install = ['install', '-y', '-q', '--no-install-recommends', ...names];
  const done = await run('apt-get', install, { env });
  if (done.code !== 0) console.log(done.output.split('\n').slice(-12).join('\n'));
  return done.code === 0;
}

/** Urdu needs a font; a bare machine has none, and its screenshots would show boxes. */
export async function ensureFonts(): Promise<boolean> {
  const list = firstOnPath(['fc-list']);
  if (list !== null && (await run(list, [':lang=ur'])).output.trim() !== '') return true;
  if (process.platform !== 'linux') return true;
  return canInstallPackages() && (await installPackages(['fontconfig', 'fonts-noto-core']));
}
