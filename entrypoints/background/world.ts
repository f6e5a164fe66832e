// The adapters, in one value, handed to every use case. A test hands in another world.
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

import { attemptsSchema, manyAttempts, noAttempts } from '@/rules/guardian/attempts.ts';
import { sessionSchema } from '@/rules/guardian/session.ts';
import { listStatesSchema, noListStates } from '@/rules/lists/list-state.ts';
import { overrideSchema } from '@/rules/overrides/override.ts';
import { foundRiskSchema } from '@/rules/risk/found.ts';
import { graceSchema } from '@/rules/time/grace.ts';
import { noticesSchema } from '@/rules/time/notice.ts';

import { alarms, type Alarms } from './adapters/alarms.ts';
import { clock, lock, random, sha256 } from './adapters/clock.ts';
import { createLedgerStore } from './adapters/ledger-store.ts';
import { createLookups } from './adapters/lookups.ts';
import { createOpenedSets, type OpenedSets } from './adapters/opened-sets.ts';
import { createPackaged, type Packaged } from './adapters/packaged.ts';
import { type Area, defineItem, type Lock } from './adapters/store.ts';
import { tabs } from './adapters/tabs.ts';
import { readSets } from './lists/store.ts';
import { openDatabase, openPolicyRules } from './load-later.ts';
import { createPolicyStore, type PolicyStore } from './policy-store.ts';

const id = z.string().check(z.maxLength(64));

/** The child went on past a warning about these hosts today. */
const passedSchema = z.strictObject({
  date: z.string(),
  childId: id,
  hosts: z.array(z.string()).check(z.maxLength(500)),
});
/** A question put to the guardian's page: answered once, within two minutes. */
const challengeSchema = z.strictObject({ id, expiresAt: z.number() });
/** The age label that a page carried, by its address: the block page is judged by it too. */
const labelsSchema = z.record(z.string(), z.string());
/** When a look at the page in front began that is not finished, and the tabs that were in front lately. */
const lookSchema = z.strictObject({
  begun: z.nullable(z.number()),
  recent: z.array(z.number()).check(z.maxLength(10)),
});
/** What the browser's rules hold of fetched lists. */
const firstWallSchema = z.strictObject({
  /** What the names were chosen from; '': not all of it could be read. */
  mark: z.string(),
  /** By category: how many names, and of which lists. */
  categories: z.record(z.string(), z.strictObject({ names: z.int(), lists: z.array(z.string()) })),
});
export type FirstWall = z.infer<typeof firstWallSchema>;

function createStores(local: Area, session: Area, locked: Lock, isPrivate: boolean) {
  const inLocal = { area: local, lock: locked };
  const inSession = { area: session, lock: locked };
  const tries = { absent: noAttempts, damaged: manyAttempts };
  return {
    ledger: createLedgerStore({ local, session, lock: locked, isPrivate }),
    overrides: defineItem(inLocal, 'overrides', z.array(overrideSchema).check(z.maxLength(200)), {
      absent: [],
    }),
    /** Which sets of hosts are in force, and how each list's updates go. Damaged: every list is fetched anew. */
    lists: defineItem(inLocal, 'lists', listStatesSchema, { absent: noListStates }),
    // A count of tries that somebody tampered with is no fresh start.
    attempts: defineItem(inLocal, 'attempts', attemptsSchema, tries),
    /** Of one-time codes and cards: a child who guesses them does not make the guardian wait. */
    codeAttempts: defineItem(inLocal, 'codeAttempts', attemptsSchema, tries),
    /** Birthdays that ended the controls: rules/growing/age.ts says why they have to be believed first. */
    believed: defineItem(inLocal, 'believed', z.array(z.string()).check(z.maxLength(20)), {
      absent: [],
    }),
    firstWall: defineItem(inLocal, 'firstWall', firstWallSchema, {
      absent: { mark: '', categories: {} },
    }),
    session: defineItem(inSession, 'unlock', z.nullable(sessionSchema), { absent: null }),
    challenge: defineItem(inSession, 'challenge', z.nullable(challengeSchema), { absent: null }),
    passed: defineItem(inSession, 'passed', passedSchema, {
      absent: { date: '', childId: '', hosts: [] },
    }),
    /** Whether this browser session has been counted in before. */
    alive: defineItem(inSession, 'alive', z.boolean(), { absent: false }),
    look: defineItem(inSession, 'look', lookSchema, { absent: { begun: null, recent: [] } }),
    /** Null until the tabs were first looked at in this browser session. */
    grace: defineItem(inSession, 'grace', z.nullable(graceSchema), { absent: null }),
    notices: defineItem(inSession, 'notices', z.nullable(noticesSchema), { absent: null }),
    /** What the rules were last made from. Gone after a browser start, so that everything is looked at again. */
    madeFrom: defineItem(inSession, 'madeFrom', z.string(), { absent: '' }),
    /** Tabs on their way from a block page to its own address. */
    returns: defineItem(inSession, 'returns', z.record(z.string(), z.string()), { absent: {} }),
    /** Hosts that were closed in the last seconds, and when. */
    justBlocked: defineItem(inSession, 'justBlocked', z.record(z.string(), z.number()), {
      absent: {},
    }),
    /** Of editions of packs that came after the extension: by country, hosts that nothing may close. */
    packHosts: defineItem(inLocal, 'packHosts', z.record(z.string(), z.array(z.string())), {
      absent: {},
    }),
    labels: defineItem(inSession, 'labels', labelsSchema, { absent: {} }),
    /** What reading a page found, by its address: session memory only. */
    risks: defineItem(inSession, 'risks', z.record(z.string(), foundRiskSchema), { absent: {} }),
    fought: defineItem(inSession, 'fought', z.array(z.string()).check(z.maxLength(100)), {
      absent: [],
    }),
  };
}

