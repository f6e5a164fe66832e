// Phones that show codes. A secret is kept only as a key that can sign and never be read again.
import * as z from 'zod/mini';

import {
  codeOfMac,
  type CodeJudged,
  counterBytes,
  judgeCode,
  stepsToCompare,
} from '@/rules/codes/totp.ts';
import { parseWith } from '@/rules/parse.ts';
import type { Instant } from '@/rules/policy/verdict.ts';

import type { World } from '../world.ts';

export const mostPhones = 3;

const phoneSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  pairedAt: z.number(),
  lastUsedAt: z.nullable(z.number()),
  /** The newest step that was taken: it and all before it are spent, also after a restart or with the clock set back. */
  lastStep: z.number(),
  key: z.custom<CryptoKey>((value) => value instanceof CryptoKey),
});
const phonesSchema = z.array(phoneSchema);
export type Phone = z.infer<typeof phoneSchema>;

/** What is damaged takes no code. */
export async function readPhones(world: World): Promise<readonly Phone[]> {
  const stored = parseWith(phonesSchema, await (await world.database()).secrets.read('phones'));
  return stored.ok ? stored.value : [];
}

export const savePhones = async (world: World, phones: readonly Phone[]): Promise<void> =>
  (await world.database()).secrets.save('phones', phones);

export const codeKeyOf = (secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);

/** Judges six digits by one phone. */
export async function judgeBy(
  { key, lastStep }: Pick<Phone, 'key' | 'lastStep'>,
  digits: string,
  at: Instant,
): Promise<CodeJudged> {
  const shown = await Promise.all(
    stepsToCompare(at).map(async (step) => {
      const mac = await crypto.subtle.sign('HMAC', key, counterBytes(step));
      return { step, code: codeOfMac(new Uint8Array(mac)) };
    }),
  );
  return judgeCode(digits, shown, { lastStep, at });
}
