import type { TextPart } from '@/components/page/texts.ts';

/** The catalogue of the guardian's page. */
export const optionsParts: readonly TextPart[] = [
  'guardian',
  'lists',
  'setup',
  'journal',
  'presets',
  'time',
  'codes',
  'picture',
  'growing',
  'packs',
  'helps',
];
