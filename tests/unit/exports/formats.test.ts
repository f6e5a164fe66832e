import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  exportFormats,
  exportTo,
  type ExportFormat,
  type ExportOptions,
} from '@/rules/exports/export.ts';
import type { ReportTopic } from '@/rules/messages/contract.ts';
import { composeAddition } from '@/rules/reporting/report.ts';
import type { Letter, Report } from '@/rules/reporting/schema.ts';
import { reportTopics } from '@/rules/reporting/topics.ts';

import { someReport } from '../reporting/builders.ts';
import { honestReport, hostileReport, isReport } from './random-report.ts';
import { misfits, schemaNames, type JsonFormat } from './schemas.ts';

const options: ExportOptions = {
  sender: { org: 'National intake', contact: 'intake@cert.example', domain: 'cert.example' },
  queue: 'Child Protection',
  language: 'en',
};
const jsonFormats = Object.keys(schemaNames) as JsonFormat[];

function written(format: ExportFormat, letter: Letter, changed: Partial<ExportOptions> = {}) {
  const result = exportTo(format, letter, { ...options, ...changed });
  if (!result.ok) throw new Error(`not exported: ${result.failure.reason}`);
  return result.value;
}
const document = (format: JsonFormat, report: Letter): unknown =>
  JSON.parse(written(format, report));

