import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { policySchema } from '@/rules/policy/schema.ts';
import { managedJsonSchema, policyJsonSchema, type JsonSchema } from '@/scripts/policy-schema.ts';

const shipped = (name: string): unknown => JSON.parse(readFileSync(`public/${name}`, 'utf8'));

/** Every schema inside a schema, with its path. */
function* inner(schema: JsonSchema, path = ''): Generator<[string, JsonSchema]> {
  yield [path, schema];
  if (schema.items) yield* inner(schema.items, `${path}[]`);
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    yield* inner(value, path === '' ? key : `${path}.${key}`);
  }
}
const paths = (schema: JsonSchema): string[] => [...inner(schema)].map(([path]) => path);

test('the shipped JSON Schema is the one the Zod schema gives today (node scripts/policy-schema.ts)', () => {
  expect(shipped('policy.schema.json')).toEqual(policyJsonSchema());
});

test('the shipped managed schema is the one the Zod schema gives today (node scripts/policy-schema.ts)', () => {
  expect(shipped('managed-schema.json')).toEqual(managedJsonSchema());
});

describe('the managed schema', () => {
  test('knows every key of the policy, and the two of the guardian', () => {
    const known = paths(managedJsonSchema());
    for (const path of paths(policyJsonSchema())) expect(known).toContain(path);
    expect(known).toContain('guardianSecret');
    expect(known).toContain('recoveryVerifier');
    expect(known).toContain('children[].quotas[].minutes.sun');
    expect(known).toContain('children[].filter.categories.stranger-chat');
  });

  test('keeps to what Chromium reads, and leaves values to our own parser, which can name a mistake', () => {
    const allowed = new Set(['type', 'description', 'items', 'properties']);
    for (const [path, schema] of inner(managedJsonSchema())) {
      const strange = Object.keys(schema).filter((key) => !allowed.has(key));
      expect({ path, strange }).toEqual({ path, strange: [] });
      expect(['object', 'array', 'string', 'integer', 'boolean']).toContain(schema.type);
    }
  });

  test('says the allowed values where a person reads them', () => {
    const found = new Map(inner(managedJsonSchema()));
    expect(found.get('children[].filter.unknown')?.description).toContain(
      'allow, warn, ask, block',
    );
    expect(found.get('schema')?.description).toContain('saathi-policy/1');
  });
});

test('every sentence of the JSON Schema belongs to a key that exists', () => {
  const described = [...inner(policyJsonSchema())].filter(([, schema]) => schema.description);
  expect(described.length).toBeGreaterThan(20);
  expect(policyJsonSchema().properties?.['timeZone']?.description).toContain('Asia/Karachi');
});

describe.each(['seven-year-old', 'fourteen-year-old', 'school'])(
  'docs/examples/%s.json',
  (name) => {
    const example: unknown = JSON.parse(readFileSync(`docs/examples/${name}.json`, 'utf8'));

    test('is a complete policy', () => {
      expect(policySchema.safeParse(example).error?.issues ?? []).toEqual([]);
    });
  },
);
