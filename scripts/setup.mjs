// Makes a fresh clone ready: dependencies as in package-lock.json, then the generated types of WXT.
// Runs on the system's own Node (20 or later) before anything is installed, so it imports nothing but Node.
// A run that has nothing to do ends in well under 100 ms, so every npm script can begin with it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = `${root}node_modules`;
const stampFile = `${modules}/.saathi-setup`;

process.chdir(root);
refuseOldNode();

const lock = readFileSync('package-lock.json', 'utf8');
const stamp = `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`;

if (!isInstalled()) install();
if (!existsSync('.wxt/tsconfig.json')) prepare();

/** @returns {void} */
function refuseOldNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 20) return;
  fail(`Saathi needs Node 20 or later to set itself up; this is Node ${process.versions.node}.`);
}

/** @returns {boolean} whether node_modules is what package-lock.json says */
function isInstalled() {
  if (!existsSync(`${modules}/.bin/node`) && !existsSync(`${modules}/.bin/node.cmd`)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  if (!isInstalledByHand()) return false;
  writeFileSync(stampFile, stamp);
  return true;
}

/** A developer's own `npm install` leaves npm's account of what it did: when that agrees, nothing is to do. */
function isInstalledByHand() {
  const account = `${modules}/.package-lock.json`;
  if (!existsSync(account)) return false;
  const wanted = JSON.parse(lock).packages;
  const found = JSON.parse(readFileSync(account, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional === true ||
      entry.peer === true ||
      found[path]?.version === entry.version,
  );
}

/** @returns {void} */
function install() {
  say('Installing what package-lock.json names (npm ci). The first time takes a minute or two.');
  if (npm('ci', '--no-audit', '--no-fund', '--loglevel=error') !== 0) {
    say('npm ci did not finish; trying once more.');
    if (npm('ci', '--no-audit', '--no-fund', '--loglevel=error') !== 0) failInstall();
  }
  if (!existsSync(`${modules}/.bin/node`) && !existsSync(`${modules}/.bin/node.cmd`)) {
    fail(
      'The dependencies are there, but the "node" package left no Node 24 in node_modules/.bin.\n' +
        'It needs its install script: run `npm config get ignore-scripts`, and `npm ci --ignore-scripts=false`.',
    );
  }
  writeFileSync(stampFile, stamp);
}

/** @returns {never} */
function failInstall() {
  fail(
    'The dependencies could not be installed. Is the npm registry reachable, and is there room on the disk?\n' +
      'What npm says above is the cause; `npm ci` alone repeats it.',
  );
}

/** @returns {void} */
function prepare() {
  say('Generating types (wxt prepare).');
  if (npm('exec', '--offline', '--', 'wxt', 'prepare') !== 0) {
    fail('`wxt prepare` failed; its words above say why.');
  }
}

/** @param {...string} args @returns {number} its exit code */
function npm(...args) {
  const cli = process.env.npm_execpath;
  const started =
    cli?.endsWith('.js') || cli?.endsWith('.cjs')
      ? spawnSync(process.execPath, [cli, ...args], { stdio: 'inherit' })
      : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
          stdio: 'inherit',
          shell: process.platform === 'win32',
        });
  return started.status ?? 1;
}

/** @param {string} words @returns {void} */
function say(words) {
  console.log(`setup: ${words}`);
}

/** @param {string} words @returns {never} */
function fail(words) {
  console.error(`setup: ${words}`);
  process.exit(1);
}
