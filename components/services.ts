// What a component may ask for. Provided by each page's main.tsx, faked in component tests.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { Answered, Body, MessageName } from '@/rules/messages/contract.ts';
import type { Pack } from '@/rules/packs/pack.ts';
import type { AgeBand, Language } from '@/rules/policy/schema.ts';
import type { Direction, Values } from '@/rules/words/text.ts';

import type { TextPart } from './page/texts.ts';

export type SideDoors = {
  /** May the extension run in private windows? */
  readonly privateWindows: boolean;
  /** May it act on every site? */
  readonly siteAccess: boolean;
  /** "admin": installed by policy, can not be switched off by a child. */
  readonly install: 'admin' | 'normal' | 'development' | 'sideload' | 'other';
};

export type Services = {
  /** Words from the catalogue, in this page's language and the child's age band. */
  readonly text: (key: string, values?: Values) => string;
  /** Words of a part that few people open, read from the package when they do: no message, no trace. */
  readonly wordsOf: (part: TextPart) => Promise<Services['text']>;
  readonly language: Language;
  readonly dir: Direction;
  readonly band: AgeBand | null;
  /** The zone times are shown in: the policy's, before set-up the system's. */
  readonly timeZone: string;
  readonly setLanguage: (language: Language) => void;
  readonly ask: <Name extends MessageName>(name: Name, body: Body<Name>) => Promise<Answered<Name>>;
  /** Calls back whenever something a page shows may have changed; answers how to stop. */
  readonly onChanged: (listener: () => void) => () => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The country's mechanisms, read from the package: no message, no trace. */
  readonly pack: (country: string) => Promise<Pack>;
  /** Argon2id of a normalised secret, base64. Slow on purpose (0.2 s). */
  readonly derive: (secret: string, salt: string, params: string) => Promise<string>;
  /** Cryptographic random bytes. */
  readonly random: (bytes: number) => Uint8Array;
  /** SHA-256, base64. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
  readonly sideDoors: () => Promise<SideDoors>;
  /** Asks the browser for every site; only from a press. Says whether it was given. */
  readonly allowEverySite: () => Promise<boolean>;
  /** Opens the browser's own page about this extension. Firefox lets nobody do so: null. */
  readonly openBrowserSettings: (() => void) | null;
  /** Firefox asks a person before an address leaves; null where the browser asks nothing. Ask only from a press. */
  readonly sendingConsent: {
    readonly isGiven: () => Promise<boolean>;
    readonly ask: () => Promise<boolean>;
  } | null;
  /** What this browser says of itself, for first guesses: languages in order, the system's time zone. */
  readonly surroundings: () => {
    readonly languages: readonly string[];
    readonly timeZone: string;
  };
  /** Codes of the countries that have a pack. */
  readonly countries: () => Promise<readonly string[]>;
  /** Survives a reload of the page, not the end of the browser session. Never holds a secret. */
  readonly draft: {
    readonly read: () => Promise<unknown>;
    /** null: forget it. */
    readonly write: (draft: unknown) => Promise<void>;
  };
  readonly saveFile: (name: string, words: string) => void;
  readonly openTab: (url: string) => void;
  /** Replaces this page's address (used to leave a blocked page and to try one again). */
  readonly goTo: (url: string) => void;
  readonly goBack: () => void;
  /** Quick exit: an empty new tab takes this page's place at once. */
  readonly leave: () => void;
  /** Whether a voice of this device (never a remote one) speaks the language. */
  readonly canReadAloud: (language: Language) => Promise<boolean>;
  readonly readAloud: (words: string, language: Language) => void;
  readonly stopReading: () => void;
  readonly copy: (words: string) => Promise<void>;
  readonly print: () => void;
};

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('No services: wrap the page in ServicesContext.Provider');
  return services;
}
