import type { Language } from '@/rules/policy/schema.ts';
import type { Catalogue } from '@/rules/words/text.ts';

/** One file of the catalogue: public/texts/LANGUAGE/PART.json. */
export type TextPart =
  | 'shared'
  | 'blocked'
  | 'report'
  | 'form'
  | 'help'
  | 'page'
  | 'popup'
  | 'mine'
  | 'rules'
  | 'journal'
  | 'presets'
  | 'setup'
  | 'guardian'
  | 'lists'
  | 'time'
  | 'codes'
  | 'picture'
  | 'pictures'
  | 'growing'
  | 'packs'
  | 'guides'
  | 'helps';
export type LoadTexts = (language: Language, part: TextPart) => Promise<Catalogue>;

/** The parts of one language, as one catalogue. Later parts win over earlier ones. */
export async function loadTexts(
  load: LoadTexts,
  language: Language,
  parts: readonly TextPart[],
): Promise<Catalogue> {
  const loaded = await Promise.all(parts.map((part) => load(language, part)));
  return Object.assign({}, ...loaded) as Catalogue;
}
