// What a page needs from the browser before it can offer Services. Implemented in entrypoints/platform.
import type { Services } from '@/components/services.ts';
import type { AgeBand, Language } from '@/rules/policy/schema.ts';

import type { LoadTexts } from './texts.ts';

/** Kept by the page itself, so that Help speaks the right language while the background is silent. */
export type Remembered = {
  /** Chosen on one of our pages; null: as the guardian set it. */
  readonly chosen: Language | null;
  readonly language: Language;
  readonly country: string;
  readonly band: AgeBand | null;
};

export type Platform = Omit<
  Services,
  'text' | 'wordsOf' | 'language' | 'dir' | 'band' | 'timeZone' | 'setLanguage'
> & {
  readonly loadTexts: LoadTexts;
  readonly recall: () => Remembered;
  readonly remember: (remembered: Remembered) => void;
};
