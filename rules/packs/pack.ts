// A country's reporting mechanisms and help lines, as shipped in public/packs/XX.json.
import * as z from 'zod/mini';

import { deskSchema } from '../policy/schema.ts';

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
});

export const packSchema = z.strictObject({
  schema: z.literal('saathi-pack/1'),
  country: text(2),
  version: z.int(),
  mechanisms: z.array(mechanismSchema),
  desk: z.optional(deskSchema),
});

export type Mechanism = z.infer<typeof mechanismSchema>;
export type Pack = z.infer<typeof packSchema>;
export type Need = (typeof needs)[number];
