// One file into the staging rows: what came is kept piece by piece, so that whoever is ended in the middle goes on there.
import type { Download, DownloadAnswer } from '@/entrypoints/background/network.ts';
import type { ListProblem } from '@/rules/lists/list-state.ts';
import { fail, ok, type Result } from '@/rules/result.ts';

import { joinBytes } from './join-bytes.ts';
import { type Staged, stagingOf } from './shelf.ts';
import type { FetchedFile, FileRequest } from './source.ts';

export type Fetching = {
  readonly source: string;
  readonly now: () => number;
  readonly download: Download;
  /** How far the file is, in bytes; `total` where the server said it. */
  readonly tell: (bytes: number, total: number | null) => void;
};

const pieceBytes = 256 * 1024;
/** A file that is all there needs no second look at the server for so long: the worker only died before it was read. */
const freshMs = 3_600_000;

export async function fetchFile(
  { source, now, download, tell }: Fetching,
  request: FileRequest,
): Promise<Result<FetchedFile | 'unchanged', ListProblem>> {
  const staging = stagingOf(source, request.url);
  const before = await staging.read();
  if (before?.isComplete === true && Math.abs(now() - before.at) < freshMs) {
    return ok(fetched(staging, before));
  }
  const validator = before === null || before.isComplete ? null : validatorOf(before);
  if (validator === null) await staging.clear();
  const growing = createGrowing(staging, validator === null ? null : before, now);
  const ask = (have: Staged | null): Promise<DownloadAnswer> => {
    let total: number | null = null;
    return download(request.url, {
      maxBytes: request.maxBytes,
      ...(request.known === undefined ? {} : { known: request.known }),
      ...(have === null || validator === null ? {} : { have: { bytes: have.bytes, validator } }),
      onStart: async (start) => {
        ({ total } = start);
        if (start.from === 0) await growing.restart(start);
      },
      onBytes: async (bytes) => {
        await growing.add(bytes);
        tell(growing.bytes(), total);
      },
    });
  };
  let answer = await ask(validator === null ? null : before);
  if (answer === 'refused' && validator !== null) {
    // A server that can not go on in the middle, or has nothing left to send.
    await staging.clear();
    answer = await ask(null);
  }
  if (answer === 'unchanged') await staging.clear();
  if (answer === 'unchanged') return ok('unchanged');
  const staged = await growing.flush(answer === 'complete');
  return answer === 'complete' && staged !== null
    ? ok(fetched(staging, staged))
    : fail(problems[answer]);
}

const fetched = (staging: ReturnType<typeof stagingOf>, staged: Staged): FetchedFile => ({
  etag: staged.etag,
  lastModified: staged.lastModified,
  bytes: staged.bytes,
  pieces: () => staging.pieces(staged),
});

/** What a server can tell the edition by, byte for byte. A weak ETag can not. */
const validatorOf = ({ etag, lastModified }: Staged): string | null =>
  etag !== null && !etag.startsWith('W/') ? etag : lastModified;

/** Small pieces off the network become few rows. */
function createGrowing(
  staging: ReturnType<typeof stagingOf>,
  before: Staged | null,
  now: () => number,
) {
  let staged = before;
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let waitingBytes = 0;
  const flush = async (isComplete: boolean): Promise<Staged | null> => {
    if (staged === null) return null;
    const piece = waitingBytes === 0 ? null : joinBytes(waiting);
    staged = {
      ...staged,
      bytes: staged.bytes + waitingBytes,
      pieces: staged.pieces + (piece === null ? 0 : 1),
      isComplete,
      at: now(),
    };
    [waiting, waitingBytes] = [[], 0];
    await staging.grow(staged, piece);
    return staged;
  };
  return {
    flush,
    bytes: () => (staged?.bytes ?? 0) + waitingBytes,
    async restart({ etag, lastModified }: Pick<Staged, 'etag' | 'lastModified'>) {
      await staging.clear();
      staged = { etag, lastModified, bytes: 0, pieces: 0, isComplete: false, at: now() };
      [waiting, waitingBytes] = [[], 0];
    },
    async add(bytes: Uint8Array<ArrayBuffer>) {
      waiting.push(bytes);
      waitingBytes += bytes.byteLength;
      if (waitingBytes >= pieceBytes) await flush(false);
    },
  };
}

const problems: Readonly<Record<DownloadAnswer, ListProblem>> = {
  // Nothing was sent where something was promised.
  complete: 'not-a-list',
  unchanged: 'not-reachable',
  'too-long': 'too-big',
  offline: 'offline',
  'timed-out': 'not-reachable',
  broken: 'not-reachable',
  'given-up': 'not-reachable',
  'refused-by-policy': 'not-reachable',
  refused: 'not-reachable',
};
