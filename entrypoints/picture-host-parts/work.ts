// The line of pictures as the thread works it off: a few are fetched and unpacked ahead, one at a time is looked at.
import { createMemory } from '@/rules/pictures/memory.ts';
import type { Wanted } from '@/rules/pictures/queue.ts';

import type { PictureFile } from '../background/picture-network.ts';
import type { Model } from './model.ts';
import type { Found, Order } from './protocol.ts';

export type Ways = {
  readonly fetchPicture: (
    href: string,
    mayBePrivate: boolean,
    signal: AbortSignal,
  ) => Promise<PictureFile>;
  /** Null: not a picture after all. */
  readonly pointsOf: (file: Blob) => Promise<Uint8ClampedArray | null>;
  /** Called with the first picture. */
  readonly openModel: () => Promise<Model>;
  readonly now: () => number;
  readonly tell: (found: Found) => void;
};
type Ready = Uint8ClampedArray | 'vector' | null;
type Fetching = { readonly over: AbortController; readonly ready: Promise<Ready> };

/** At once on their way: more would be fetched for nothing when somebody scrolls on. */
const ahead = 4;
const mostKnown = 3000;

export class PictureWork {
  readonly #ways: Ways;
  readonly #known = createMemory<Found>(mostKnown);
  readonly #fetching = new Map<string, Fetching>();
  #line: readonly Wanted[] = [];
  #modelCache: Promise<Model> | null = null;
  #isWorking = false;
  /** What is looked at just now. */
  #current: string | null = null;

  constructor(ways: Ways) {
    this.#ways = ways;
  }

  /** The line as it is from now on. Rejects if the model can not be had. */
  async obey({ wanted }: Order): Promise<void> {
    this.#line = wanted.filter(({ address }) => {
      const found = this.#known.get(address);
      if (found !== undefined) this.#ways.tell(found);
      return found === undefined;
    });
    this.#fetchAhead();
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      await this.#workOff();
    } finally {
      this.#isWorking = false;
    }
  }

  /** Whichever is ready first: a slow server keeps nobody else's picture waiting. */
  async #workOff(): Promise<void> {
    while (this.#fetching.size > 0) {
      const first = await Promise.race(
        [...this.#fetching].map(([address, { ready }]) => ready.then(() => address)),
      );
      const next = this.#fetching.get(first);
      // While it was on its way, who wanted it has gone.
      if (next === undefined) continue;
      const points = await next.ready;
      this.#fetching.delete(first);
      this.#line = this.#line.filter(({ address }) => address !== first);
      this.#current = first;
      this.#fetchAhead();
      await this.#lookAt(first, points);
      this.#current = null;
    }
  }

  async #lookAt(address: string, points: Ready): Promise<void> {
    const { openModel, now, tell } = this.#ways;
    // What could not be had may be there the next time: it is not remembered.
    if (points === null) return tell({ kind: 'none', address });
    let found: Found = { kind: 'vector', address };
    if (points !== 'vector') {
      const model = await (this.#modelCache ??= openModel());
      const begun = now();
      found = { kind: 'scores', address, scores: model(points), tookMs: now() - begun };
    }
    this.#known.set(address, found);
    tell(found);
  }

  #fetchAhead(): void {
    const wanted = new Set(this.#line.map(({ address }) => address));
    for (const [address, { over }] of this.#fetching) {
      if (wanted.has(address)) continue;
      over.abort();
      this.#fetching.delete(address);
    }
    for (const { address, mayBePrivate } of this.#line) {
      if (this.#fetching.size >= ahead) return;
      if (this.#fetching.has(address) || address === this.#current) continue;
      const over = new AbortController();
      const file = this.#ways.fetchPicture(address, mayBePrivate, over.signal);
      this.#fetching.set(address, { over, ready: this.#unpack(file) });
    }
  }

  async #unpack(fetched: Promise<PictureFile>): Promise<Ready> {
    const file = await fetched;
    if (file.kind === 'picture') return this.#ways.pointsOf(file.blob);
    return file.kind === 'vector' ? 'vector' : null;
  }
}
