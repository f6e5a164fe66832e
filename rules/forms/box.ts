// What is known of one box of a form: enough to tell what it asks for, nothing of what stands in it.
import * as z from 'zod/mini';

const words = z.string().check(z.maxLength(200));

export const boxSchema = z.strictObject({
  /** Its place among the boxes of the page, from 0. */
  at: z.int(),
  tag: z.enum(['input', 'textarea']),
  /** As the browser understands it: an input without a type is "text". */
  type: z.string().check(z.maxLength(20)),
  name: words,
  id: words,
  label: words,
  placeholder: words,
  autocomplete: words,
  /** Longest value in UTF-16 units; null: no limit. */
  maxLength: z.nullable(z.int()),
  isVisible: z.boolean(),
  isEmpty: z.boolean(),
  /** Neither disabled nor read-only. */
  isEnabled: z.boolean(),
  /** A password is asked for in the same form. */
  besidePassword: z.boolean(),
});
export const describedSchema = z.strictObject({
  /** Where the page says it is. */
  url: z.string().check(z.maxLength(2000)),
  boxes: z.array(boxSchema).check(z.maxLength(300)),
});

export type Box = z.infer<typeof boxSchema>;
export type Described = z.infer<typeof describedSchema>;

const kinds: ReadonlySet<string> = new Set(['text', 'url', 'search']);

/** Only boxes that a person could type into right now. */
export const isFillable = ({ tag, type, isVisible, isEmpty, isEnabled }: Box): boolean =>
  (tag === 'textarea' || kinds.has(type)) && isVisible && isEmpty && isEnabled;
