// Writes the policy's two machine-readable forms from the one Zod schema:
//   public/policy.schema.json   JSON Schema (2020-12) of a policy document, for editors and for whoever writes one by hand
//   public/managed-schema.json  the same document in the dialect that Chromium reads for storage.managed
// Run it with `node scripts/policy-schema.ts` after a change to rules/policy/schema.ts; a unit test notices a forgotten run.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import * as z from 'zod/mini';

import { managedGrantSchema, mostManagedGrants } from '../rules/codes/managed-grants.ts';
import { policySchema } from '../rules/policy/schema.ts';

/** As much of JSON Schema as Zod writes for this document. */
export type JsonSchema = {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
};

/** What a key means, by its path; "[]" stands for the items of an array. */
const meanings: Readonly<Record<string, string>> = {
  schema: 'The version of this format.',
  language: 'Language of the texts until someone changes it on the page.',
  country: 'ISO 3166-1 alpha-2 code in capitals: chooses the help lines and reporting doors.',
  timeZone: 'IANA name such as Asia/Karachi. All times of day are read in this zone.',
  activeChild: 'The id of the child whose rules are in force.',
  children: 'One to twelve children.',
  'children[].id': 'A short id, unique in this document.',
  'children[].nickname': 'What the child is called here. Not the full name.',
  'children[].ageBand': 'Chooses words, warnings and what a parent is shown.',
  'children[].filter.allowlist': 'Hosts or host/path patterns that stay open.',
  'children[].filter.blocklist':
    'Hosts or host/path patterns that are closed. Closed wins every tie.',
  'children[].filter.words':
    'Words that close an address, wherever they stand in it. Whole words; a star before or after stands for more letters.',
  'children[].filter.categories': 'What to do with a site of each category. All are required.',
  'children[].filter.unknown': 'What to do with a site that is on no list.',
  'children[].filter.safeSearch': 'Keep safe search on at the big search engines and YouTube.',
  'children[].filter.preferSafe': 'Send "Prefer: safe" (RFC 8674) to every site.',
  'children[].filter.ageLabels': 'What to do with a page that labels itself as for adults.',
  'children[].filter.lookalikes': 'What to do with an address that imitates a well-known one.',
  'children[].quietTimes': 'Windows in which browsing is closed. Help stays open.',
  'children[].quietTimes[].to': 'A time before "from" means the next morning.',
  'children[].quotas': 'Minutes a day, by weekday.',
  'children[].quotas[].scope': 'all, category:NAME or host:NAME.',
  'children[].quotas[].minutes': 'A weekday that is left out has no limit.',
  desk: 'Where reports go, if not to the desk of the country. See docs/desk.md.',
  'desk.endpoint': 'Base address of Request Tracker: https, or loopback for a trial.',
  'desk.user': 'A write-only intake user: it may create tickets and read nothing.',
};

/** Keys that may stand beside the policy in the managed document. docs/managed-policy.md says how they are made. */
export const guardianKeys: Readonly<Record<'guardianSecret' | 'recoveryVerifier', string>> = {
  guardianSecret:
    'The guardian PIN, hashed: $argon2id-sha256$m=19456,t=2,p=1$SALT$VERIFIER. Made by scripts/guardian-secret.ts.',
  recoveryVerifier: 'SHA-256 of the recovery code, base64. Made by scripts/guardian-secret.ts.',
};

/** Grants beside the policy, or alone. docs/managed-policy.md says what each gives. */
const grantMeanings: Readonly<Record<string, string>> = {
  id: 'A short id, unique among the grants.',
  childId: 'The id of the child it is for.',
  kind: 'host: a site is open. minutes: more minutes a day. quiet-time: closed times rest.',
  host: 'For "host": the site, with everything under it.',
  scope: 'For "minutes": all, category:NAME, host:NAME or set:ID; without it, every limit.',
  minutes: 'For "minutes": how many, on each day that it touches.',
  from: 'When it begins, such as 2026-11-22T15:00:00+05:00.',
  until: 'When it ends, in the same form.',
};

