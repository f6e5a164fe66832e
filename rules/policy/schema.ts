// What a guardian chose. One document, the same for local set-up, managed storage and policy files.
// It is kept free of unions so that Chromium's managed-schema dialect can express it.
import * as z from 'zod/mini';

import { deskSchema } from './desk-schema.ts';
import { helpsSchema, privateWordsSchema } from './helps-schema.ts';

export const ageBands = ['5-8', '9-12', '13-15', '16-17'] as const;
export const actions = ['allow', 'warn', 'ask', 'block'] as const;
export const languages = ['en', 'ur'] as const;
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const categories = [
  'adult',
  'gambling',
  'violence',
  'drugs',
  'self-harm',
  'dating',
  'stranger-chat',
  'social',
  'games',
  'video',
  'shopping',
  'piracy',
  'scam',
  'bypass',
] as const;

export const ageBandSchema = z.enum(ageBands);
export const actionSchema = z.enum(actions);
export const languageSchema = z.enum(languages);
export const weekdaySchema = z.enum(weekdays);
export const categorySchema = z.enum(categories);

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a short id of a-z, 0-9 and -'));
/** Wall-clock time in 24 hours; "24:00" is the end of the day. */
const clockTime = z
  .string()
  .check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 21:30'));
/** A local date, YYYY-MM-DD. */
const date = z
  .string()
  .check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a date such as 2026-03-29'));
/** A host or host/path pattern in canonical form (rules/hosts/pattern.ts makes and checks it). */
const pattern = z.string().check(z.minLength(1), z.maxLength(2048));
/** https, or this machine for trials. */
const listAddress = z
  .string()
  .check(
    z.maxLength(500),
    z.regex(
      /^(?:https:\/\/[^\s/?#@]+|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?)(?:[/?][^\s#]*)?$/,
      'an https address without spaces, password or #',
    ),
  );
/** A word in the form rules/hosts/address-words.ts keeps it. */
const addressWord = z.string().check(z.minLength(1), z.maxLength(60));
const patterns = z.array(pattern).check(z.maxLength(50_000));

/** What a time rule is about: "all", "category:games", "host:youtube.com" or "set:ID" of a set of hosts. */
const scope = z
  .string()
  .check(
    z.maxLength(280),
    z.regex(
      /^(?:all|category:[a-z-]+|host:\S+|set:[a-z0-9][a-z0-9-]*)$/,
      'all, category:…, host:… or set:…',
    ),
  );

/** Closed from `from` to `to` on the named days; `to` before `from` runs past midnight. */
export const quietTimeSchema = z.strictObject({
  id,
  days: z.array(weekdaySchema).check(z.minLength(1), z.maxLength(7)),
  from: clockTime,
  to: clockTime,
  /** Without it: all browsing. */
  scope: z.optional(scope),
});

/** Minutes for a scope by weekday. A missing day has no limit of its own. */
export const quotaSchema = z.strictObject({
  id,
  scope,
  minutes: z.partialRecord(weekdaySchema, z.int().check(z.minimum(0), z.maximum(1440))),
  /** Minutes of a week, Monday to Sunday (ISO 8601), beside those of the day. */
  perWeek: z.optional(z.int().check(z.minimum(0), z.maximum(10_080))),
  /** Unused minutes of a day are kept for the next ones, never more than this many. */
  carryOver: z.optional(z.int().check(z.minimum(1), z.maximum(600))),
});

/** Hosts, with all below them, under one name. */
export const hostSetSchema = z.strictObject({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  hosts: z.array(z.string().check(z.minLength(1), z.maxLength(260))).check(z.maxLength(200)),
  /** No time rule stops these, and their time uses up nothing: school, for one. */
  alwaysOpen: z.optional(z.boolean()),
});

/** Time rules of certain days or dates, beside the ordinary ones or in their place: holidays, Ramadan, weekends. */
export const ruleSetSchema = z.strictObject({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  /** Switched off it is kept and does nothing. */
  isOff: z.optional(z.boolean()),
  /** Both days included; without them: always. */
  firstDate: z.optional(date),
  lastDate: z.optional(date),
  /** The same dates in each year. */
  isYearly: z.optional(z.boolean()),
  /** Only on these days; without it: on all. */
  days: z.optional(z.array(weekdaySchema).check(z.minLength(1), z.maxLength(7))),
  /** While it is in force the ordinary rules, and sets that do not replace, rest. */
  replaces: z.boolean(),
  quietTimes: z.array(quietTimeSchema).check(z.maxLength(100)),
  quotas: z.array(quotaSchema).check(z.maxLength(20)),
});

export const stepKinds = [
  'more-minutes',
  'later-quiet-time',
  'open-category',
  'next-band',
] as const;
/** One agreed loosening. It comes on a date or after calm weeks; `takenOn` says that it has come. */
export const planStepSchema = z.strictObject({
  id,
  kind: z.enum(stepKinds),
  on: z.optional(date),
  afterCalmWeeks: z.optional(z.int().check(z.minimum(1), z.maximum(52))),
  /** Of the quota (more-minutes) or quiet time (later-quiet-time) that changes. */
  ruleId: z.optional(id),
  minutes: z.optional(z.int().check(z.minimum(1), z.maximum(600))),
  category: z.optional(categorySchema),
  /** The day this step was agreed: calm weeks are counted from the Monday on or after it. */
  agreedOn: z.optional(date),
  takenOn: z.optional(date),
});

/** What child and guardian agreed about growing up. */
const growingPlanSchema = z.strictObject({
  steps: z.array(planStepSchema).check(z.maxLength(20)),
  agreedOn: z.optional(date),
});

/** A key whose signed grants are taken, as the guardian's own browser showed it. */
export const grantKeySchema = z.strictObject({
  /** Drawn when the key was accepted: a grant names it, so one for another browser or child does not fit. */
  id,
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  childId: id,
  /** Raw Ed25519 public key in base64url. */
  publicKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, '43 characters of base64url')),
});

