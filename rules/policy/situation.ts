// Everything decide() needs to know besides the address. Built by the background, or by a test.
import type { WordFinder } from '../hosts/address-words.ts';
import type { Address, Host } from '../hosts/address.ts';
import type { PatternIndex } from '../hosts/match.ts';
import type { Lookup } from '../lists/lookup.ts';
import type { Override } from '../overrides/override.ts';
import type { Signal } from '../risk/risk.ts';
import type { Moment } from '../time/moment.ts';
import type { Usage } from '../time/usage.ts';
import type { ChildProfile } from './schema.ts';

export type Visit = {
  readonly address: Address;
  /** The page this frame stands in; null for a page of its own. */
  readonly embedder: Host | null;
  /** What the page itself, or its address, gives away. */
  readonly signals: readonly Signal[];
};

export type Situation = {
  readonly profile: ChildProfile;
  readonly moment: Moment;
  readonly usage: Usage;
  /** The days before today that weekly quotas and carry-over look at, newest first, at most seven. */
  readonly past?: readonly Usage[];
  readonly overrides: readonly Override[];
  readonly allowlist: PatternIndex;
  readonly blocklist: PatternIndex;
  /** The guardian's word that an address holds; null for none. */
  readonly closedWord: WordFinder;
  readonly lookup: Lookup;
  /** Help resources, official reporting forms and the desk: never blocked, counted or logged. */
  readonly isHelp: (host: Host) => boolean;
  /** Whether the child has chosen to go on past a warning about this host today. */
  readonly hasPassedWarning: (host: Host) => boolean;
  /** Whether a page of this host fought its warning off in this browser session. */
  readonly hasFoughtWarning: (host: Host) => boolean;
};
