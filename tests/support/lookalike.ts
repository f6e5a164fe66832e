// The packaged brands and the packaged model of addresses, as the worker has them.
import { readFileSync } from 'node:fs';

import { parseStarter } from '@/rules/lists/starter.ts';
import { readAddressModel } from '@/rules/lookalike/address-model.ts';
import { type AddressJudge, createAddressJudge } from '@/rules/lookalike/address-score.ts';
import { type BrandIndex, brandIndexOf } from '@/rules/lookalike/brand-index.ts';

export function packagedBrands(): BrandIndex {
  const starter = parseStarter(JSON.parse(readFileSync('public/lists/starter.json', 'utf8')));
  if (!starter.ok) throw new Error('public/lists/starter.json does not fit its schema');
  return brandIndexOf(starter.value);
}

export function addressJudge(): AddressJudge {
  const model = readAddressModel(
    new Uint8Array(readFileSync('public/models/addresses.bin')).buffer,
  );
  if (model === null) throw new Error('public/models/addresses.bin is no model');
  return createAddressJudge(model, packagedBrands());
}
