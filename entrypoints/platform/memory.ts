// What pages keep for themselves, so that Help speaks the right language while the background is silent.
// It says nothing of what anyone did.
import type { Remembered } from '@/components/page/platform.ts';

const key = 'saathi-page';

export function recall(): Remembered {
  const first: Remembered = {
    chosen: null,
    language: navigator.languages.some((language) => /^ur\b/i.test(language)) ? 'ur' : 'en',
    country: 'ZZ',
    band: null,
  };
  try {
    return { ...first, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Remembered>) };
  } catch {
    // Storage is closed to us or holds something else: begin anew.
    return first;
  }
}

export function remember(remembered: Remembered): void {
  try {
    localStorage.setItem(key, JSON.stringify(remembered));
  } catch {
    // Full or closed: the page works without a memory.
  }
}
