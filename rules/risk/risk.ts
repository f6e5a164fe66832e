// What a page gives away about itself: by a label it carries, by an address that imitates another.
import { readAgeLabel } from './age-label.ts';
import type { BrandIndex } from './brand-index.ts';
import { judgeAddress } from './lookalike.ts';

export type Signal =
  | { readonly kind: 'age-label'; readonly label: string }
  | { readonly kind: 'lookalike'; readonly imitated: string; readonly signs: readonly string[] };

/** Every signal of a page, none for an ordinary one. `labels` is what the content script found (age-label.ts). */
export function judgePage(
  brands: BrandIndex,
  page: {
    readonly host: string;
    readonly labels: readonly string[];
  },
): readonly Signal[] {
  const age = readAgeLabel(page.labels);
  const imitation = judgeAddress(page.host, brands);
  return [
    ...(age === null ? [] : [{ kind: 'age-label', label: age.label } as const]),
    ...(imitation === null ? [] : [{ kind: 'lookalike', ...imitation } as const]),
  ];
}
