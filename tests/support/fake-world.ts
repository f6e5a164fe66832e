// The whole background without a browser: real use cases, real adapters, real Dexie, over a browser profile in memory.
// Each worker is loaded anew, so that nothing of the last one is left but what it had stored.
import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';

import { onTestFinished, vi } from 'vitest';

import type { Database } from '@/entrypoints/background/database/database.ts';
import type { UntrustedSender } from '@/entrypoints/background/sender.ts';
import type { Answered, Body, MessageName, ReplyTo } from '@/rules/messages/contract.ts';
import { emptyPack, type Mechanism } from '@/rules/packs/pack.ts';
import type { RtDesk } from '@/rules/policy/desk-schema.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import { helpHostsFile } from '../../scripts/packs/build.ts';
import { noon } from './builders.ts';
import {
  createFakeBrowser,
  createProfile,
  createSession,
  extensionOrigin,
  type FakeBrowser,
  type FakeTab,
  type Profile,
  type Session,
  type WindowKind,
} from './fake-browser.ts';
import { type FakeSecret, goodSecret } from './fake-secret.ts';
import { from } from './fake-senders.ts';
import { aPack, aSignedPack } from './packs.ts';

const own = `${extensionOrigin}/`;

export type Sent = { readonly url: string; readonly body: string };
export type Home = Awaited<ReturnType<typeof aHome>>;
export type Worker = Awaited<ReturnType<Home['wake']>>;

/** Sites that the tests know; everything else is unknown. */
const starter = {
  version: 1,
  known: ['school.test', 'wiki.test'],
  brands: [],
  brandWords: { lures: '', softLures: '', carriers: '', neighbours: '' },
  categories: {
    ...Object.fromEntries(
      'adult gambling violence drugs self-harm dating stranger-chat social shopping piracy scam bypass'
        .split(' ')
        .map((name) => [name, [`${name}.test`]]),
    ),
    games: ['game.test', 'play.test'],
    video: ['video.test'],
  },
};
const nationalDesk: RtDesk = {
  kind: 'rt-rest2',
  name: 'Children’s Desk',
  endpoint: 'https://desk.test',
  queue: 'reports',
  user: 'intake',
  password: 'secret-of-the-desk',
};
const helpline: Mechanism = {
  id: 'pk-helpline',
  country: 'PK',
  operator: 'Helpline of the tests',
  type: 'helpline',
  handles: ['other', 'grooming'],
  website: 'https://helpline.test/',
  confidence: 'high',
  source: 'https://helpline.test/',
  checkedOn: '2026-11-01',
};
const hotline: Mechanism = {
  ...helpline,
  id: 'pk-hotline',
  operator: 'Hotline of the tests',
  type: 'hotline',
  webForm: 'https://report.hotline.test/form',
  form: { asks: ['address', 'words'], fill: true, adult: false },
};
const ownPack = aPack({ version: 1, mechanisms: [helpline, hotline], desk: nationalDesk });
const files: Readonly<Record<string, unknown>> = {
  'lists/starter.json': starter,
  'packs/PK.json': aSignedPack(ownPack),
  'packs/ZZ.json': aSignedPack(emptyPack('ZZ')),
  'packs/help-hosts.json': helpHostsFile([ownPack, emptyPack('ZZ')]),
};

