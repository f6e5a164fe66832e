// Proof of work instead of a captcha: a flood costs its sender, a report costs a moment.
import { leadingZeroBits, workText } from '@/rules/reporting/intake/requests.ts';

/** Hashes under way at once: the browser computes them beside us, and whoever else wants a word gets in between. */
const batch = 512;

/** A nonce that fits. `bits` is bounded by whoever read the challenge: twice as many hashes for each. */
export async function solveWork(
  challenge: string,
  bits: number,
  reportId: string,
): Promise<string> {
  const encoder = new TextEncoder();
  for (let start = 0; ; start += batch) {
    const nonces = Array.from({ length: batch }, (_, at) => (start + at).toString(36));
    const digests = await Promise.all(
      nonces.map((nonce) =>
        crypto.subtle.digest('SHA-256', encoder.encode(workText(challenge, reportId, nonce))),
      ),
    );
    const found = digests.findIndex((digest) => leadingZeroBits(new Uint8Array(digest)) >= bits);
    if (found >= 0) return nonces[found] ?? '';
  }
}
