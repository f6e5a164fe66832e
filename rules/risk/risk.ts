// What a page gives away about itself: by a label it carries, by an address that imitates another.
import type { BrandIndex } from './brand-index.ts';
import { judgeAddress } from './lookalike.ts';

export type Signal =
  | { readonly kind: 'age-label'; readonly label: string }
  | { readonly kind: 'lookalike'; readonly imitated: string; readonly signs: readonly string[] };

/** Every signal of a page, none for an ordinary one. `ageLabel` is what readAgeLabel() made of the page's own labels. */
export function judgePage(
  brands: BrandIndex,
  page: {
    readonly host: string;
    readonly ageLabel: string | null;
  },
): readonly Signal[] {
  const imitation = judgeAddress(page.host, brands);
  return [
    ...(page.ageLabel === null ? [] : [{ kind: 'age-label', label: page.ageLabel } as const]),
    ...(imitation === null ? [] : [{ kind: 'lookalike', ...imitation } as const]),
  ];
}
