// child-report/1: what a desk receives. Facts only: there is no field for a picture or for page content.
import * as z from 'zod/mini';

import type { ReportTopic } from '../messages/contract.ts';
import { reportTopics } from './topics.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const maybe = (max: number) => z.nullable(text(max));
const integritySchema = z.strictObject({
  alg: z.literal('SHA-256'),
  canonical: z.literal('RFC8785'),
  /** Lower-case hex over the canonical form without this member; null until it is computed. */
  hash: maybe(64),
});
const toolSchema = z.strictObject({
  name: z.literal('Saathi'),
  version: text(40),
  browser: text(80),
  system: text(80),
});

export const mostEvents = 20;
/** What happened to the report on this device before it left, oldest first. Part of what the hash covers. */
const eventsSchema = z
  .array(
    z.strictObject({
      /** ISO 8601 with offset. */
      at: text(40),
      what: z.enum(['created', 'edited']),
    }),
  )
  .check(z.maxLength(mostEvents));
const urgencySchema = z.enum(['now', 'soon', 'info']);
/** The version before this one; null for the first. */
const previousSchema = z.nullable(z.strictObject({ version: z.int(), hash: text(64) }));

export const limits = { address: 2048, title: 300, words: 500 } as const;

export const reportSchema = z.strictObject({
  schema: z.literal('child-report/1'),
  reportId: text(64),
  /** 1, and one more with each detail added before it left. */
  version: z.int().check(z.minimum(1)),
  receiptHint: z.null(),
  /** ISO 8601 with offset. */
  createdAt: text(40),
  timeZone: text(64),
  country: text(2),
  language: text(10),
  reporter: z.strictObject({
    role: z.enum(['child', 'parent', 'other']),
    ageBand: z.nullable(z.enum(['under10', '10-13', '14-17', 'adult'])),
    wantsContact: z.literal(false),
    safeContact: z.null(),
  }),
  urgency: urgencySchema,
  category: z.enum(reportTopics),
  /** "not-chosen": nobody picked a topic, so `category` says "other". */
  subcategory: z.nullable(z.enum(['not-chosen'])),
  where: z.strictObject({
    platform: maybe(300),
    kind: z.enum(['social', 'messaging', 'video', 'game', 'web']),
    url: maybe(limits.address),
    referrer: z.null(),
    pageTitle: maybe(limits.title),
    messageId: z.null(),
  }),
  who: z.strictObject({
    accountName: maybe(100),
    profileUrl: maybe(limits.address),
    knownInRealLife: z.literal('unsure'),
  }),
  when: z.strictObject({ seenAt: text(40), firstContact: z.null(), ongoing: z.null() }),
  what: maybe(limits.words),
  textExcerpt: z.null(),
  askedFor: z.array(z.never()),
  paymentAsked: z.null(),
  /** What the extension thought of the page, if a rule had matched: "category:adult", "age-label:RTA". */
  matchedRule: maybe(300),
  handling: z.strictObject({
    imagesCaptured: z.literal(false),
    shared: z.literal(false),
    reportedToPlatform: z.literal(false),
    /** Names of access parameters that were taken out of the address. */
    removedFromAddress: z.array(text(40)),
    addressShortened: z.boolean(),
    verified: z.literal(false),
  }),
  tags: z.array(text(100)),
  events: eventsSchema,
  previous: previousSchema,
  integrity: integritySchema,
  tool: toolSchema,
});

/** What a child adds after the report has left. It carries no address: the desk joins it by the report's id. */
export const additionSchema = z.strictObject({
  schema: z.literal('child-report-addition/1'),
  reportId: text(64),
  version: z.int().check(z.minimum(2)),
  createdAt: text(40),
  urgency: urgencySchema,
  category: z.enum(reportTopics),
  subcategory: z.nullable(z.enum(['not-chosen'])),
  what: maybe(limits.words),
  tags: z.array(text(100)),
  previous: previousSchema,
  integrity: integritySchema,
});

export type Report = z.infer<typeof reportSchema>;
export type Addition = z.infer<typeof additionSchema>;
/** What one ticket is made of. */
export type Letter = Report | Addition;

export const topicOf = (letter: Letter): ReportTopic | null =>
  letter.subcategory === 'not-chosen' ? null : letter.category;
