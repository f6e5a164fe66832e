// Whether an edition of a pack may be taken.
import type { Instant } from '../policy/verdict.ts';
import { fail, ok, type Result } from '../result.ts';
import { clockSlackMs, instantOfDay, isExpired } from './expiry.ts';
import type { Pack } from './pack.ts';
import { type PackRefusal, type PackSignature, type SignedPack } from './signed.ts';
import { problemsOf } from './sound.ts';
import { type TrustedKey, trustedKeys } from './trusted-keys.ts';

const dayMs = 24 * 3_600_000;
/** Who forgets to renew a pack is found out: none may say that it is good for longer. */
const longestValidMs = 800 * dayMs;

export type Signer = { readonly key: TrustedKey; readonly signature: PackSignature };

/** The signatures of a file that count for its country: whoever checks them hands judgePack() the ids that fit. */
export const signersOf = (
  { pack, signatures }: SignedPack,
  keys: readonly TrustedKey[] = trustedKeys,
): Signer[] =>
  signatures.flatMap((signature) => {
    const key = keys.find(({ id }) => id === signature.key);
    return key !== undefined && maySign(key, pack) ? [{ key, signature }] : [];
  });

const maySign = ({ countries, from, until }: TrustedKey, { country, issued }: Pack): boolean =>
  (countries === '*' || countries.includes(country)) && from <= issued && issued <= until;

/** The highest version that was ever taken, and whose signatures it carried. */
export type Seen = { readonly version: number; readonly keys: readonly string[] };

/** Below this no edition is taken. A version signed by keys that are no longer trusted holds nobody back. */
export const lowestVersion = (
  shipped: Pick<Pack, 'version'> | null,
  seen: Seen | undefined,
  keys: readonly TrustedKey[] = trustedKeys,
): number =>
  Math.max(
    shipped?.version ?? 0,
    seen !== undefined && keys.some(({ id }) => seen.keys.includes(id)) ? seen.version : 0,
  );

export type Judging = {
  /** Countries whose packs are in use here. */
  readonly wanted: readonly string[];
  /** The highest version of this country that was ever in use here. */
  readonly seen: number;
  readonly now: Instant;
  /** Ids of the signers whose signatures were found to fit. */
  readonly fitting: ReadonlySet<string>;
  readonly keys?: readonly TrustedKey[];
};

/**
 * Why the signatures do not make this file one to believe; null if they do. Those of keys that are not known here are passed
 * over, so that an old and a new key can sign side by side; every one that counts must fit, and there must be one.
 */
export function signatureProblem(
  file: SignedPack,
  fitting: ReadonlySet<string>,
  keys: readonly TrustedKey[] = trustedKeys,
): PackRefusal | null {
  const signers = signersOf(file, keys);
  if (signers.length === 0) {
    const named = file.signatures.map(({ key }) => key).join(', ');
    const { country, issued } = file.pack;
    return { problem: 'unknown-key', detail: `${named}: not for ${country} on ${issued}` };
  }
  const wrong = signers.find(({ key }) => !fitting.has(key.id));
  return wrong === undefined ? null : { problem: 'wrong-signature', detail: wrong.key.id };
}

/** The pack, if it may take the place of the one in use. */
export function judgePack(
  file: SignedPack,
  { wanted, seen, now, fitting, keys = trustedKeys }: Judging,
): Result<Pack, PackRefusal> {
  const { pack } = file;
  const refuse = (problem: PackRefusal['problem'], detail: string) => fail({ problem, detail });
  const unsigned = signatureProblem(file, fitting, keys);
  if (unsigned !== null) return fail(unsigned);
  if (!wanted.includes(pack.country)) return refuse('other-country', pack.country);
  const expires = instantOfDay(pack.expires);
  const issued = instantOfDay(pack.issued);
  if (!(expires - issued <= longestValidMs && issued <= expires)) {
    return refuse('unsound', `${pack.issued} to ${pack.expires}`);
  }
  if (issued > now + clockSlackMs) return refuse('unsound', `issued on ${pack.issued}`);
  if (isExpired(pack, now)) return refuse('expired', pack.expires);
  if (pack.version <= seen) return refuse('not-newer', `${pack.version}, after ${seen}`);
  const [problem] = problemsOf(pack);
  return problem === undefined ? ok(pack) : refuse('unsound', problem);
}
