// The text of a chunk: canonical hosts, one a line, each line ended by a line feed, in ascending order of their bytes.
import { fail, ok, type Result } from '../../result.ts';
import type { FeedFailure } from './failure.ts';
import type { Chunk } from './schema.ts';

const shape = /^(?:[a-z0-9_-]{1,63}\.)+[a-z][a-z0-9_-]{0,62}$/;

/**
 * A name of two labels or more: no number, no star, no path, nothing to run. Only its letters are looked at, so that every
 * client takes the same chunks: browsers do not agree on which "xn--" labels are names, and one that is none closes nothing.
 */
export const isFeedHost = (text: string): boolean => text.length <= 253 && shape.test(text);

/** The hosts of a chunk, all or none. */
export function hostsOf(text: string, chunk: Chunk): Result<readonly string[], FeedFailure> {
  if (text === '') return chunk.hosts === 0 ? ok([]) : fail('bad-chunk');
  if (!text.endsWith('\n')) return fail('bad-chunk');
  const hosts = text.slice(0, -1).split('\n');
  if (hosts.length !== chunk.hosts) return fail('bad-chunk');
  let before = '';
  for (const host of hosts) {
    if (host <= before || !isFeedHost(host)) return fail('bad-chunk');
    before = host;
  }
  return ok(hosts);
}

export const textOf = (hosts: readonly string[]): string =>
  hosts.map((host) => `${host}\n`).join('');
