// Beside network.ts the only file that fetches: a picture that a page shows is asked for a second time, so that it can be
// looked at on this device. Without cookies and referrer: the picture's server learns nothing that it did not know.
import { mayRead } from '@/rules/pictures/address.ts';
import { beginning, sniff } from '@/rules/pictures/sniff.ts';

export type PictureFile =
  | { readonly kind: 'picture'; readonly blob: Blob }
  | { readonly kind: 'vector' }
  | { readonly kind: 'none' };

/** More is no picture of a page, and its points would not fit into memory. */
const mostBytes = 12 * 1024 * 1024;
const mostMs = 10_000;
const none: PictureFile = { kind: 'none' };

/** Never throws. `signal`: nobody wants it any more. */
export async function fetchPicture(
  href: string,
  mayBePrivate: boolean,
  signal: AbortSignal,
): Promise<PictureFile> {
  try {
    const response = await fetch(href, {
      headers: { Accept: 'image/avif,image/webp,image/png,image/*;q=0.8' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Nothing of it is kept on disk: what was seen in a private window would outlive it there.
      cache: 'no-store',
      redirect: 'follow',
      signal: AbortSignal.any([signal, AbortSignal.timeout(mostMs)]),
    });
    const isRefused =
      !response.ok ||
      !mayRead(response.url === '' ? href : response.url, mayBePrivate) ||
      !/^image\/|^application\/octet-stream$|^$/.test(response.headers.get('Content-Type') ?? '') ||
      Number(response.headers.get('Content-Length') ?? 0) > mostBytes;
    if (!isRefused) return await readPicture(response);
    await response.body?.cancel();
    return none;
  } catch {
    return none; // no network, no such server, too slow, or not wanted any more: all the same to a picture
  }
}

async function readPicture(response: Response): Promise<PictureFile> {
  const reader = response.body?.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let seen = 0;
  for (;;) {
    const piece = await reader?.read();
    if (piece === undefined || piece.done) break;
    pieces.push(piece.value);
    seen += piece.value.byteLength;
    const first = pieces[0] ?? piece.value;
    const type = seen >= beginning && first.byteLength >= beginning ? sniff(first) : undefined;
    if (type === undefined && seen <= mostBytes) continue;
    if (type !== null && type !== 'svg' && seen <= mostBytes) continue;
    await reader?.cancel();
    return type === 'svg' ? { kind: 'vector' } : none;
  }
  const blob = new Blob(pieces);
  const type = sniff(new Uint8Array(await blob.slice(0, beginning).arrayBuffer()));
  if (type === null) return none;
  return type === 'svg' ? { kind: 'vector' } : { kind: 'picture', blob };
}

/** A file of our own package. Throws if it is not there: that would be a broken build. */
export async function readModelFile(path: string): Promise<ArrayBuffer> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`Not in the package: ${path}`);
  return response.arrayBuffer();
}
