// A signed file, read and written: {"signatures":[…],"signed":{…}} in canonical JSON, the same text for the same content.
// Since the whole file is canonical, no byte of it can change without changing what is signed or a signature.
import * as z from 'zod/mini';

import { canonicalJson, type Json } from '../../canonical.ts';
import { readJson } from '../../json.ts';
import { parseWith } from '../../parse.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { FeedFailure } from './failure.ts';
import {
  indexSchema,
  rootSchema,
  signaturesSchema,
  type FeedIndex,
  type FeedRoot,
  type Role,
  type Signature,
} from './schema.ts';

export type SignedFile<Content> = {
  readonly signed: Content;
  readonly signatures: readonly Signature[];
  /** The text, in UTF-8, that each signature must fit. Its `type` keeps a signature from fitting another kind of file. */
  readonly message: string;
};
/** A file with its SHA-256 in base64url and the keys whose signatures were found to fit. */
export type CheckedFile<Content> = SignedFile<Content> & {
  readonly sha256: string;
  readonly fitting: ReadonlySet<string>;
};

const rootFileSchema = z.strictObject({ signed: rootSchema, signatures: signaturesSchema });
const indexFileSchema = z.strictObject({ signed: indexSchema, signatures: signaturesSchema });

export const readRootFile = (text: string): Result<SignedFile<FeedRoot>, FeedFailure> =>
  readFile(rootFileSchema, text);
export const readIndexFile = (text: string): Result<SignedFile<FeedIndex>, FeedFailure> =>
  readFile(indexFileSchema, text);

export const messageOf = (signed: FeedRoot | FeedIndex): string => canonicalJson(signed);

export const fileOf = (signed: FeedRoot | FeedIndex, signatures: readonly Signature[]): string =>
  canonicalJson({ signed, signatures });

/** Every signature that stands there must be of one of these keys and fit; enough must be of each role. */
export function isSignedBy(file: CheckedFile<unknown>, roles: readonly Role[]): boolean {
  const allowed = new Set(roles.flatMap(({ keys }) => keys));
  return (
    file.signatures.every(({ key }) => allowed.has(key) && file.fitting.has(key)) &&
    roles.every(
      ({ keys, threshold }) => keys.filter((key) => file.fitting.has(key)).length >= threshold,
    )
  );
}

type FileSchema<Content> = z.ZodMiniType<{
  signed: Content;
  signatures: Signature[];
}>;

function readFile<Content extends Json>(
  schema: FileSchema<Content>,
  text: string,
): Result<SignedFile<Content>, FeedFailure> {
  const parsed = parseWith(schema, readJson(text));
  if (!parsed.ok) return fail('not-a-feed');
  const { signed, signatures } = parsed.value;
  // After the schema, which bounds the depth. Spaces, other orders and double members differ here.
  if (canonicalJson({ signed, signatures }) !== text) return fail('not-a-feed');
  return ok({ signed, signatures, message: canonicalJson(signed) });
}
