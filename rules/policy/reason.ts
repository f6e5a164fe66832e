// The stored form of a verdict's reason. Its type is Reason (verdict.ts); a test holds the two together.
import * as z from 'zod/mini';

import { categorySchema } from './schema.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

export const reasonSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('help') }),
  z.strictObject({ kind: z.literal('browser-page') }),
  z.strictObject({ kind: z.literal('not-set-up') }),
  z.strictObject({ kind: z.literal('override'), overrideId: text(64), expiresAt: z.number() }),
  z.strictObject({ kind: z.literal('allowlist'), pattern: text(2048) }),
  z.strictObject({ kind: z.literal('blocklist'), pattern: text(2048) }),
  z.strictObject({ kind: z.literal('word'), word: text(60) }),
  z.strictObject({ kind: z.literal('carries'), host: text(260) }),
  z.strictObject({ kind: z.literal('category'), category: categorySchema }),
  z.strictObject({ kind: z.literal('known') }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('age-label'), label: text(300) }),
  z.strictObject({
    kind: z.literal('lookalike'),
    imitated: text(260),
    signs: z.readonly(z.array(text(200)).check(z.maxLength(20))),
  }),
  z.strictObject({
    kind: z.literal('risk'),
    topic: categorySchema,
    signs: z.readonly(z.array(text(60)).check(z.maxLength(6))),
  }),
  z.strictObject({ kind: z.literal('quiet-time'), quietTimeId: text(40) }),
  z.strictObject({ kind: z.literal('quota'), quotaId: text(40), scope: text(280) }),
  z.strictObject({ kind: z.literal('lockdown'), overrideId: text(64) }),
  z.strictObject({ kind: z.literal('of-age') }),
  z.strictObject({ kind: z.literal('unreadable') }),
]);
