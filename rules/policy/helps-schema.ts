// The part of the policy that is about helps inside web pages.
import * as z from 'zod/mini';

export const pictureModes = ['off', 'cover', 'hide'] as const;
export const revealRules = ['never', 'pin', 'tap'] as const;
/** Which helps are on inside web pages. A guardian chooses them, and sees only that they exist: nothing is ever told of their use. */
export const helpsSchema = z.strictObject({
  /** "Is this how you want to say it?" beside an unkind message. */
  kindness: z.boolean(),
  /** Before something private is written where others read it. */
  privacy: z.boolean(),
  /** Pressure and scams in messages that are received. */
  pressure: z.boolean(),
  /** A kind card above the results of a worrying search. */
  search: z.boolean(),
  /** The risk of pages that nobody has checked. */
  pages: z.boolean(),
  /** "hide": until a picture was found safe; "cover": once it was found unsafe. */
  pictures: z.enum(pictureModes),
  /** How a covered picture is shown all the same. */
  reveal: z.enum(revealRules),
});
/** The family's own private words, as salted hashes only: rules/typed/private-words.ts makes and finds them. */
export const privateWordsSchema = z.strictObject({
  /** 16 random bytes in base64url. */
  salt: z.string().check(z.regex(/^[\w-]{22}$/)),
  hashes: z.array(z.string().check(z.regex(/^[\w-]{11,43}$/))).check(z.maxLength(100)),
});
