// Reads a published list as it arrives: bytes in, canonical hosts out, memory for one line.
import { fail, ok, type Result } from '../../result.ts';
import { createLineReader, type OnHost } from './line-reader.ts';
import type { ListFailure, ListLimits, ListSummary } from './result.ts';
import { markLength, signatureLength, signatureOf } from './signature.ts';

export type ListReader = {
  /** Once it failed, it fails for good. */
  write(chunk: Uint8Array): Result<void, ListFailure>;
  end(): Result<ListSummary, ListFailure>;
};

/**
 * The form is told from the content. The same bytes give the same hosts and the same failure, however they are cut.
 * A host may be given twice, if it stands in two places.
 */
export function createListReader(limits: ListLimits, onHost: OnHost): ListReader {
  const lines = createLineReader(limits, onHost);
  let head: number[] = [];
  let isPastHead = false;
  let bytes = 0;
  let failure: ListFailure | null = null;

  const read = (chunk: Uint8Array): void => {
    const isTooMuch = bytes + chunk.length > limits.mostBytes;
    const within = isTooMuch ? chunk.subarray(0, Math.max(0, limits.mostBytes - bytes)) : chunk;
    const nul = within.indexOf(0);
    failure = lines.read(nul === -1 ? within : within.subarray(0, nul));
    if (nul !== -1) failure ??= lines.fault('binary', bytes + nul);
    if (isTooMuch) {
      failure ??= lines.fault('too-many-bytes', limits.mostBytes, String(limits.mostBytes));
    }
    bytes += within.length;
  };
  const readHead = (): void => {
    isPastHead = true;
    const first = Uint8Array.from(head);
    failure = signatureOf(first);
    if (failure !== null) return;
    bytes = markLength(first);
    lines.leaveOut(bytes);
    read(first.subarray(bytes));
  };
  return {
    write(chunk) {
      let rest = chunk;
      if (!isPastHead) {
        const taken = chunk.subarray(0, signatureLength - head.length);
        head = [...head, ...taken];
        rest = chunk.subarray(taken.length);
        if (head.length === signatureLength) readHead();
      }
      if (failure === null && isPastHead) read(rest);
      return failure === null ? ok(undefined) : fail(failure);
    },
    end() {
      if (!isPastHead) readHead();
      failure ??= lines.end();
      if (failure !== null) return fail(failure);
      failure = lines.fault('ended', bytes);
      return ok(lines.summary(bytes));
    },
  };
}
