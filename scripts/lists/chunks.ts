// Cuts hosts into chunks, and finds how few chunks say what has changed since the last edition.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

import { hashOfName } from '../../rules/hosts/suffix-set.ts';
import { textOf } from '../../rules/lists/feed/chunk.ts';
import { feedLimits } from '../../rules/lists/feed/limits.ts';
import type { Chunk } from '../../rules/lists/feed/schema.ts';

/** A chunk with its hosts, and its bytes where it is new. */
export type Part = {
  readonly chunk: Chunk;
  readonly hosts: readonly string[];
  readonly bytes: Buffer | null;
};
export type Parts = { readonly chunks: readonly Part[]; readonly removed: readonly Part[] };

const usualHosts = 16_384;
const fewestHosts = usualHosts / 4;
const mostHosts = usualHosts * 4;
/** So short a list is sent whole: its changes would hardly weigh less. */
const shortList = 2_000;
/** Each edition leaves a small chunk or two; from so many on they are joined. */
const mostSmallParts = 24;
/** Of the hosts that are meant: more ballast than that is not carried along. */
const mostRemovedShare = 0.25;
const bestKnownTiers = [1_000, 9_000, 90_000];
const bestKnownTier = 200_000;

/**
 * Cuts sorted hosts after every host whose hash says so: neighbours stay together, which packs better, and one host more
 * moves no other cut.
 */
export function cut(hosts: readonly string[]): string[][] {
  const all: string[][] = [];
  let start = 0;
  for (let at = 0; at < hosts.length; at += 1) {
    const length = at + 1 - start;
    const isCut = length >= fewestHosts && hashOfName(hosts[at] ?? '') % usualHosts === 0;
    if (!isCut && length < mostHosts && at + 1 < hosts.length) continue;
    all.push(hosts.slice(start, at + 1));
    start = at + 1;
  }
  return all;
}

/**
 * The chunks for these sorted hosts, with as many of the last edition's as can stay: new hosts get chunks of their own,
 * hosts that are gone are named in removed chunks, and now and then both are tidied up.
 */
export function nextParts(before: Parts | null, wanted: readonly string[]): Parts {
  const meant = new Set(wanted);
  const kept = chunksToKeep(before, meant);
  const there = new Set(kept.chunks.flatMap(({ hosts }) => hosts));
  const added = wanted.filter((host) => !there.has(host));
  const gone = [...there].filter((host) => !meant.has(host));
  const stillGone = new Set(gone);
  const removedKept = kept.removed.filter(({ hosts }) =>
    hosts.every((host) => stillGone.has(host)),
  );
  for (const { hosts } of removedKept) for (const host of hosts) stillGone.delete(host);
  return {
    chunks: [...kept.chunks, ...cut(added).map(pack)],
    removed: [...removedKept, ...cut([...stillGone].sort()).map(pack)],
  };
}

const nothing: Parts = { chunks: [], removed: [] };

function chunksToKeep(before: Parts | null, meant: ReadonlySet<string>): Parts {
  if (before === null || meant.size <= shortList) return nothing;
  const small = before.chunks.filter(({ hosts }) => hosts.length < fewestHosts);
  const isScattered = small.length + before.removed.length > mostSmallParts;
  const kept = isScattered
    ? { chunks: before.chunks.filter((part) => !small.includes(part)), removed: [] }
    : before;
  const gone = kept.chunks
    .map(({ hosts }) => hosts.filter((host) => !meant.has(host)).length)
    .reduce((sum, count) => sum + count, 0);
  const most = Math.min(meant.size * mostRemovedShare, feedLimits.mostRemoved);
  return gone > most ? nothing : kept;
}

/** Hosts with the best known first, in tiers that are sorted within. */
export function bestKnownParts(ranked: readonly string[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < ranked.length;) {
    const tier = bestKnownTiers[parts.length] ?? bestKnownTier;
    parts.push(pack(ranked.slice(at, at + tier).sort()));
    at += tier;
  }
  return parts;
}

function pack(hosts: readonly string[]): Part {
  const text = Buffer.from(textOf(hosts));
  const bytes = gzipSync(text, { level: 9 });
  // The system that packed it says nothing about the hosts: the same on each.
  bytes[9] = 255;
  const sha256 = sha256Hex(bytes);
  const chunk = { sha256, length: bytes.length, size: text.length, hosts: hosts.length };
  return { chunk, hosts, bytes };
}

/** A chunk of the last edition out of its file. */
export function unpack(chunk: Chunk, bytes: Buffer): Part {
  if (sha256Hex(bytes) !== chunk.sha256) throw new Error(`Chunk ${chunk.sha256} is damaged`);
  return { chunk, hosts: gunzipSync(bytes).toString().split('\n').slice(0, -1), bytes: null };
}

const sha256Hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
