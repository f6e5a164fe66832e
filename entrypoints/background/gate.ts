// A frame that sends thousands of messages a second is turned away before anything is parsed, read or written for it.
import { type Bucket, spend } from '@/rules/messages/bucket.ts';

import type { Ours, UntrustedSender } from './sender.ts';

/** A page says hello, tells of a change of address and asks for time: far below this, also in a fast game. */
const pace = { atOnce: 60, perSecond: 20 };
const mostFrames = 2000;

/** Whether this message is looked at. Our own pages always are. `monotonic`: milliseconds. */
export function createGate(
  { origin }: Ours,
  monotonic: () => number,
): (sender: UntrustedSender) => boolean {
  const buckets = new Map<string, Bucket>();
  return ({ tab, frameId, url }) => {
    if (tab?.id === undefined || url?.startsWith(`${origin}/`) === true) return true;
    const key = `${tab.id}:${frameId ?? 0}`;
    const { bucket, passes } = spend(buckets.get(key), monotonic(), pace);
    // Used last stands last: who is forgotten first has been silent the longest.
    buckets.delete(key);
    buckets.set(key, bucket);
    if (buckets.size > mostFrames) buckets.delete(buckets.keys().next().value ?? key);
    return passes;
  };
}
