// A bucket of tokens: so many at once, then so many a second.

export type Bucket = { readonly tokens: number; readonly at: number };
export type Pace = { readonly atOnce: number; readonly perSecond: number };

/** The bucket after one more try at `now` (milliseconds of a clock that only goes forward), and whether it may pass. */
export function spend(
  bucket: Bucket | undefined,
  now: number,
  { atOnce, perSecond }: Pace,
): { readonly bucket: Bucket; readonly passes: boolean } {
  const before = bucket ?? { tokens: atOnce, at: now };
  const gained = (Math.max(0, now - before.at) / 1000) * perSecond;
  const tokens = Math.min(atOnce, before.tokens + gained);
  const passes = tokens >= 1;
  return { bucket: { tokens: passes ? tokens - 1 : tokens, at: now }, passes };
}
