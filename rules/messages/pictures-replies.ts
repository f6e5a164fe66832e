// What a page is told about its pictures. Types only, since they reach the scripts in web pages.
import type { PictureVerdict } from '../pictures/verdict.ts';
import type { Helps } from '../policy/schema.ts';

export type PicturesBegun = { readonly mode: Helps['pictures'] };
export type PicturesChecked = {
  /** "off": the policy has changed, and everything is shown. */
  readonly mode: Helps['pictures'];
  /** In the order of the question; null: not known yet, ask again. */
  readonly verdicts: readonly (PictureVerdict | null)[];
};
