// What a page gives away about itself: by a label it carries, by an address that imitates another, by what was read in it.
import type { BrandIndex } from '../lookalike/brand-index.ts';
import { judgeAddress } from '../lookalike/lookalike.ts';
import type { FoundRisk } from './found.ts';

export type Signal =
  | { readonly kind: 'age-label'; readonly label: string }
  | { readonly kind: 'lookalike'; readonly imitated: string; readonly signs: readonly string[] }
  | ({ readonly kind: 'risk' } & FoundRisk);

/** Every signal of a page, none for an ordinary one. `ageLabel` is what readAgeLabel() made of the page's own labels. */
export function judgePage(
  brands: BrandIndex,
  page: {
    readonly host: string;
    readonly ageLabel: string | null;
    /** What reading the page found before; null: nothing, or it was not read. */
    readonly risk?: FoundRisk | null;
  },
): readonly Signal[] {
  const imitation = judgeAddress(page.host, brands);
  return [
    ...(page.ageLabel === null ? [] : [{ kind: 'age-label', label: page.ageLabel } as const]),
    ...(imitation === null ? [] : [{ kind: 'lookalike', ...imitation } as const]),
    ...(page.risk ? [{ kind: 'risk', ...page.risk } as const] : []),
  ];
}
