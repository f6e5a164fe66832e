// Messages about codes, cards and grants -> use cases.
import type { codesContract } from '@/rules/messages/codes-contract.ts';

import type { HandlersOf } from '../answer.ts';
import {
  pairPhone,
  readCodes,
  readCodesState,
  redeemCode,
  removePhone,
} from '../use-cases/codes.ts';
import { takeGrant } from '../use-cases/grants.ts';
import {
  addSignerChild,
  makeSigner,
  readSigner,
  removeSignerChild,
  signGrant,
} from '../use-cases/signer.ts';
import { makeVouchers, redeemVoucher, withdrawVouchers } from '../use-cases/vouchers.ts';
import type { World } from '../world.ts';

type CodesHandlers = HandlersOf<keyof typeof codesContract>;

export const createCodesHandlers = (world: World): CodesHandlers => ({
  'codes.state': () => readCodesState(world),
  'codes.read': (asked) => readCodes(world, asked),
  'phone.pair': (pairing) => pairPhone(world, pairing),
  'phone.remove': (removal) => removePhone(world, removal),
  'code.redeem': (typed) => redeemCode(world, typed),
  'vouchers.make': (sheet) => makeVouchers(world, sheet),
  'vouchers.withdraw': (sheet) => withdrawVouchers(world, sheet),
  'voucher.redeem': (typed) => redeemVoucher(world, typed),
  'signer.read': (asked) => readSigner(world, asked),
  'signer.make': (asked) => makeSigner(world, asked),
  'signer.add': (card) => addSignerChild(world, card),
  'signer.remove': (child) => removeSignerChild(world, child),
  'grant.sign': (grant) => signGrant(world, grant),
  'grant.take': (file) => takeGrant(world, file),
});
