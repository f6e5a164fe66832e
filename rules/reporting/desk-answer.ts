// What a desk's web server answered, whatever it speaks: read without trust.
import { readJson } from '../json.ts';
import type { Problem } from './back-off.ts';

export type DeskAnswer = {
  readonly status: number;
  /** Where the answer came from. */
  readonly url: string;
  readonly contentType: string | null;
  readonly retryAfter: string | null;
  readonly body: string;
};
export type Failed = { readonly problem: Problem; readonly retryAfterMs: number | null };

/** Its JSON, if it says that it is some and comes from the desk's own origin; undefined if not. */
export function jsonFrom({ url, contentType, body }: DeskAnswer, endpoint: string): unknown {
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType ?? '');
  return isJson && isSameOrigin(url, endpoint) ? readJson(body) : undefined;
}

const isSameOrigin = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
