// One-time codes by time: RFC 6238 over RFC 4226. The MAC itself is made outside; here are its input, what becomes of its
// output, and which code is taken.
import { sameBytes } from '../guardian/bytes.ts';
import type { Instant } from '../policy/verdict.ts';
import { phoneDigits } from './typed.ts';

export const stepMs = 30_000;
/** A code is taken one step early or late: two clocks, and a voice on the phone. */
const stepsEitherSide = 1;
/** So long a code that was right is told from one that never was: ten minutes. */
const stepsRemembered = 20;

export const stepAt = (at: Instant): number => Math.max(0, Math.floor(at / stepMs));

/** The step as eight bytes, the highest first: what the MAC is made over. */
export function counterBytes(step: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(step / 2 ** 32));
  view.setUint32(4, step % 2 ** 32);
  return bytes;
}

/** RFC 4226, section 5.3: four bytes of an HMAC, at a place that its last byte names, as decimal digits. */
export function codeOfMac(mac: Uint8Array, digits: number = phoneDigits): string {
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const [a = 0, b = 0, c = 0, d = 0] = mac.subarray(offset, offset + 4);
  const value = ((a & 0x7f) << 24) | (b << 16) | (c << 8) | d;
  return String(value % 10 ** digits).padStart(digits, '0');
}

/** The steps whose codes have to be known to judge one, oldest first. */
export function stepsToCompare(at: Instant): readonly number[] {
  const now = stepAt(at);
  const count = stepsRemembered + 1 + stepsEitherSide;
  return Array.from({ length: count }, (_, index) => now - stepsRemembered + index).filter(
    (step) => step >= 0,
  );
}

export type Shown = { readonly step: number; readonly code: string };
export type CodeJudged =
  /** `step` counts from now on, and none before it. */
  { readonly kind: 'right'; readonly step: number } | { readonly kind: 'used' | 'old' | 'wrong' };

/**
 * Judges six digits by what the phone shows at the steps of stepsToCompare. `lastStep` is the newest step that was ever
 * taken: it and all before it are spent, whatever the clock says.
 */
export function judgeCode(
  digits: string,
  shown: readonly Shown[],
  { lastStep, at }: { readonly lastStep: number; readonly at: Instant },
): CodeJudged {
  // Every code is compared, so that the time taken does not tell which one was near.
  const fitting = shown.filter(({ code }) => sameDigits(code, digits)).map(({ step }) => step);
  const now = stepAt(at);
  const fresh = fitting.find((step) => step > lastStep && Math.abs(step - now) <= stepsEitherSide);
  if (fresh !== undefined) return { kind: 'right', step: fresh };
  if (fitting.includes(lastStep)) return { kind: 'used' };
  return { kind: fitting.some((step) => step <= now) ? 'old' : 'wrong' };
}

function sameDigits(a: string, b: string): boolean {
  const encoder = new TextEncoder();
  return sameBytes(encoder.encode(a), encoder.encode(b));
}
