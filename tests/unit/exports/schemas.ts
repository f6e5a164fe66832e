// The formats' schemas, as validators.
import { readFileSync } from 'node:fs';

import formats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
formats.default(ajv);

export const schemaNames = {
  xarf: 'xarf-v4',
  iodef: 'iodef-rfc8727',
  misp: 'misp-core',
  stix: 'stix-2.1',
  rt: 'rt-ticket',
} as const;
export type JsonFormat = keyof typeof schemaNames;

const validators = Object.fromEntries(
  Object.entries(schemaNames).map(([format, file]) => {
    const path = new URL(`../../fixtures/schemas/${file}.json`, import.meta.url);
    return [format, ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object)];
  }),
);

/** What does not fit, in words; empty if all does. */
export function misfits(format: JsonFormat, document: unknown): string[] {
  const validate = validators[format];
  if (validate === undefined || validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
