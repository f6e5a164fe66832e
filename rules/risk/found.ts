// What was found of a page by reading it: the topic, how sure, and the signs a child can check.
import * as z from 'zod/mini';

import { categorySchema } from '../policy/schema.ts';

const mostSigns = 6;

/** Signs are keys of the catalogue. `warn`: one sign spoke; `close`: two that do not depend on each other. */
export const foundRiskSchema = z.strictObject({
  topic: categorySchema,
  level: z.enum(['warn', 'close']),
  signs: z.array(z.string()).check(z.maxLength(mostSigns)),
});
// Written out: z.readonly would be 450 bytes more in what every verdict waits for.
export type FoundRisk = Readonly<
  Omit<z.infer<typeof foundRiskSchema>, 'signs'> & { readonly signs: readonly string[] }
>;
