// A country's reporting mechanisms and help lines, as shipped in public/packs/XX.json.
import * as z from 'zod/mini';

import { deskSchema } from '../policy/schema.ts';
import { factKeys } from '../reporting/fact-keys.ts';

const mechanismTypes = ['helpline', 'hotline', 'police', 'cert', 'regulator'] as const;
const confidences = ['high', 'medium', 'low'] as const;
export const needs = [
  'csam',
  'grooming',
  'sextortion',
  'cyberbullying',
  'hate',
  'self-harm',
  'violence',
  'phishing',
  'identity-theft',
  'other',
] as const;

const text = (max: number) => z.string().check(z.maxLength(max));

export const mechanismSchema = z.strictObject({
  id: text(120),
  /** "ZZ": any country. */
  country: text(2),
  operator: text(200),
  localName: z.optional(text(200)),
  type: z.enum(mechanismTypes),
  handles: z.array(z.enum(needs)),
  website: z.optional(text(500)),
  webForm: z.optional(text(500)),
  email: z.optional(text(200)),
  phone: z.optional(text(40)),
  phoneFormat: z.optional(z.enum(['e164', 'short', 'national'])),
  sms: z.optional(text(40)),
  whatsapp: z.optional(text(40)),
  chat: z.optional(z.union([z.boolean(), text(500)])),
  hours: z.optional(text(200)),
  languages: z.optional(z.array(text(20))),
  anonymous: z.optional(z.boolean()),
  confidence: z.enum(confidences),
  source: text(500),
  checkedOn: text(10),
  note: z.optional(text(1000)),
  /** What its form asks for, in its order; `fill`: its text boxes may be filled on request, never submitted. */
  form: z.optional(
    z.strictObject({
      asks: z.array(z.enum(factKeys)),
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

export const packSchema = z.strictObject({
  schema: z.literal('saathi-pack/1'),
  country: text(2),
  version: z.int(),
  mechanisms: z.array(mechanismSchema),
  desk: z.optional(deskSchema),
  /** The number for danger now. */
  emergency: z.optional(
    z.strictObject({ phone: text(40), phoneFormat: z.enum(['e164', 'short', 'national']) }),
  ),
  /** Where it differs from rules/reporting/mapping.ts. */
  mapping: z.optional(mappingSchema),
  /** Dates, YYYY-MM-DD. After `expires` its desk is not used; its lines stay, and say that they may have changed. */
  issued: z.optional(text(10)),
  expires: z.optional(text(10)),
  /** Where newer editions are published, https. */
  updates: z.optional(text(300)),
});

export type Mechanism = z.infer<typeof mechanismSchema>;
export type Pack = z.infer<typeof packSchema>;
export type Need = (typeof needs)[number];
