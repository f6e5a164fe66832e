// What befalls each report on its way, drawn from a seed: the same seed is the same fire.

/** A point of delivery at which something happens. */
export type Fate =
  | { readonly kind: 'calm' }
  /** So many milliseconds after the click was answered, most often while it can still be undone. */
  | { readonly kind: 'killed-waiting'; readonly who: Victim; readonly afterMs: number }
  /** Its first request has reached the way to the desk; the desk has accepted it but the answer is not back; the answer is back. */
  | {
      readonly kind: 'killed-sending';
      readonly who: Victim;
      readonly point: 'arrived' | 'accepted' | 'answered';
      readonly afterMs: number;
    }
  /** The desk accepted, and nobody hears of it: the line breaks, or stays silent until the sender gives up. */
  | { readonly kind: 'answer-lost'; readonly how: 'broken' | 'silent' };
export type Victim = 'worker' | 'browser';

const undoMs = 10_000;

/** Three of four reports meet something. */
export function drawFate(random: () => number): Fate {
  const kind = random();
  const who: Victim = random() < 0.67 ? 'worker' : 'browser';
  if (kind < 0.25) return { kind: 'calm' };
  if (kind < 0.4) {
    // Half of them right after the click, when the last write has just been made.
    return { kind: 'killed-waiting', who, afterMs: random() * (random() < 0.5 ? 50 : undoMs) };
  }
  if (kind < 0.8) {
    const point = (['arrived', 'accepted', 'answered'] as const)[Math.floor(random() * 3)];
    return { kind: 'killed-sending', who, point: point ?? 'arrived', afterMs: random() * 40 };
  }
  return { kind: 'answer-lost', how: random() < 0.85 ? 'broken' : 'silent' };
}
