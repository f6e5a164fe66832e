// The only file that fetches. What leaves goes to a desk the family's policy or country pack names, asks for a list the
// guardian accepted, for a newer pack where the one in use says it is, or for one page whose words the guardian wants to
// read, and nothing else leaves.
import { browser } from 'wxt/browser';

import { isListAddress } from '@/rules/lists/address.ts';
import type { PreviewFailure } from '@/rules/messages/replies.ts';
import { isAcceptableEndpoint } from '@/rules/packs/endpoint.ts';
import { pageText } from '@/rules/preview/page-type.ts';

import { readBeginning, whyNoPage } from './page-body.ts';

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
    /** POST unless it says otherwise; the others have no body. */
    readonly method?: 'GET' | 'POST' | 'DELETE';
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly timeoutMs?: number;
    readonly maxReplyBytes?: number;
  },
) => Promise<NetworkAnswer>;

const ordinaryTimeoutMs = 20_000;
const ordinaryReplyBytes = 64 * 1024;

/** One request to a desk without cookies, referrer, cache or redirect. Never throws. */
export const post: Post = async (url, request) => {
  if (!isAcceptableEndpoint(url)) return { kind: 'refused-by-policy' };
  if (isOffline(url)) return { kind: 'offline' };
  const signal = AbortSignal.timeout(request.timeoutMs ?? ordinaryTimeoutMs);
  try {
    const response = await fetch(url, {
      method: request.method ?? 'POST',
      headers: request.headers,
      ...(request.body === '' ? {} : { body: request.body }),
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

export type DownloadRequest = {
  /** The edition at hand: a server that has no newer one answers "unchanged". */
  readonly known?: { readonly etag: string | null; readonly lastModified: string | null };
  /** Bytes that an earlier try brought, and what names the edition they are of; asked for is only the rest. */
  readonly have?: { readonly bytes: number; readonly validator: string };
  /** Counted with what an earlier try brought. */
  readonly maxBytes: number;
  /** Wait for the first word, and for each further piece of `stallBytes`: who drips is given up as well. */
  readonly waitMs?: number;
  readonly stallBytes?: number;
  /** For all of it: who goes on just fast enough would keep every other list waiting for weeks. A later try goes on. */
  readonly mostMs?: number;
  readonly signal?: AbortSignal;
  /** Before the first byte: from where on it comes, and how many there will be in all if the server says so. */
  readonly onStart: (start: DownloadStart) => Promise<void>;
  readonly onBytes: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
};
export type DownloadStart = {
  readonly from: number;
  readonly total: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
};
export type DownloadAnswer =
  | 'complete'
  | 'unchanged'
  | 'too-long'
  | 'offline'
  | 'timed-out'
  | 'broken'
  | 'given-up'
  | 'refused-by-policy'
  /** Any other status: nothing there, or nothing for us. */
  | 'refused';
type Start = DownloadStart | Exclude<DownloadAnswer, 'complete'>;
export type Download = (url: string, request: DownloadRequest) => Promise<DownloadAnswer>;

/**
 * One GET without cookies, referrer, cache or redirect, and without a word about who asks. What `onStart` and `onBytes`
 * throw is thrown on; nothing else throws.
 */
export const download: Download = async (url, request) => {
  if (!isListAddress(url)) return 'refused-by-policy';
  if (isOffline(url)) return 'offline';
  const patience = createPatience(request.waitMs ?? 60_000, request.mostMs ?? 3_600_000);
  const given = request.signal === undefined ? [] : [request.signal];
  try {
    const response = await fetch(url, {
      headers: downloadHeaders(request),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.any([patience.signal, ...given]),
    }).catch(() => null);
    if (response === null) return whyBroken(url, request, patience.signal);
    const start = startOf(response, request);
    if (typeof start === 'string') {
      await response.body?.cancel();
      return start;
    }
    await request.onStart(start);
    const end = await readPieces(response, start, request, () => patience.goOn());
    return end === 'broken' ? whyBroken(url, request, patience.signal) : end;
  } finally {
    patience.end();
  }
};

const downloadHeaders = ({ known, have }: DownloadRequest): Record<string, string> => ({
  // The browser would tell the family's languages.
  'Accept-Language': '*',
  ...(have === undefined ? {} : { Range: `bytes=${have.bytes}-`, 'If-Range': have.validator }),
  ...(known?.etag == null ? {} : { 'If-None-Match': known.etag }),
  ...(known?.lastModified == null ? {} : { 'If-Modified-Since': known.lastModified }),
});

/** Where the body begins and ends, or why it is not read. */
function startOf({ status, headers }: Response, { have, maxBytes }: DownloadRequest): Start {
  if (status === 304) return 'unchanged';
  if (status !== 200 && (status !== 206 || have === undefined)) return 'refused';
  const from = status === 206 ? (have?.bytes ?? 0) : 0;
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('Content-Range') ?? '');
  if (status === 206 && Number(range?.[1]) !== from) return 'refused';
  // Of what the browser unpacks on the way, the header tells the packed length.
  const isPacked = headers.has('Content-Encoding');
  const length = status === 206 ? range?.[2] : headers.get('Content-Length');
  const total = !isPacked && /^\d+$/.test(length ?? '') ? Number(length) : null;
  if ((total ?? 0) > maxBytes) return 'too-long';
  return {
    from,
    total,
    etag: validatorIn(headers, 'ETag', 300),
    lastModified: validatorIn(headers, 'Last-Modified', 100),
  };
}

/** One that is longer than what is kept of a list counts as none: else no edition of that server could ever be taken. */
function validatorIn(headers: Headers, name: string, most: number): string | null {
  const value = headers.get(name);
  return value === null || value.length > most ? null : value;
}

async function readPieces(
  response: Response,
  { from, total }: DownloadStart,
  { maxBytes, stallBytes = 4096, onBytes }: DownloadRequest,
  goOn: () => void,
): Promise<'complete' | 'too-long' | 'broken'> {
  const reader = response.body?.getReader();
  let [seen, counted] = [from, from];
  for (;;) {
    // A connection that breaks rejects here, as does the end of patience.
    const piece = await reader?.read().catch(() => null);
    if (piece === null) return 'broken';
    if (piece === undefined || piece.done) return seen < (total ?? 0) ? 'broken' : 'complete';
    seen += piece.value.byteLength;
    if (seen > maxBytes) {
      await reader?.cancel();
      return 'too-long';
    }
    if (seen - counted >= stallBytes) {
      counted = seen;
      goOn();
    }
    await onBytes(piece.value);
  }
}

/** A signal that comes when nothing has gone on for so long, or when it goes on for longer than `mostMs`. */
function createPatience(ms: number, mostMs: number) {
  const over = new AbortController();
  const wait = (): ReturnType<typeof setTimeout> => setTimeout(() => over.abort(), ms);
  let timer = wait();
  const last = setTimeout(() => over.abort(), mostMs);
  return {
    signal: over.signal,
    end(): void {
      clearTimeout(timer);
      clearTimeout(last);
    },
    goOn() {
      clearTimeout(timer);
      timer = wait();
    },
  };
}

function whyBroken(url: string, { signal }: DownloadRequest, over: AbortSignal): DownloadAnswer {
  if (signal?.aborted === true) return 'given-up';
  if (over.aborted) return 'timed-out';
  return isOffline(url) ? 'offline' : 'broken';
}

export type PageAnswer =
  | { readonly kind: 'page'; readonly html: string; readonly isCut: boolean }
  | { readonly kind: Exclude<PreviewFailure, 'private'> };

/** The beginning of one page: no cookies, no redirect followed, nothing but text, ten seconds in all. Never throws. */
export async function fetchPage(url: string, maxBytes = 256 * 1024): Promise<PageAnswer> {
  if (isOffline(url)) return { kind: 'offline' };
  const signal = AbortSignal.timeout(10_000);
  try {
    const response = await fetch(url, {
      headers: { Accept: 'text/html,text/plain;q=0.5', 'Accept-Language': '*' },
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    });
    const contentType = response.headers.get('Content-Type');
    const refused = whyNoPage(response);
    if (refused !== null) {
      await response.body?.cancel();
      return { kind: refused };
    }
    const { bytes, isCut } = await readBeginning(response, maxBytes);
    return { kind: 'page', html: pageText(bytes, contentType), isCut };
  } catch {
    // fetch has one error for everything: the signal and the browser's own state tell more.
    if (signal.aborted) return { kind: 'timed-out' };
    return { kind: isOffline(url) ? 'offline' : 'broken' };
  }
}

/** A JSON file of our own package. Throws if it is not there or is not JSON: that would be a broken build. */
export const readPackaged = async (path: string): Promise<unknown> => (await packaged(path)).json();

/** The same of a file that is no text. */
export const readPackagedBytes = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await packaged(path)).arrayBuffer());

async function packaged(path: string): Promise<Response> {
  // WXT types the paths of public files; this one is chosen at run time.
  const address = browser.runtime.getURL(path as Parameters<typeof browser.runtime.getURL>[0]);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`Not in the package: ${path}`);
  return response;
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
