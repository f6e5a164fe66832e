// Cuts a stream of bytes into lines, keeping no more than one line.
const newline = 0x0a;

export type LineFault = 'long-line' | null;
export type LineSplitter = {
  /** Hands out every line that ends in these bytes. Stops early when `onLine` answers false. */
  write(chunk: Uint8Array): LineFault;
  /** Hands out what stands after the last line end. */
  end(): void;
};

/** Bytes from `start` to before `end` are the line without its line feed; they are good only during the call. */
export type OnLine = (bytes: Uint8Array, start: number, end: number) => boolean;

export function createLineSplitter(longestLine: number, onLine: OnLine): LineSplitter {
  let pending = new Uint8Array(0);
  let held = 0;
  const hold = (chunk: Uint8Array, start: number, end: number): boolean => {
    const length = held + end - start;
    if (length > longestLine) return false;
    if (length > pending.length) {
      const larger = new Uint8Array(Math.min(longestLine, 2 * length + 256));
      larger.set(pending.subarray(0, held));
      pending = larger;
    }
    pending.set(chunk.subarray(start, end), held);
    held = length;
    return true;
  };
  return {
    write(chunk) {
      let start = 0;
      while (start < chunk.length) {
        const found = chunk.indexOf(newline, start);
        if (found === -1) return hold(chunk, start, chunk.length) ? null : 'long-line';
        if (held + found - start > longestLine) return 'long-line';
        if (!give(chunk, start, found)) return null;
        start = found + 1;
      }
      return null;
    },
    end() {
      if (held > 0) give(pending, held, held);
    },
  };

  function give(chunk: Uint8Array, start: number, end: number): boolean {
    if (held === 0) return onLine(chunk, start, end);
    if (chunk !== pending) hold(chunk, start, end);
    const length = held;
    held = 0;
    return onLine(pending, 0, length);
  }
}
