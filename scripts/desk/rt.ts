// Starts the real Request Tracker 5 of Debian in a folder of its own, with our queue, intake user and scrip.
//   node scripts/desk/rt.ts [port]
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import { trialPassword, type TrialDesk, trialQueue, trialUser } from './desk.ts';
import { feedMailGateway, gatewayProgram } from './mail.ts';
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
const installLock = join(tmpdir(), 'saathi-desk-install.lock');
const startMs = 60_000;

/** Installed already? */
export const isRequestTrackerInstalled = (): boolean =>
  [serverProgram, setupProgram, gatewayProgram].every((program) => existsSync(program));

/** Debian, as root. */
const mayInstall = (): boolean =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/** Installed, or can be. */
export const isRequestTrackerAvailable = (): boolean => isRequestTrackerInstalled() || mayInstall();

/** Also takes mail, and can be down for a while. */
export type RealDesk = TrialDesk & {
  /** An RFC 5322 message, filed by Request Tracker's own mail gateway. */
  readonly receive: (message: string) => Promise<void>;
  /** What it answered by mail, in no order. */
  readonly mails: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
  /** Again, with what it held. */
  readonly start: () => Promise<void>;
};

/** Takes a minute and a half where it has to be installed first, else about half a minute. */
export async function startRequestTracker({ port }: { port?: number } = {}): Promise<RealDesk> {
  if (mayInstall()) await install();
  const folder = await mkdtemp(join(tmpdir(), 'saathi-desk-'));
  const chosen = port ?? (await freePort());
  const url = `http://127.0.0.1:${chosen}`;
  const environment = await configure(folder, chosen);
  await setUpDatabase(environment);
  let server: ChildProcess | null = null;
  const endServer = async (): Promise<void> => {
    if (server !== null) await stop(server);
    server = null;
  };
  const start = async (): Promise<void> => {
    server = serve(chosen, environment);
    await answers(url, server);
  };
  const close = async (): Promise<void> => {
    await endServer();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start();
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
    receive: (message) => feedMailGateway({ url, queue: trialQueue }, message),
    mails: () => readSentMails(folder),
    stop: endServer,
    start,
    close,
  };
}

const serve = (port: number, env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(serverProgram, ['--port', String(port)], { env, stdio: 'ignore', detached: true });

/** One after the other: several tests may ask for it at once, and half an installation looks like a whole one. */
async function install(): Promise<void> {
  const there = [serverProgram, setupProgram, gatewayProgram]
    .map((program) => `test -e ${program}`)
    .join(' && ');
  const bring = `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`;
  await run('flock', [installLock, 'sh', '-c', `{ ${there}; } || { ${bring}; }`], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
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
    // What it wants to send by mail is kept in the folder; nothing leaves the machine.
    MailCommand: "'sendmailpipe'",
    SendmailPath: `'${await mailKeeper(folder)}'`,
    SendmailArguments: "''",
    SendmailBounceArguments: "''",
  };
  const lines = Object.entries(values).map(([name, value]) => `Set($${name}, ${value});`);
  await writeFile(settings, `${lines.join('\n')}\n1;\n`);
  return { ...process.env, RT_SITE_CONFIG: settings, RT_SITE_CONFIG_DIR: extra };
}

async function mailKeeper(folder: string): Promise<string> {
  await mkdir(sentMails(folder));
  const program = join(folder, 'keep-mail');
  const keep = `cat > "$(mktemp '${sentMails(folder)}/XXXXXXXX')"`;
  await writeFile(program, `#!/bin/sh\n${keep}\n`, { mode: 0o755 });
  return program;
}

const sentMails = (folder: string): string => join(folder, 'sent');

async function readSentMails(folder: string): Promise<readonly string[]> {
  const names = await readdir(sentMails(folder));
  return Promise.all(names.map((name) => readFile(join(sentMails(folder), name), 'utf8')));
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
