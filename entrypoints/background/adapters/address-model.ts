// The model of addresses of the package.
import { type AddressModel, readAddressModel } from '@/rules/lookalike/address-model.ts';

import { createModelReader } from './packaged-model.ts';

export type AddressModelReader = () => Promise<AddressModel | null>;

export const createAddressModel = (): AddressModelReader =>
  createModelReader('/models/addresses.bin', (bytes) => readAddressModel(bytes.slice().buffer));
