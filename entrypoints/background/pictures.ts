// Whose pictures are looked at, and who hears of it. All of it is in memory: when the worker dies, pages ask again.
import type { Found } from '@/entrypoints/picture-host-parts/protocol.ts';
import { createMemory } from '@/rules/pictures/memory.ts';
import { nextInLine, type Wanted } from '@/rules/pictures/queue.ts';
import { readScores } from '@/rules/pictures/scores.ts';
import { isTooSlow, type Looked } from '@/rules/pictures/verdict.ts';

import { type OpenHost, openPictureHost, type PictureHost } from './adapters/picture-host.ts';

type Frame = {
  readonly wanted: readonly Wanted[];
  readonly answer: () => void;
  /** Something of its list is known: it waits a moment for more. */
  isAnswering: boolean;
};
type Ways = {
  readonly open: OpenHost;
  readonly now: () => number;
  readonly after: (ms: number, task: () => void) => void;
};

const ways: Ways = {
  open: openPictureHost,
  now: () => performance.now(),
  after: (ms, task) => void setTimeout(task, ms),
};
const mostKnown = 2000;
const mostFrames = 200;
/** So long a frame waits for its first answer, and then for more to come with it. */
const longestMs = 4000;
const gatherMs = 240;
/** Nobody has asked for so long: the model's memory is given back. */
const idleMs = 5 * 60_000;
/** A server that did not answer may do so later. */
const againAfterMs = 20_000;
const none: Looked = { kind: 'none' };

export class Pictures {
  readonly #ways: Ways;
  readonly #known = createMemory<Looked>(mostKnown);
  readonly #frames = new Map<string, Frame>();
  /** Since when somebody waits for an address. */
  #waiting = new Map<string, number>();
  #hostCache: Promise<PictureHost> | null = null;
  #msEach = 0;
  #askedAt = 0;

  constructor(given: Ways = ways) {
    this.#ways = given;
  }

  /** In the order asked; null: not known yet. `frame` has one list at a time, its newest. */
  async lookAt(frame: string, wanted: readonly Wanted[]): Promise<readonly (Looked | null)[]> {
    this.#askedAt = this.#ways.now();
    const read = (): (Looked | null)[] =>
      wanted.map(({ address }) => this.#known.get(address) ?? null);
    const before = read();
    if (before.every((looked) => looked !== null)) return before;
    const answered = this.#queue(frame, wanted);
    if (before.some((looked) => looked !== null)) this.#answerSoon(this.#frames.get(frame));
    // A host that does not open has said so by now: its pictures are "none".
    await this.#sendLine().catch(() => this.#giveUp());
    await answered;
    return read();
  }

  #queue(frame: string, wanted: readonly Wanted[]): Promise<void> {
    this.#frames.get(frame)?.answer();
    return new Promise((resolve) => {
      const answer = (): void => {
        if (this.#frames.get(frame) === mine) this.#frames.delete(frame);
        resolve();
      };
      const mine: Frame = { wanted, answer, isAnswering: false };
      this.#frames.set(frame, mine);
      const [oldest] = this.#frames.values();
      if (this.#frames.size > mostFrames) oldest?.answer();
      this.#ways.after(longestMs, answer);
    });
  }

  async #sendLine(): Promise<void> {
    const lists = [...this.#frames.values()].map(({ wanted }) => wanted);
    const line = nextInLine(lists, (address) => this.#known.get(address) !== undefined);
    const now = this.#ways.now();
    this.#waiting = new Map(
      line.map(({ address }) => [address, this.#waiting.get(address) ?? now]),
    );
    const isLate = ({ address }: Wanted, place: number): boolean =>
      isTooSlow(now - (this.#waiting.get(address) ?? now), place, this.#msEach);
    const late = line.filter(isLate);
    for (const { address } of late) this.#settle(address, none);
    const host = await this.#openHost();
    host.send({ wanted: line.filter((wanted) => !late.includes(wanted)) });
  }

  #openHost(): Promise<PictureHost> {
    if (this.#hostCache === null) {
      this.#hostCache = this.#ways.open({
        found: (found) => this.#hear(found),
        gone: () => {
          this.#hostCache = null;
        },
      });
      this.#ways.after(idleMs, () => this.#closeIfIdle());
    }
    return this.#hostCache;
  }

  #hear(found: Found): void {
    if (found.kind === 'unable') return this.#giveUp();
    if (found.kind !== 'scores') return this.#settle(found.address, { kind: found.kind });
    const scores = readScores(found.scores);
    this.#msEach = this.#msEach === 0 ? found.tookMs : this.#msEach * 0.8 + found.tookMs * 0.2;
    this.#settle(found.address, scores === null ? none : { kind: 'scores', scores });
  }

  #settle(address: string, looked: Looked): void {
    this.#waiting.delete(address);
    this.#known.set(address, looked);
    if (looked.kind === 'none')
      this.#ways.after(againAfterMs, () => this.#known.remove(address, looked));
    for (const frame of this.#frames.values()) {
      if (frame.wanted.some((wanted) => wanted.address === address)) this.#answerSoon(frame);
    }
  }

  #answerSoon(frame: Frame | undefined): void {
    if (frame === undefined || frame.isAnswering) return;
    frame.isAnswering = true;
    this.#ways.after(gatherMs, frame.answer);
  }

  /** What the thread can not do, nobody waits for; who asks later tries a new thread. */
  #giveUp(): void {
    this.#close();
    for (const address of this.#waiting.keys()) this.#settle(address, none);
  }

  #closeIfIdle(): void {
    if (this.#hostCache === null) return;
    if (this.#ways.now() - this.#askedAt >= idleMs) this.#close();
    else this.#ways.after(idleMs, () => this.#closeIfIdle());
  }

  #close(): void {
    const closing = this.#hostCache;
    this.#hostCache = null;
    closing?.then((host) => host.close()).catch(() => undefined); // one that never opened needs no closing
  }
}
