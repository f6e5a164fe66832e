// A browser profile in memory: what stays when a worker dies, and what goes when the browser is closed. Each worker gets
// its own `browser` over it; a private window's worker shares storage.local and the rules, and nothing else.
import { createFakeRules, type FakeRules } from './fake-rules.ts';
import { createFakeScripting, type RegisteredScript } from './fake-scripting.ts';

export const extensionId = 'abcdefghijklmnopabcdefghijklmnop';
export const extensionOrigin = `chrome-extension://${extensionId}`;

class WorkerKilled extends Error {
  override name = 'WorkerKilled';
}

export type FakeTab = {
  id: number;
  url: string;
  /** Where it is on its way to. */
  pendingUrl?: string;
  title: string;
  active: boolean;
  audible: boolean;
  isMuted?: boolean;
  /** A video of it stands in a picture of its own. */
  isInPicture?: boolean;
  /** A video of it runs, with or without sound. */
  isPlaying?: boolean;
  /** No script of ours lives in its page. */
  isDeaf?: boolean;
  windowId: number;
  incognito: boolean;
  history: string[];
};
type Alarm = { name: string; scheduledTime: number };
type Values = Record<string, unknown>;

export type Profile = {
  readonly local: Map<string, unknown>;
  readonly managed: Map<string, unknown>;
  readonly rules: FakeRules;
  readonly tabs: FakeTab[];
  /** The window in front, of each kind: a worker is told only of its own. */
  readonly focused: Record<WindowKind, number>;
  isMinimised: boolean;
  /** What the system knows of whoever sits there. */
  presence: 'active' | 'idle' | 'locked';
  /** Whether the family has given the extension access to every site. */
  siteAccess: boolean;
  /** Keys of storage.local that were written, in order. */
  readonly written: string[];
  /** Alarms that were created, in order. */
  readonly armed: Alarm[];
  /** Files of scripts that were put into tabs, and frames that were emptied. */
  readonly scripts: string[];
  /** Of these those about pictures, the style sheets put in, and what is registered for pages to come. */
  readonly pictureScripts: string[];
  readonly pictureSheets: { readonly target: object; readonly css: string }[];
  registered: RegisteredScript[];
  /** Messages that were sent to tabs, in order. */
  readonly told: { readonly tabId: number; readonly message: unknown }[];
  /** Thrown by the next write of storage.local to this key. */
  failing: { readonly key: string; readonly error: Error } | null;
  /** Writes until the worker dies, wherever they go. */
  writesLeft: number;
  readonly workers: Set<FakeBrowser>;
};

export const createProfile = (): Profile => ({
  local: new Map(),
  managed: new Map(),
  rules: createFakeRules(),
  tabs: [],
  focused: { ordinary: 1, private: 2 },
  isMinimised: false,
  presence: 'active',
  siteAccess: true,
  written: [],
  armed: [],
  scripts: [],
  pictureScripts: [],
  pictureSheets: [],
  registered: [],
  told: [],
  failing: null,
  writesLeft: Infinity,
  workers: new Set(),
});

/** What outlives one worker of a window kind, but not the browser session (alarms are forgotten as Firefox does). */
export type Session = {
  readonly storage: Map<string, unknown>;
  readonly alarms: Map<string, Alarm>;
};
export const createSession = (): Session => ({ storage: new Map(), alarms: new Map() });

// oxlint-disable-next-line typescript/no-explicit-any -- the browser's events each have their own arguments.
type Listener = (...given: any[]) => unknown;
function createEvent() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    hasListener: (listener: Listener) => listeners.has(listener),
    count: () => listeners.size,
    fire: (...given: unknown[]): unknown[] => [...listeners].map((listener) => listener(...given)),
  };
}

export type FakeBrowser = ReturnType<typeof createFakeBrowser>;
export type WindowKind = 'ordinary' | 'private';