export const filterSchema = z.strictObject({
  allowlist: patterns,
  blocklist: patterns,
  /** Words that close an address, wherever they stand in it. */
  words: z.optional(z.array(addressWord).check(z.maxLength(300))),
  categories: z.record(categorySchema, actionSchema),
  unknown: actionSchema,
  safeSearch: z.boolean(),
  /** Send `Prefer: safe` (RFC 8674). */
  preferSafe: z.boolean(),
  /** What to do with a page that carries an adult age label. */
  ageLabels: actionSchema,
  /** What to do with an address that imitates a well-known one. */
  lookalikes: actionSchema,
});

export const childProfileSchema = z.strictObject({
  id,
  nickname: z.string().check(z.minLength(1), z.maxLength(40)),
  ageBand: ageBandSchema,
  filter: filterSchema,
  quietTimes: z.array(quietTimeSchema).check(z.maxLength(100)),
  quotas: z.array(quotaSchema).check(z.maxLength(20)),
  ruleSets: z.optional(z.array(ruleSetSchema).check(z.maxLength(20))),
  hostSets: z.optional(z.array(hostSetSchema).check(z.maxLength(20))),
  /** Day of birth: at 18 the controls end. Never leaves the device. */
  born: z.optional(date),
  plan: z.optional(growingPlanSchema),
  /** Without it: what rules/policy/helps.ts says for the band. */
  helps: z.optional(helpsSchema),
  privateWords: z.optional(privateWordsSchema),
});

/** A list that somebody publishes, under the address the guardian accepted. Its format is told from its content. */
export const ownListSchema = z.strictObject({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  url: listAddress,
  category: categorySchema,
});

/** A signed feed of a school or a national body: docs/list-feed.md. */
export const feedSchema = z.strictObject({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Address of the directory that holds root.json and index.json. */
  url: listAddress,
  /** SHA-256 of the first root.json, in base64url: whoever names the feed hands it over with the address. */
  root: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, '43 characters of base64url')),
});

/** Lists beyond the one that ships. Nothing is fetched that does not stand here. */
export const listsSchema = z.strictObject({
  /** Ids out of the catalogue of public lists (rules/lists/catalogue.ts). */
  catalogue: z.array(id).check(z.maxLength(100)),
  own: z.array(ownListSchema).check(z.maxLength(20)),
  feeds: z.array(feedSchema).check(z.maxLength(5)),
});

/** As the worker reads what was saved: the desk was checked before it was saved, and nothing goes to one that is none. */
export const savedPolicySchema = z.strictObject({
  schema: z.literal('saathi-policy/1'),
  language: languageSchema,
  /** ISO 3166-1 alpha-2. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/, 'two capital letters')),
  /** IANA name, pinned at set-up: a changed system zone gives no extra time. */
  timeZone: z.string().check(z.minLength(1), z.maxLength(64)),
  activeChild: id,
  children: z.array(childProfileSchema).check(z.minLength(1), z.maxLength(12)),
  desk: z.optional(z.record(z.string(), z.string())),
  lists: z.optional(listsSchema),
  grantKeys: z.optional(z.array(grantKeySchema).check(z.maxLength(10))),
});
export const policySchema = z.extend(savedPolicySchema, { desk: z.optional(deskSchema) });

export type AgeBand = z.infer<typeof ageBandSchema>;
export type Action = z.infer<typeof actionSchema>;
export type Language = z.infer<typeof languageSchema>;
export type Weekday = z.infer<typeof weekdaySchema>;
export type Category = z.infer<typeof categorySchema>;
export type QuietTime = z.infer<typeof quietTimeSchema>;
export type Quota = z.infer<typeof quotaSchema>;
export type HostSet = z.infer<typeof hostSetSchema>;
export type RuleSet = z.infer<typeof ruleSetSchema>;
export type PlanStep = z.infer<typeof planStepSchema>;
export type Helps = z.infer<typeof helpsSchema>;
export type PrivateWords = z.infer<typeof privateWordsSchema>;
export type GrantKey = z.infer<typeof grantKeySchema>;
export type Filter = z.infer<typeof filterSchema>;
export type ChildProfile = z.infer<typeof childProfileSchema>;
export type OwnList = z.infer<typeof ownListSchema>;
export type Feed = z.infer<typeof feedSchema>;
export type Lists = z.infer<typeof listsSchema>;
export type Policy = z.infer<typeof policySchema>;