/** Without input for this long nobody is there, unless something plays. */
export const idleAfterSeconds = 60;

export type World = {
  readonly now: () => number;
  /** A clock that only runs forward while this worker lives. */
  readonly steady: () => { readonly run: number; readonly ms: number };
  readonly random: typeof random;
  readonly sha256: typeof sha256;
  readonly lock: Lock;
  readonly stores: ReturnType<typeof createStores>;
  readonly policies: PolicyStore;
  readonly database: typeof openDatabase;
  readonly packaged: Packaged;
  readonly openedSets: () => Promise<OpenedSets>;
  readonly lookupFor: ReturnType<typeof createLookups>;
  readonly alarms: Alarms;
  readonly tabs: typeof tabs;
  /** Whether somebody is there, as the system sees it: nothing that a page does counts as a sign of life. */
  readonly presence: () => Promise<'active' | 'idle' | 'locked'>;
  readonly incognito: boolean;
  readonly version: string;
};

/** `lateManaged` is called when managed storage answers only after a policy was already taken to be in force. */
export function createWorld(lateManaged: () => void): World {
  const local = browser.storage.local;
  const packaged = createPackaged();
  const incognito = browser.extension.inIncognitoContext;
  const stores = createStores(local, browser.storage.session, lock, incognito);
  const policies = createPolicyStore({
    local,
    lock,
    managed: readManaged,
    after,
    onLateManaged: () => lateManaged(),
    backup: {
      read: async () => (await openDatabase()).meta.read('policy'),
      write: async (saved) => (await openDatabase()).meta.save('policy', saved),
    },
    readPolicy: async (document) => (await openPolicyRules()).readPolicy(document),
    readManaged: async (managed) => (await openPolicyRules()).readManaged(managed),
    safestPolicy: async () => (await openPolicyRules()).safestPolicy(),
    hasGuardianSecret: async () => (await (await openDatabase()).secrets.read('guardian')) !== null,
    isPrivate: incognito,
  });
  return {
    now: clock.now,
    steady: clock.steady,
    random,
    sha256,
    lock,
    stores,
    policies,
    database: openDatabase,
    packaged,
    openedSets: createOpenedSets({
      states: stores.lists.read,
      readSets,
      now: () => clock.steady().ms,
      after,
    }),
    lookupFor: createLookups(),
    alarms,
    tabs,
    presence: () => browser.idle.queryState(idleAfterSeconds),
    incognito,
    version: browser.runtime.getManifest().version,
  };
}

const after = (ms: number): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(null), ms);
  });

/** Firefox rejects where no policy was deployed; that means the same as an empty one. */
async function readManaged(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {}; // no managed storage manifest
  }
}