/** A browser with the extension in it. Nothing is set up. */
export async function aHome() {
  const name = `home-${crypto.randomUUID()}`;
  const profile = createProfile();
  const clock = { now: noon, steadyMs: 0 };
  const tasks = new Set<Promise<unknown>>();
  const failures: unknown[] = [];
  const sent: Sent[] = [];
  const databaseDoor = { isBroken: false };
  let sessions: Record<WindowKind, Session> = {
    ordinary: createSession(),
    private: createSession(),
  };

  onTestFinished(() => void vi.unstubAllGlobals());
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
  vi.stubGlobal('fetch', async (url: string, request?: { body: string }) => {
    if (url.startsWith(own)) return packagedFile(url.slice(own.length));
    sent.push({ url, body: request?.body ?? '' });
    const ticket = Response.json({ type: 'ticket', id: String(sent.length) }, { status: 201 });
    return Object.defineProperty(ticket, 'url', { value: url });
  });

  const wake = async (kind: WindowKind = 'ordinary') => {
    // One worker a kind of window: the last one is gone.
    for (const last of profile.workers) {
      if (last.extension.inIncognitoContext === (kind === 'private')) last.life.isDead = true;
      if (last.life.isDead) profile.workers.delete(last);
    }
    const browser = createFakeBrowser(profile, sessions[kind], kind);
    profile.workers.add(browser);
    profile.writesLeft = Infinity;
    const databaseName = `${name}-${kind}`;
    return loadWorker({ browser, profile, clock, tasks, failures, databaseDoor, databaseName });
  };

  return {
    profile,
    clock,
    sent,
    wake,
    databaseDoor,
    /** What listeners threw. A killed worker is no failure. */
    failures,
    /** Moves every clock on, as time does. */
    passes(ms: number) {
      clock.now += ms;
      clock.steadyMs += ms;
    },
    stored: (key: string): unknown => profile.local.get(key),
    session: (key: string, kind: WindowKind = 'ordinary'): unknown =>
      sessions[kind].storage.get(key),
    alarm: (alarm: string): number | null =>
      sessions.ordinary.alarms.get(alarm)?.scheduledTime ?? null,
    /** The browser is closed: session storage and alarms are gone, and so are all workers. */
    closeBrowser() {
      for (const worker of profile.workers) worker.life.isDead = true;
      profile.workers.clear();
      profile.tabs.length = 0;
      sessions = { ordinary: createSession(), private: createSession() };
    },
    /** Opens a tab and leaves it in front of its window. */
    shows(url: string, more: Partial<FakeTab> = {}): FakeTab {
      const incognito = more.incognito ?? false;
      const windowId = more.windowId ?? profile.focused[incognito ? 'private' : 'ordinary'];
      for (const tab of profile.tabs) if (tab.windowId === windowId) tab.active = false;
      const tab: FakeTab = {
        id: profile.tabs.length + 1,
        url,
        title: `Title of ${url}`,
        active: true,
        audible: false,
        windowId,
        incognito,
        history: [],
        ...more,
      };
      profile.tabs.push(tab);
      return tab;
    },
    /** Waits until every listener has done its work. */
    async settled() {
      do {
        await Promise.allSettled(tasks);
        await new Promise((resolve) => setImmediate(resolve));
      } while (tasks.size > 0);
    },
  };
}

type Parts = {
  readonly browser: FakeBrowser;
  readonly profile: Profile;
  readonly clock: { readonly now: number; readonly steadyMs: number };
  readonly tasks: Set<Promise<unknown>>;
  readonly failures: unknown[];
  readonly databaseDoor: { readonly isBroken: boolean };
  readonly databaseName: string;
};