/** The JSON Schema of a policy document, with a sentence for each key. */
export function policyJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(policySchema) as JsonSchema;
  return {
    ...withMeanings(schema, ''),
    title: 'Saathi policy',
    description:
      'What a guardian or a school chose. docs/managed-policy.md has three complete examples.',
  };
}

/**
 * The managed document as Chromium's schema dialect: one `type` each, no union, no constant, nothing required.
 * It says the shape alone. Chromium drops a key whose value does not fit, without a word to the extension or the
 * person; so allowed values stand in the description and our own parser, which names path and reason, judges them.
 */
export function managedJsonSchema(): JsonSchema {
  const { properties } = shapeOf(policyJsonSchema());
  const beside = Object.entries(guardianKeys).map(([key, description]) => [
    key,
    { type: 'string', description },
  ]);
  const items = shapeOf(z.toJSONSchema(managedGrantSchema) as JsonSchema);
  const grants = {
    type: 'array',
    description: `Permissions with a beginning and an end, ${mostManagedGrants} at most. They may stand without a policy.`,
    items: {
      ...items,
      properties: mapEntries(items.properties ?? {}, (shape, key) => ({
        ...shape,
        description: [grantMeanings[key], shape.description].filter(Boolean).join(' '),
      })),
    },
  };
  return {
    type: 'object',
    properties: { ...properties, ...Object.fromEntries(beside), grants },
  };
}

function withMeanings(schema: JsonSchema, path: string): JsonSchema {
  const meaning = meanings[path];
  return {
    ...(meaning === undefined ? {} : { description: meaning }),
    ...schema,
    ...(schema.items && { items: withMeanings(schema.items, `${path}[]`) }),
    ...(schema.properties && {
      properties: mapEntries(schema.properties, (inner, key) =>
        withMeanings(inner, path === '' ? key : `${path}.${key}`),
      ),
    }),
  };
}

function shapeOf(schema: JsonSchema): JsonSchema {
  const description = [schema.description, allowed(schema)].filter(Boolean).join(' ');
  const properties = namedProperties(schema);
  return {
    type: schema.type ?? 'string',
    ...(description !== '' && { description }),
    ...(schema.items && { items: shapeOf(schema.items) }),
    ...(properties && { properties: mapEntries(properties, shapeOf) }),
  };
}

/** A record with a closed set of keys is written out: the dialect knows no propertyNames. */
function namedProperties(schema: JsonSchema): JsonSchema['properties'] {
  const { propertyNames, additionalProperties } = schema;
  if (typeof additionalProperties !== 'object' || !propertyNames?.enum) return schema.properties;
  return Object.fromEntries(propertyNames.enum.map((name) => [name, additionalProperties]));
}

function allowed(schema: JsonSchema): string {
  if (schema.const !== undefined) return `Always ${schema.const}.`;
  if (schema.enum) return `One of: ${schema.enum.join(', ')}.`;
  if (schema.type === 'integer') return `${schema.minimum} to ${schema.maximum}.`;
  return '';
}

const mapEntries = <In, Out>(
  from: Readonly<Record<string, In>>,
  change: (value: In, key: string) => Out,
): Record<string, Out> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(value, key)]));

function write(): void {
  const files = {
    'public/policy.schema.json': policyJsonSchema(),
    'public/managed-schema.json': managedJsonSchema(),
  };
  const root = fileURLToPath(new URL('..', import.meta.url));
  for (const [path, schema] of Object.entries(files)) {
    writeFileSync(`${root}${path}`, JSON.stringify(schema));
    console.log(`wrote ${path}`);
  }
  execFileSync(`${root}node_modules/.bin/oxfmt`, Object.keys(files), { cwd: root });
}

if (import.meta.main) write();
