// An answer that should be a page: whether it is one, and its first bytes.
import { isPageType } from '@/rules/preview/page-type.ts';

export function whyNoPage({
  type,
  status,
  ok,
  headers,
}: Response): 'moved' | 'refused' | 'not-a-page' | null {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'moved';
  if (!ok) return 'refused';
  return isPageType(headers.get('Content-Type')) ? null : 'not-a-page';
}

/** What comes after `most` bytes is not waited for. */
export async function readBeginning(
  response: Response,
  most: number,
): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> {
  if (response.body === null) return { bytes: new Uint8Array(), isCut: false };
  const reader = response.body.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let seen = 0;
  while (seen <= most) {
    const piece = await reader.read();
    if (piece.done) return { bytes: await joined(pieces), isCut: false };
    pieces.push(piece.value);
    seen += piece.value.byteLength;
  }
  await reader.cancel();
  return { bytes: (await joined(pieces)).subarray(0, most), isCut: seen > most };
}

const joined = (pieces: Uint8Array<ArrayBuffer>[]): Promise<Uint8Array> => new Blob(pieces).bytes();
