// Starts the real Request Tracker 5 of Debian in a folder of its own, with our queue, intake user and scrip.
//   node scripts/desk/rt.ts [port]
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import { trialPassword, type TrialDesk, trialQueue, trialUser } from './desk.ts';
import { readTickets } from './officer.ts';

const run = promisify(execFile);
const serverProgram = '/usr/share/request-tracker5/libexec/rt-server';
const setupProgram = '/usr/sbin/rt-setup-database-5';
const packages = [
  'request-tracker5',
  'rt5-db-sqlite',
  'rt5-standalone',
  'rt5-clients',
  'nullmailer',
];
const initialData = join(import.meta.dirname, 'saathi.initialdata');
const startMs = 60_000;

/** Installed already? */
export const isRequestTrackerInstalled = (): boolean =>
  existsSync(serverProgram) && existsSync(setupProgram);

/** Installed, or can be: Debian, as root. */
export const isRequestTrackerAvailable = (): boolean =>
  isRequestTrackerInstalled() ||
  (process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get'));

/** Takes a minute and a half where it has to be installed first, else about half a minute. */
export async function startRequestTracker({ port }: { port?: number } = {}): Promise<TrialDesk> {
  if (!isRequestTrackerInstalled()) await install();
  const folder = await mkdtemp(join(tmpdir(), 'saathi-desk-'));
  const chosen = port ?? (await freePort());
  const environment = await configure(folder, chosen);
  await setUpDatabase(environment);
  const server = spawn(serverProgram, ['--port', String(chosen)], {
    env: environment,
    stdio: 'ignore',
    detached: true,
  });
  const url = `http://127.0.0.1:${chosen}`;
  const close = async (): Promise<void> => {
    await stop(server);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await answers(url, server);
  } catch (problem) {
    await close();
    throw problem;
  }
  return {
    name: 'Request Tracker 5',
    url,
    queue: trialQueue,
    user: trialUser,
    password: trialPassword,
    tickets: (reportId) => readTickets(url, reportId),
    close,
  };
}

async function install(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
}

async function configure(folder: string, port: number): Promise<NodeJS.ProcessEnv> {
  const settings = join(folder, 'RT_SiteConfig.pm');
  const extra = join(folder, 'RT_SiteConfig.d');
  const logs = join(folder, 'log');
  await Promise.all([mkdir(extra), mkdir(logs)]);
  const url = `http://127.0.0.1:${port}`;
  const values: Record<string, string> = {
    rtname: "'saathi.test'",
    Organization: "'saathi.test'",
    WebPath: "''",
    WebDomain: "'127.0.0.1'",
    WebPort: String(port),
    WebBaseURL: `'${url}'`,
    WebURL: `'${url}/'`,
    DatabaseType: "'SQLite'",
    DatabaseName: `'${join(folder, 'rt.sqlite')}'`,
    LogToSyslog: 'undef',
    LogToSTDERR: "'error'",
    LogDir: `'${logs}'`,
    MailCommand: "'testfile'",
  };
  const lines = Object.entries(values).map(([name, value]) => `Set($${name}, ${value});`);
  await writeFile(settings, `${lines.join('\n')}\n1;\n`);
  return { ...process.env, RT_SITE_CONFIG: settings, RT_SITE_CONFIG_DIR: extra };
}

async function setUpDatabase(env: NodeJS.ProcessEnv): Promise<void> {
  const common = ['--skip-create', '--dba', 'x', '--dba-password', 'x'];
  const steps = [
    ['--action', 'init', ...common],
    ['--action', 'insert', '--datafile', initialData, ...common],
  ];
  for (const step of steps) {
    const { stdout, stderr } = await run(setupProgram, step, { env });
    // The program ends with 0 even where a row of the initial data was refused.
    if (/couldn't|could not|failed|error/i.test(`${stdout}${stderr}`)) {
      throw new Error(`Request Tracker did not take its set-up:\n${stdout}${stderr}`);
    }
  }
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + startMs;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error('Request Tracker stopped while starting');
    try {
      const response = await fetch(`${url}/REST/2.0/`, { signal: AbortSignal.timeout(30_000) });
      if (response.status === 401 || response.ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(500);
  }
  throw new Error(`Request Tracker did not answer within ${startMs / 1000} seconds`);
}

/** The server has children of its own: the group we started ends together. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.pid === undefined) return;
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  process.kill(-server.pid, 'SIGTERM');
  await Promise.race([ended, pause(5000)]);
  if (server.exitCode === null && server.signalCode === null) process.kill(-server.pid, 'SIGKILL');
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      );
    });
  });

if (process.argv[1] === import.meta.filename) {
  const desk = await startRequestTracker({ port: Number(process.argv[2] ?? 8080) });
  console.log(`Request Tracker listens at ${desk.url} (officer: root / password)`);
  console.log(`queue "${desk.queue}", user "${desk.user}", password "${desk.password}"`);
  const end = (): void => void desk.close().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}
