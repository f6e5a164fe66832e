// The browser behind our pages, pretended: answers by message name, and a record of what was asked.
import type { Platform, Remembered } from '@/components/page/platform.ts';
import type { LoadTexts } from '@/components/page/texts.ts';
import type { Answered, Body, MessageName, ReplyTo } from '@/rules/messages/contract.ts';
import { emptyPack, type Pack } from '@/rules/packs/pack.ts';

export type Replies = {
  readonly [Name in MessageName]?:
    | ReplyTo<Name>
    | ((body: Body<Name>) => ReplyTo<Name> | Answered<Name>);
};
export type Asked = { readonly name: MessageName; readonly body: unknown };

export type FakePlatform = Platform & {
  readonly asked: readonly Asked[];
  /** Names of services that were used, with their first argument. */
  readonly done: readonly string[];
  /** As the background's broadcast. */
  readonly change: () => void;
};

export type FakeOptions = {
  readonly replies?: Replies;
  readonly loadTexts: LoadTexts;
  readonly pack?: (country: string) => Promise<Pack>;
  readonly now?: () => number;
  readonly remembered?: Partial<Remembered>;
  readonly services?: Partial<Platform>;
};

/** A message without a reply is answered as a silent background would be. */
export function fakePlatform(options: FakeOptions): FakePlatform {
  const { replies = {}, loadTexts, now = () => Date.now() } = options;
  const asked: Asked[] = [];
  const done: string[] = [];
  const listeners = new Set<() => void>();
  let memory: Remembered = {
    chosen: null,
    language: 'en',
    country: 'PK',
    band: null,
    ...options.remembered,
  };
  const note = (name: string) => (value?: string) => {
    done.push(value === undefined ? name : `${name} ${value}`);
  };
  return {
    asked,
    done,
    change: () => listeners.forEach((listener) => listener()),
    ask: async (name, body) => {
      asked.push({ name, body });
      return answerFrom(replies, name, body);
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now,
    loadTexts,
    recall: () => memory,
    remember: (next) => {
      memory = next;
    },
    pack: options.pack ?? (async (country) => emptyPack(country)),
    countries: async () => ['PK', 'US'],
    derive: async (secret) => `key of ${secret}`,
    sha256: async () => 'digest',
    random: (bytes) => new Uint8Array(bytes),
    sideDoors: async () => ({ privateWindows: false, siteAccess: true, install: 'normal' }),
    allowEverySite: async () => true,
    openBrowserSettings: note('openBrowserSettings'),
    sendingConsent: null,
    surroundings: () => ({ languages: ['en'], timeZone: 'Asia/Karachi' }),
    draft: { read: async () => null, write: async () => {} },
    saveFile: note('saveFile'),
    openTab: note('openTab'),
    goTo: note('goTo'),
    goBack: note('goBack'),
    leave: note('leave'),
    canReadAloud: async () => false,
    readAloud: note('readAloud'),
    stopReading: note('stopReading'),
    copy: async (words) => note('copy')(words),
    print: note('print'),
    ...options.services,
  };
}

function answerFrom<Name extends MessageName>(
  replies: Replies,
  name: Name,
  body: Body<Name>,
): Answered<Name> {
  const reply = replies[name];
  if (reply === undefined) return { ok: false, failure: 'broken' };
  const value =
    typeof reply === 'function' ? (reply as (body: Body<Name>) => unknown)(body) : reply;
  const isAnswered = typeof value === 'object' && value !== null && 'ok' in value;
  return isAnswered ? (value as Answered<Name>) : { ok: true, value: value as ReplyTo<Name> };
}
