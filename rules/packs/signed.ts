// A signed pack, read: {"schema":"saathi-signed-pack/1","pack":{…},"signatures":[{"key":id,"signature":base64url}]}.
import * as z from 'zod/mini';

import { canonicalJson } from '../canonical.ts';
import { readJson } from '../json.ts';
import { fromBase64url } from '../lists/feed/base64url.ts';
import { type PackProblem } from '../messages/report-replies.ts';
import { parseWith } from '../parse.ts';
import { fail, ok, type Result } from '../result.ts';
import { mostPackLength } from './limits.ts';
import { type Pack, packSchema } from './pack.ts';

const signatureSchema = z.strictObject({
  /** An id out of trusted-keys.ts. */
  key: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'the id of a key')),
  signature: z.string().check(
    z.maxLength(86),
    z.refine((text) => fromBase64url(text)?.length === 64, '64 bytes in base64url'),
  ),
});
const signaturesSchema = z.array(signatureSchema).check(
  z.maxLength(8),
  z.refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'each key once'),
);
const fileSchema = z.strictObject({
  schema: z.literal('saathi-signed-pack/1'),
  pack: packSchema,
  signatures: signaturesSchema,
});

export type PackSignature = z.infer<typeof signatureSchema>;
export type SignedPack = z.infer<typeof fileSchema>;
/** `detail` says what and where, in English, for whoever made the file. */
export type PackRefusal = { readonly problem: PackProblem; readonly detail: string };

/** The text, in UTF-8, that each signature fits. The first line keeps it from fitting another kind of file. */
export const messageOf = (pack: Pack): string => `saathi-signed-pack/1\n${canonicalJson(pack)}`;

/** Not yet believed: whose signatures fit is for judgePack() to say. */
export function readSignedPack(untrustedText: string): Result<SignedPack, PackRefusal> {
  if (untrustedText.length > mostPackLength) {
    return refuse('not-a-pack', `more than ${mostPackLength} characters`);
  }
  const value = readJson(untrustedText.replace(/^\uFEFF/, ''));
  const parsed = parseWith(fileSchema, value);
  if (!parsed.ok) {
    if (parseWith(packSchema, value).ok) return refuse('not-signed', 'a pack without its envelope');
    const [first] = parsed.failure;
    return refuse('not-a-pack', `${first?.path ?? ''}: ${first?.message ?? ''}`);
  }
  if (parsed.value.signatures.length === 0) return refuse('not-signed', 'signatures: []');
  return ok(parsed.value);
}

/** The pack of a file of our own package, whose signature was checked when it was built; null if it is none. */
export function packInFile(value: unknown): Pack | null {
  const parsed = parseWith(fileSchema, value);
  return parsed.ok ? parsed.value.pack : null;
}

const refuse = (problem: PackProblem, detail: string): Result<never, PackRefusal> =>
  fail({ problem, detail });
