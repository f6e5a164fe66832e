// Whether a child's pictures are looked at, and how. On pages of help they never are: help is not read.
import { isOfAge } from '@/rules/growing/age.ts';
import { parseAddress } from '@/rules/hosts/address.ts';
import { parentsOf } from '@/rules/hosts/match.ts';
import { helpsOf } from '@/rules/policy/helps.ts';
import type { Helps } from '@/rules/policy/schema.ts';

import { refreshOpenPages, registerPictures } from '../adapters/picture-tabs.ts';
import { quietly } from '../listeners/quietly.ts';
import type { Loaded } from './situation.ts';

export const pictureMode = ({ profile, situation }: Loaded): Helps['pictures'] =>
  isOfAge(profile, situation.moment) ? 'off' : helpsOf(profile).pictures;

export function pictureModeAt(loaded: Loaded, url: string): Helps['pictures'] {
  const host = parseAddress(url)?.host ?? '';
  const names = new Set(host === '' ? [] : parentsOf(host));
  return loaded.helpHosts.some((help) => names.has(help)) ? 'off' : pictureMode(loaded);
}

/** Makes the scripts that cover pictures equal to the policy. Whoever reconciles does not wait for pages. */
export async function keepPictures(loaded: Loaded): Promise<void> {
  const mode = pictureMode(loaded);
  try {
    if (await registerPictures(mode)) quietly(() => refreshOpenPages(mode))();
  } catch (error) {
    // oxlint-disable-next-line no-console -- the browser refused: verdicts do not hang on pictures, and the next change tries again.
    console.error('Saathi: the scripts for pictures could not be registered', error);
  }
}
