// A country's reporting mechanisms and help lines: what is signed in public/packs/XX.json.
import * as z from 'zod/mini';

import { deskSchema } from '../policy/desk-schema.ts';
import { factKeys } from '../reporting/fact-keys.ts';
import { reportTopics } from '../reporting/topics.ts';

const mechanismTypes = ['helpline', 'hotline', 'police', 'cert', 'regulator'] as const;
const confidences = ['high', 'medium', 'low'] as const;
/** What a mechanism helps with. */
export const needs = reportTopics;

const text = (max: number) => z.string().check(z.maxLength(max));

export const mechanismSchema = z.strictObject({
  id: text(120),
  /** "ZZ": any country. */
  country: text(2),
  operator: text(200),
  localName: z.optional(text(200)),
  type: z.enum(mechanismTypes),
  handles: z.array(z.enum(needs)).check(z.maxLength(needs.length)),
  website: z.optional(text(500)),
  webForm: z.optional(text(500)),
  email: z.optional(text(200)),
  phone: z.optional(text(40)),
  phoneFormat: z.optional(z.enum(['e164', 'short', 'national'])),
  sms: z.optional(text(40)),
  whatsapp: z.optional(text(40)),
  chat: z.optional(z.union([z.boolean(), text(500)])),
  hours: z.optional(text(200)),
  languages: z.optional(z.array(text(20)).check(z.maxLength(40))),
  anonymous: z.optional(z.boolean()),
  confidence: z.enum(confidences),
  source: text(500),
  checkedOn: text(10),
  note: z.optional(text(1000)),
  /** What its form asks for, in its order; `fill`: its text boxes may be filled on request, never submitted. */
  form: z.optional(
    z.strictObject({
      asks: z.array(z.enum(factKeys)).check(z.maxLength(20)),
      fill: z.boolean(),
      /** Needs an account or a national identity number: an adult files. */
      adult: z.boolean(),
    }),
  ),
});

/** How a desk counts: one value of RSIT each, and the type of XARF v4 where there is one. */
const mappingSchema = z.partialRecord(
  z.enum(needs),
  z.strictObject({ rsit: text(80), xarf: z.nullable(text(80)) }),
);

const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/, 'a date such as 2026-11-22'));

export const packSchema = z.strictObject({
  schema: z.literal('saathi-pack/2'),
  country: z.string().check(z.regex(/^[A-Z]{2}$/, 'two capital letters')),
  /** Rises with every edition: a lower one is never taken after a higher one. */
  version: z.int().check(z.minimum(0)),
  issued: day,
  /** After this day its desk is not used; its lines stay, and say that they may have changed. */
  expires: day,
  /** Where newer editions are published, https. */
  updates: z.optional(text(300)),
  /** The number for danger now. */
  emergency: z.optional(
    z.strictObject({ phone: text(40), phoneFormat: z.enum(['e164', 'short', 'national']) }),
  ),
  mechanisms: z.array(mechanismSchema).check(z.maxLength(500)),
  desk: z.optional(deskSchema),
  /** Where it differs from rules/reporting/mapping.ts. */
  mapping: z.optional(mappingSchema),
});

export type Mechanism = z.infer<typeof mechanismSchema>;
export type Pack = z.infer<typeof packSchema>;
export type Need = (typeof needs)[number];

/** Lines of the number for danger now carry it in their id. */
export const isEmergency = ({ id, phone }: Pick<Mechanism, 'id' | 'phone'>): boolean =>
  phone !== undefined && /-emergency(?:-|$)/.test(id);

/** What a country without a pack has: nothing, for ever. */
export const emptyPack = (country: string): Pack => ({
  schema: 'saathi-pack/2',
  country,
  version: 0,
  issued: '2026-01-01',
  expires: '9999-12-31',
  mechanisms: [],
});
