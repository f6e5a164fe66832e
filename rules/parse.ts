// The one door for untrusted values: parse, or say where and why not.
import * as z from 'zod/mini';

import { fail, ok, type Result } from './result.ts';

/**
 * A value that did not fit its schema: `path` in dotted form ("" is the root), `message` in English for logs and docs:
 * "Invalid input" unless parse-words.ts is loaded too.
 */
export type ParseFailure = { readonly path: string; readonly message: string };

/** Parses an untrusted value. On failure every problem is listed in document order, at most ten. */
export function parseWith<Schema extends z.ZodMiniType>(
  schema: Schema,
  untrusted: unknown,
): Result<z.infer<Schema>, readonly ParseFailure[]> {
  const parsed = z.safeParse(schema, untrusted);
  if (parsed.success) return ok(parsed.data);
  return fail(
    parsed.error.issues.slice(0, 10).map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.message,
    })),
  );
}
