// gzip, told from its first two bytes, with an end to what unpacks without end.
export class TooBig extends Error {}
export class NotPacked extends Error {}

export type UnpackLimits = {
  readonly mostBytes: number;
  /** Unpacked bytes a packed one may become, once there are more than `freeBytes`: a list of hosts comes to about ten. */
  readonly mostRatio: number;
  readonly freeBytes: number;
};
export const unpackLimits: UnpackLimits = {
  mostBytes: 400_000_000,
  mostRatio: 60,
  freeBytes: 1_000_000,
};

/** Throws TooBig past a limit and NotPacked where the packing is damaged. What is not packed passes as it is. */
export async function* unpacked(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  limits: UnpackLimits = unpackLimits,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const counted = { packed: 0, unpacked: 0 };
  const source = pieces[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done === true) return;
  const all = asStream(first.value, source, counted);
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
  const reader = (isPacked ? all.pipeThrough(new DecompressionStream('gzip')) : all).getReader();
  try {
    for (;;) {
      const piece = await reader.read().catch((error: unknown) => {
        throw isPacked ? new NotPacked(String(error)) : error;
      });
      if (piece.done) return;
      counted.unpacked += piece.value.byteLength;
      const isBomb =
        counted.unpacked > limits.freeBytes && counted.unpacked > counted.packed * limits.mostRatio;
      if (counted.unpacked > limits.mostBytes || isBomb) throw new TooBig();
      yield piece.value;
    }
  } finally {
    // What is left is not read: the one who asked has had enough, or it was too much.
    reader.cancel().catch(() => undefined);
  }
}

/** A stream that asks for the next piece only when the last one was taken. */
const asStream = (
  first: Uint8Array<ArrayBuffer>,
  rest: AsyncIterator<Uint8Array<ArrayBuffer>>,
  counted: { packed: number },
): ReadableStream<Uint8Array<ArrayBuffer>> => {
  let next: Uint8Array<ArrayBuffer> | null = first;
  return new ReadableStream(
    {
      async pull(controller) {
        const piece = next ?? (await rest.next()).value;
        next = null;
        if (piece === undefined) return controller.close();
        counted.packed += piece.byteLength;
        controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
};
