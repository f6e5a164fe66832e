// The only file that fetches. What leaves goes to a desk the family's policy or country pack names, and to nobody else.
import { browser } from 'wxt/browser';

import { isAcceptableEndpoint } from '@/rules/packs/endpoint.ts';

export type NetworkAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Where the answer came from; redirects are refused, so it is where we asked. */
      readonly url: string;
      readonly contentType: string | null;
      readonly retryAfter: string | null;
      /** Empty if it was longer than allowed. */
      readonly body: string;
    }
  | { readonly kind: 'offline' }
  | { readonly kind: 'timed-out' }
  /** Connection refused or broken, wrong certificate, redirect. Something may have arrived. */
  | { readonly kind: 'broken' }
  /** Never asked: the address is neither https nor this machine. */
  | { readonly kind: 'refused-by-policy' };

export type Post = (
  url: string,
  request: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly timeoutMs?: number;
    readonly maxReplyBytes?: number;
  },
) => Promise<NetworkAnswer>;

const ordinaryTimeoutMs = 20_000;
const ordinaryReplyBytes = 64 * 1024;

/** One POST without cookies, referrer, cache or redirect. Never throws. */
export const post: Post = async (url, request) => {
  if (!isAcceptableEndpoint(url)) return { kind: 'refused-by-policy' };
  if (isOffline(url)) return { kind: 'offline' };
  const signal = AbortSignal.timeout(request.timeoutMs ?? ordinaryTimeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: request.headers,
      body: request.body,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      // Lets a request that is on its way end even if the worker does not live that long.
      keepalive: true,
      signal,
    });
    return {
      kind: 'answered',
      status: response.status,
      url: response.url,
      contentType: response.headers.get('Content-Type'),
      retryAfter: response.headers.get('Retry-After'),
      body: await readAtMost(response, request.maxReplyBytes ?? ordinaryReplyBytes),
    };
  } catch {
    // fetch has one error for everything: the signal and the browser's own state tell more.
    if (signal.aborted) return { kind: 'timed-out' };
    return { kind: isOffline(url) ? 'offline' : 'broken' };
  }
};

/** A JSON file of our own package. Throws if it is not there or is not JSON: that would be a broken build. */
export async function readPackaged(path: string): Promise<unknown> {
  // WXT types the paths of public files; this one is chosen at run time.
  const address = browser.runtime.getURL(path as Parameters<typeof browser.runtime.getURL>[0]);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`Not in the package: ${path}`);
  return response.json();
}

/** Plain http goes to this machine only (endpoint.ts): that needs no network. */
const isOffline = (url: string): boolean => !navigator.onLine && new URL(url).protocol === 'https:';

async function readAtMost(response: Response, bytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let seen = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    seen += value.byteLength;
    if (seen > bytes) {
      await reader.cancel();
      return '';
    }
    text += decoder.decode(value, { stream: true });
  }
}