async function loadWorker(parts: Parts) {
  const { browser, profile, clock, databaseDoor, databaseName } = parts;
  vi.resetModules();
  vi.doMock('wxt/browser', () => ({ browser }));
  vi.doMock('@/entrypoints/background/listeners/quietly.ts', () => ({ quietly: watched(parts) }));
  const modules = await import('./background-modules.ts');
  const startedAt = clock.steadyMs;
  modules.clock.now = () => clock.now;
  modules.clock.steady = () => ({ run: startedAt, ms: clock.steadyMs - startedAt });
  const open = async (): Promise<Database> => {
    if (databaseDoor.isBroken) throw new DOMException('Internal error opening', 'UnknownError');
    return mortal(await modules.createDatabase(databaseName), browser);
  };
  Object.assign(globalThis, {
    saathiCreateDatabase: open,
    saathiCreateLater: modules.createLater,
    saathiPolicyRules: modules.policyRules,
  });
  const world = modules.createWorld(() => undefined);
  // Bound to this worker's own modules now: another one may be loaded while it lives.
  const later = await modules.openLater(world);
  const desk = {
    definitions: modules.pageContract,
    handlers: modules.createPageHandlers(world),
  };
  const ours = { id: browser.runtime.id, origin: browser.runtime.getURL('').slice(0, -1) };
  const answer = async (message: unknown, sender: UntrustedSender) =>
    (await modules.answer(desk, message, sender, ours)) ?? later.answer(message, sender, ours);

  const worker = {
    world,
    browser,
    answer,
    database: world.database,
    async ask<Name extends MessageName>(
      message: Name,
      body: Body<Name>,
      sender: UntrustedSender = from.options,
    ): Promise<Answered<Name>> {
      const sentBody: unknown = JSON.parse(JSON.stringify(body));
      return answer({ name: message, body: sentBody }, sender);
    },
    /** The reply; a refusal fails the test. */
    async gets<Name extends MessageName>(
      message: Name,
      body: Body<Name>,
      sender?: UntrustedSender,
    ): Promise<ReplyTo<Name>> {
      const answered = await worker.ask(message, body, sender);
      if (!answered.ok) throw new Error(`${message} was refused: ${answered.failure}`);
      return answered.value;
    },
    setUp: (policy: Policy, secret: FakeSecret = goodSecret) =>
      worker.gets('setup.finish', {
        policy,
        secret: secret.record,
        recoveryVerifier: secret.recoveryVerifier,
      }),
    /** Types a secret; the token if it was right. */
    async unlock(secret: FakeSecret = goodSecret): Promise<string> {
      const challenge = await worker.gets('guardian.challenge', {});
      if (challenge.kind === 'wait') throw new Error('has to wait');
      const { challengeId } = challenge;
      const unlocked = await worker.gets('guardian.unlock', { challengeId, key: secret.key });
      if (unlocked.kind === 'wrong') throw new Error('wrong secret');
      return unlocked.token;
    },
    reconcile: () => modules.reconcile(world),
    reconcileIfStale: () => modules.reconcileIfStale(world),
    observeFront: () => modules.observeFront(world),
    tell: (happening: Parameters<typeof modules.tell>[1]) => modules.tell(world, happening),
    judgeTab: (id: number, url: string) => modules.judgeTab(world, id, url),
    /** Registers every listener, as index.ts does. */
    listen() {
      modules.listenToNavigation(world);
      modules.listenToTime(world);
      modules.listenToReporting(world);
      modules.listenToLists(world);
      modules.listenToLife(world);
    },
    kill() {
      browser.life.isDead = true;
      profile.workers.delete(browser);
    },
  };
  return worker;
}

const watched =
  ({ tasks, failures, browser }: Parts) =>
  (task: (...given: unknown[]) => Promise<unknown>) =>
  (...given: unknown[]): void => {
    const running = task(...given).catch((error: unknown) => {
      if (!browser.life.isDead) failures.push(error);
    });
    tasks.add(running);
    void running.then(() => tasks.delete(running));
  };

/** A database whose writes are counted, and that dies with its worker. */
function mortal(database: Database, { alive, spend }: FakeBrowser): Database {
  const guard = (table: object): object =>
    Object.fromEntries(
      Object.entries(table).map(([method, call]: [string, (...given: unknown[]) => unknown]) => [
        method,
        async (...given: unknown[]) => {
          if (/^(?:add|save|remove|forget)/.test(method)) spend();
          else alive();
          return call(...given);
        },
      ]),
    );
  return Object.fromEntries(
    Object.entries(database).map(([table, value]) => [
      table,
      typeof value === 'function' ? value : guard(value),
    ]),
  ) as Database;
}

async function packagedFile(path: string): Promise<Response> {
  if (Object.hasOwn(files, path)) return Response.json(files[path]);
  if (!path.startsWith('texts/')) return new Response('', { status: 404 });
  return new Response(await readFile(new URL(`../../public/${path}`, import.meta.url)));
}