describe.each(jsonFormats)('%s', (format) => {
  test('fits its schema for whatever a device reports', () => {
    fc.assert(
      fc.property(honestReport, (report) => {
        const result = exportTo(format, report, options);
        if (!result.ok) expect(['no-type', 'no-address']).toContain(result.failure.reason);
        else expect(misfits(format, JSON.parse(result.value))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('fits its schema for a file in which every text is an attack', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        expect(isReport(report)).toBe(true);
        const result = exportTo(format, report, options);
        if (!result.ok) expect(['no-type', 'no-address']).toContain(result.failure.reason);
        else expect(misfits(format, JSON.parse(result.value))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('comes out the same when it is exported again', () => {
    fc.assert(
      fc.property(honestReport, (report) => {
        expect(exportTo(format, structuredClone(report), options)).toEqual(
          exportTo(format, report, options),
        );
      }),
      { numRuns: 30 },
    );
  });
});

test('every format takes a report of grooming with an address', () => {
  const report = someReport({ topic: 'grooming', words: 'He asks for pictures.' });
  for (const format of exportFormats) expect(written(format, report)).not.toBe('');
});

test('no format ever says csam for a child, nor carries a picture, evidence or the age of somebody hurt', () => {
  fc.assert(
    fc.property(honestReport, (report) => {
      const result = exportTo('xarf', { ...report, ...asCsam }, options);
      if (!result.ok) return;
      const xarf = JSON.parse(result.value) as object;
      expect(xarf).toMatchObject({ type: 'csem', exploitation_type: 'distribution' });
      for (const name of ['classification', 'evidence', 'victim_age_range', 'evidence_type']) {
        expect(xarf).not.toHaveProperty(name);
      }
    }),
    { numRuns: 50 },
  );
});
const asCsam = { category: 'csam', subcategory: null } as const;

test('XARF has a type for five topics, and for the others and the unsorted it says that it has none', () => {
  const types = reportTopics.map((topic) => {
    const result = exportTo('xarf', someReport({ topic }), options);
    return [topic, result.ok ? typeOf(result.value) : result.failure.reason];
  });
  expect(Object.fromEntries(types)).toEqual({
    csam: 'csem distribution',
    grooming: 'csem grooming',
    sextortion: 'csem sextortion',
    phishing: 'phishing',
    'identity-theft': 'fraud other',
    cyberbullying: 'no-type',
    hate: 'no-type',
    'self-harm': 'no-type',
    violence: 'no-type',
    other: 'no-type',
  });
  expect(exportTo('xarf', someReport({ topic: null }), options)).toEqual({
    ok: false,
    failure: { reason: 'no-type' },
  });
});
function typeOf(text: string): string {
  const xarf = JSON.parse(text) as Record<string, string>;
  return [xarf['type'], xarf['exploitation_type'] ?? xarf['fraud_type']].filter(Boolean).join(' ');
}

test('XARF tells a hoster the address and the account, and nothing of the child', () => {
  const report = someReport({ topic: 'grooming', words: 'I am Ali from Lahore', ageBand: '9-12' });
  const text = written('xarf', report);
  expect(JSON.parse(text)).toMatchObject({
    source_identifier: 'chat.example',
    url: 'https://chat.example/u/stranger9?lang=ur',
    tags: ['rsit:abusive-content.violence', 'saathi:not-verified'],
  });
  for (const secret of ['Ali', '10-13', 'PK', 'Karachi', 'Chat with']) {
    expect(text).not.toContain(secret);
  }
});

test('XARF and IODEF do not go without an organisation that stands for them', () => {
  const report = someReport({ topic: 'phishing' });
  for (const format of ['xarf', 'iodef'] as const) {
    expect(exportTo(format, report, { ...options, sender: null })).toEqual({
      ok: false,
      failure: { reason: 'no-sender' },
    });
  }
  expect(misfits('stix', JSON.parse(written('stix', report, { sender: null })))).toEqual([]);
});

test('IODEF says what it is by RSIT, where it was by address, and judges nothing but what was told', () => {
  const incident = (topic: ReportTopic) =>
    (document('iodef', someReport({ topic })) as { Incident: unknown[] }).Incident[0];
  const impact = (type: string) => ({ BusinessImpact: { severity: 'unknown', type } });
  expect(incident('grooming')).toMatchObject({
    restriction: 'private',
    IncidentID: { name: 'cert.example' },
    Assessment: [
      { IncidentCategory: ['rsit:abusive-content="violence"'], Impact: [impact('unknown')] },
    ],
    EventData: [
      {
        System: [
          {
            Node: {
              Address: [
                { category: 'site-uri', value: 'https://chat.example/u/stranger9?lang=ur' },
              ],
            },
          },
        ],
      },
    ],
  });
  expect(incident('sextortion')).toMatchObject({ Assessment: [{ Impact: [impact('extortion')] }] });
});

test('MISP keeps the event in its organisation, unpublished, with nothing for automatic detection', () => {
  expect(document('misp', someReport({ topic: 'phishing' }))).toMatchObject({
    Event: {
      distribution: '0',
      published: false,
      threat_level_id: '4',
      Tag: [
        { name: 'rsit:fraud="phishing"' },
        { name: 'tlp:red' },
        { name: 'saathi:urgency="info"' },
      ],
    },
  });
  const { Event: event } = document('misp', someReport()) as {
    Event: { attribute_count: string; Attribute: { uuid: string; to_ids: boolean }[] };
  };
  expect(event.Attribute.some(({ to_ids: toIds }) => toIds)).toBe(false);
  expect(event.attribute_count).toBe(String(event.Attribute.length));
  expect(new Set(event.Attribute.map(({ uuid }) => uuid)).size).toBe(event.Attribute.length);
});

type Stix = { id: string; type: string; modified?: string; object_refs?: string[] }[];
const objectsOf = (report: Report): Stix => (document('stix', report) as { objects: Stix }).objects;

test('STIX names the address as everybody names it, so that two reports of it meet', () => {
  const [first, second] = ['1', '2'].map((end) =>
    objectsOf(someReport({ reportId: `5b0f7c1e-0000-4000-8000-00000000000${end}` })),
  );
  const idOf = (type: string, objects?: Stix) => objects?.find((one) => one.type === type)?.id;
  // Made with the namespace of STIX 2.1 and {"value":"https://chat.example/u/stranger9?lang=ur"} by another program.
  expect(idOf('url', first)).toBe('url--ecca7e08-f58e-53ff-bde5-058ee7ea842a');
  expect(idOf('url', second)).toBe(idOf('url', first));
  expect(idOf('incident', second)).not.toBe(idOf('incident', first));
});

test('a later version of a report is the same STIX incident, modified later', () => {
  const report = someReport();
  const incident = (version: number) =>
    objectsOf({ ...report, version }).find(({ type }) => type === 'incident');
  expect(incident(2)?.id).toBe(incident(1)?.id);
  expect(Date.parse(incident(2)?.modified ?? '')).toBeGreaterThan(
    Date.parse(incident(1)?.modified ?? ''),
  );
});

test('STIX refers to nothing that is not in the bundle', () => {
  fc.assert(
    fc.property(honestReport, (report) => {
      const objects = objectsOf(report);
      const ids = new Set(objects.map(({ id }) => id));
      const named = objects.flatMap(({ object_refs: refs = [] }) => refs);
      expect(named.filter((id) => !ids.has(id))).toEqual([]);
      expect(ids.size).toBe(objects.length);
    }),
    { numRuns: 40 },
  );
});

test('a page without an address still becomes a ticket, an event and a bundle', () => {
  const report = someReport({ address: 'file:///home/ali/x.html', topic: 'grooming' });
  for (const format of ['rt', 'misp', 'stix', 'iodef'] as const) {
    expect(misfits(format, document(format, report))).toEqual([]);
  }
  for (const format of ['xarf', 'scart'] as const) {
    expect(exportTo(format, report, options)).toEqual({
      ok: false,
      failure: { reason: 'no-address' },
    });
  }
});

test('a time that is none is named, not passed on', () => {
  const report = someReport();
  const late = { ...report, when: { ...report.when, seenAt: 'yesterday' } };
  expect(exportTo('misp', late, options)).toEqual({
    ok: false,
    failure: { reason: 'no-time', path: 'when.seenAt' },
  });
  for (const createdAt of [
    '',
    '2026-13-01T00:00:00Z',
    '9999-12-31T23:59:59-14:00',
    '1969-12-31T00:00:00Z',
  ]) {
    expect(exportTo('stix', { ...report, createdAt }, options)).toEqual({
      ok: false,
      failure: { reason: 'no-time', path: 'createdAt' },
    });
  }
});

test('an addition goes where its report can be found again, and nowhere else', () => {
  const addition = composeAddition(
    { reportId: 'r-1', version: 2, previous: null },
    { topic: 'grooming', words: 'more' },
    { instant: 0, timeZone: 'UTC' },
  );
  expect(misfits('rt', document('rt', addition))).toEqual([]);
  expect(written('text', addition)).toContain('Addition to a report');
  for (const format of ['xarf', 'iodef', 'misp', 'stix', 'scart'] as const) {
    expect(exportTo(format, addition, options)).toEqual({
      ok: false,
      failure: { reason: 'addition' },
    });
  }
});
