// How much an address looks like those of scams, from the address alone. One weak signal: it is never reason enough by itself.
import type { Address } from '../hosts/address.ts';
import { parentsOf } from '../hosts/match.ts';
import { addressFeatures } from './address-features.ts';
import type { AddressModel } from './address-model.ts';
import type { BrandIndex } from './brand-index.ts';
import { freeHostOf } from './free-hosts.ts';

export type AddressScore = {
  /** Log odds in the mix of addresses it was trained on; only good for comparing. */
  readonly score: number;
  readonly level: 'ordinary' | 'likely' | 'clear';
};
export type AddressJudge = (
  address: Pick<Address, 'host' | 'port' | 'path' | 'search'>,
) => AddressScore;

const ordinary: AddressScore = { score: -Infinity, level: 'ordinary' };

/** A brand's own host, save where strangers have pages on it (docs.google.com). */
const isReal = (host: string, brands: BrandIndex): boolean =>
  freeHostOf(host) === null && parentsOf(host).some((name) => brands.hosts.has(name));

export const createAddressJudge =
  (model: AddressModel, brands: BrandIndex): AddressJudge =>
  (address) => {
    if (address.host === '' || isReal(address.host, brands)) return ordinary;
    const score = scoreOf(model, addressFeatures(address, brands));
    const kind = address.path.length > 1 || address.search !== '' ? 'deep' : 'bare';
    if (score < model.likely[kind]) return { score, level: 'ordinary' };
    return { score, level: score < model.clear[kind] ? 'likely' : 'clear' };
  };

function scoreOf({ weights, scale, bias }: AddressModel, places: readonly number[]): number {
  let sum = 0;
  for (const place of places) sum += weights[place] ?? 0;
  return bias + scale * sum;
}
