// What the bytes of a fetched page are: whether a page at all, and in which encoding.

/** The start of a page that may name its encoding, as browsers look for it. */
const sniffed = 1024;

export const isPageType = (contentType: string | null): boolean =>
  /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain)\s*(?:;|$)/i.test(contentType ?? '');

/** Bytes as text: by the header's encoding, else by the page's own word, else as UTF-8. */
export function pageText(bytes: Uint8Array, contentType: string | null): string {
  const label =
    charsetIn(contentType ?? '') ??
    charsetIn(new TextDecoder('latin1').decode(bytes.subarray(0, sniffed))) ??
    'utf-8';
  return decoder(label).decode(bytes);
}

const charsetIn = (text: string): string | undefined =>
  /charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(text)?.[1];

function decoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    // An encoding nobody knows.
    return new TextDecoder();
  }
}
