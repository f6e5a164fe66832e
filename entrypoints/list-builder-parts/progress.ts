// How far an update is, told a few times a second at most.
import type { FetchedFile } from './source.ts';
import type { BuilderTools } from './update.ts';

const everyMs = 250;

export type Progress = ReturnType<typeof createProgress>;

/** `expectedBytes`: of all files together, where servers do not say it. */
export function createProgress(
  { now, tell }: Pick<BuilderTools, 'now' | 'tell'>,
  expectedBytes: number | null,
) {
  let told = Number.NEGATIVE_INFINITY;
  let last: Parameters<typeof tell>[0] | null = null;
  const files = new Map<string, number>();
  const sayLast = (): void => {
    if (last === null) return;
    told = now();
    tell(last);
    last = null;
  };
  const say = (step: 'downloading' | 'building', done: number | null): void => {
    const isWaiting = last !== null;
    last = { kind: 'progress', step, done: done === null ? null : Math.min(done, 0.99) };
    if (Math.abs(now() - told) >= everyMs) sayLast();
    // A server that stops in the middle is shown where it stopped.
    else if (!isWaiting) setTimeout(sayLast, everyMs);
  };
  const building = (done: number): void => say('building', done);
  return {
    building,
    /** Nothing more is told. */
    end(): void {
      last = null;
    },
    downloading(url: string, bytes: number, total: number | null): void {
      files.set(url, bytes);
      const sum = [...files.values()].reduce((all, each) => all + each, 0);
      const whole = files.size === 1 ? (total ?? expectedBytes) : expectedBytes;
      say('downloading', whole === null || whole === 0 ? null : sum / whole);
    },
    /** The same file; reading it tells how far the building is. */
    whileRead: (file: FetchedFile): FetchedFile => ({
      ...file,
      async *pieces() {
        let bytes = 0;
        for await (const piece of file.pieces()) {
          bytes += piece.byteLength;
          building((0.9 * bytes) / Math.max(1, file.bytes));
          yield piece;
        }
      },
    }),
  };
}