export function createFakeBrowser(profile: Profile, session: Session, kind: WindowKind) {
  const life = { isDead: false };
  const alive = (): void => {
    if (life.isDead) throw new WorkerKilled();
  };
  const spend = (): void => {
    alive();
    if (profile.writesLeft <= 0) {
      life.isDead = true;
      throw new WorkerKilled();
    }
    profile.writesLeft -= 1;
  };
  const onChanged = createEvent();
  const browser = {
    life,
    spend,
    alive,
    storage: {
      local: {
        ...areaOf(profile.local, alive, (key, isSet) => {
          if (profile.failing?.key === key && isSet) throw profile.failing.error;
          spend();
          profile.written.push(key);
          for (const worker of profile.workers) {
            queueMicrotask(() => {
              if (!worker.life.isDead) worker.storage.onChanged.fire({ [key]: {} }, 'local');
            });
          }
        }),
        setAccessLevel: async () => {},
      },
      session: areaOf(session.storage, alive, () => spend()),
      managed: areaOf(profile.managed, alive, () => {
        throw new Error('read-only');
      }),
      onChanged,
    },
    declarativeNetRequest: {
      ...profile.rules,
      getDynamicRules: async () => {
        alive();
        return profile.rules.getDynamicRules();
      },
      updateDynamicRules: async (change: Parameters<FakeRules['updateDynamicRules']>[0]) => {
        spend();
        await profile.rules.updateDynamicRules(change);
      },
    },
    alarms: {
      onAlarm: createEvent(),
      get: async (name: string) => session.alarms.get(name),
      async create(name: string, { when }: { when: number }) {
        spend();
        session.alarms.set(name, { name, scheduledTime: when });
        profile.armed.push({ name, scheduledTime: when });
      },
      clear: async (name: string) => session.alarms.delete(name),
    },
    tabs: {
      ...tabsOf(profile, kind, alive),
      ...events('onActivated', 'onRemoved', 'onReplaced', 'onUpdated'),
    },
    windows: {
      ...events('onFocusChanged'),
      create: async () => ({}),
      getLastFocused: async () => ({ state: profile.isMinimised ? 'minimized' : 'normal' }),
    },
    webNavigation: events(
      'onBeforeNavigate',
      'onCommitted',
      'onErrorOccurred',
      'onHistoryStateUpdated',
      'onReferenceFragmentUpdated',
    ),
    idle: {
      ...events('onStateChanged'),
      setDetectionInterval: () => {},
      queryState: async () => profile.presence,
    },
    permissions: {
      ...events('onAdded', 'onRemoved'),
      contains: async () => profile.siteAccess,
    },
    scripting: createFakeScripting(profile, alive),
    action: {
      badge: '',
      async setBadgeText({ text }: { text: string }) {
        browser.action.badge = text;
      },
      setBadgeBackgroundColor: async () => {},
      setPopup: async () => {},
      openPopup: async () => {},
    },
    contextMenus: { ...events('onClicked'), removeAll: async () => {}, create: () => {} },
    commands: events('onCommand'),
    extension: { inIncognitoContext: kind === 'private' },
    runtime: {
      id: extensionId,
      ...events('onMessage', 'onInstalled', 'onStartup'),
      getURL: (path: string) => `${extensionOrigin}/${path.replace(/^\//, '')}`,
      getManifest: () => ({ version: '0.1.0' }),
      openOptionsPage: async () => {},
      sendMessage: async () => undefined,
    },
  };
  return browser;
}

function events<Name extends string>(...names: Name[]) {
  return Object.fromEntries(names.map((name) => [name, createEvent()])) as Record<
    Name,
    ReturnType<typeof createEvent>
  >;
}

/** Values are copied in and out as JSON: nothing is shared with whoever stored them. */
function areaOf(
  values: Map<string, unknown>,
  alive: () => void,
  onWrite: (key: string, isSet: boolean) => void,
) {
  return {
    async get(keys: string | null): Promise<Values> {
      alive();
      const wanted = keys === null ? [...values.keys()] : [keys];
      return Object.fromEntries(
        wanted.filter((key) => values.has(key)).map((key) => [key, copied(values.get(key))]),
      );
    },
    async set(items: Values) {
      for (const [key, value] of Object.entries(items)) {
        onWrite(key, true);
        values.set(key, copied(value));
      }
    },
    async remove(key: string) {
      onWrite(key, false);
      values.delete(key);
    },
  };
}

const copied = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);

const asSeen = (tab: FakeTab) => ({
  ...tab,
  mutedInfo: { muted: tab.isMuted ?? false, extensionId },
});

function tabsOf(profile: Profile, kind: WindowKind, alive: () => void) {
  const own = (tab: FakeTab) => tab.incognito === (kind === 'private');
  const found = (id: number): FakeTab => {
    const tab = profile.tabs.find((each) => each.id === id && own(each));
    if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
    return tab;
  };
  return {
    async query(wanted: {
      active?: boolean;
      lastFocusedWindow?: boolean;
      audible?: boolean;
      muted?: boolean;
    }) {
      alive();
      const tabs = profile.tabs
        .filter(own)
        .filter(({ active }) => !wanted.active || active)
        .filter(({ audible }) => !wanted.audible || audible)
        .filter(({ isMuted = false }) => wanted.muted === undefined || isMuted === wanted.muted)
        .map(asSeen);
      return structuredClone(
        wanted.lastFocusedWindow === true
          ? tabs.filter(({ windowId }) => windowId === profile.focused[kind])
          : tabs,
      );
    },
    get: async (id: number) => structuredClone(asSeen(found(id))),
    async update(id: number, { url, muted }: { url?: string; muted?: boolean }) {
      alive();
      const tab = found(id);
      if (muted !== undefined) tab.isMuted = muted;
      if (url === undefined) return tab;
      tab.history.push(tab.url);
      tab.url = url;
      return tab;
    },
    async goBack(id: number) {
      const tab = found(id);
      const before = tab.history.pop();
      if (before === undefined) throw new Error('Cannot find a next page in history.');
      tab.url = before;
    },
    create: async () => ({}),
    async sendMessage(id: number, message: unknown) {
      if (found(id).isDeaf === true) throw new Error('Receiving end does not exist.');
      profile.told.push({ tabId: id, message });
    },
  };
}
