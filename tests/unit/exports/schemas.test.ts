// A schema that takes everything proves nothing: each of these must be able to say no.
import { describe, expect, test } from 'vitest';

import { exportTo } from '@/rules/exports/export.ts';
import type { ReportTopic } from '@/rules/messages/contract.ts';

import { someReport } from '../reporting/builders.ts';
import { misfits, schemaNames, type JsonFormat } from './schemas.ts';

type Tree = { [key: string]: unknown };

function good(format: JsonFormat, topic: ReportTopic = 'grooming'): Tree {
  const report = someReport({
    address: 'https://t.me/stranger9',
    topic,
    words: 'He asks for pictures.',
  });
  const result = exportTo(format, report, {
    sender: { org: 'National intake', contact: 'intake@cert.example', domain: 'cert.example' },
    queue: 'Child Protection',
    language: 'en',
  });
  if (!result.ok) throw new Error(result.failure.reason);
  return JSON.parse(result.value) as Tree;
}

/** Every object in a document with the way to it, the document itself first. */
function objectsIn(value: unknown, path = ''): [path: string, object: Tree][] {
  if (Array.isArray(value)) return value.flatMap((item, at) => objectsIn(item, `${path}/${at}`));
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, item]) => objectsIn(item, `${path}/${key}`));
  return [[path, value as Tree], ...inside];
}
/** The objects of a copy, changed one at a time. */
function eachChanged(document: Tree, change: (object: Tree) => void): [path: string, copy: Tree][] {
  return objectsIn(document).map(([path], at) => {
    const copy = structuredClone(document);
    const [, object] = objectsIn(copy)[at] ?? ['', {}];
    change(object);
    return [path, copy];
  });
}

describe.each(Object.keys(schemaNames) as JsonFormat[])('the schema of %s', (format) => {
  test('takes what was exported', () => {
    expect(misfits(format, good(format))).toEqual([]);
  });

  test('takes no member that the format does not know, wherever it stands', () => {
    const taken = eachChanged(good(format), (object) => {
      object['picture'] = 'iVBORw0KGgo=';
    }).filter(([, copy]) => misfits(format, copy).length === 0);
    expect(taken.map(([path]) => path)).toEqual([]);
  });

  test('takes no number, no null and no list where a text belongs', () => {
    for (const wrong of [1, null, []]) {
      const taken = eachChanged(good(format), (object) => {
        for (const [key, value] of Object.entries(object)) {
          if (typeof value === 'string') object[key] = wrong;
        }
      }).filter(([, copy]) => misfits(format, copy).length === 0);
      expect(taken.filter(([, copy]) => hasTexts(copy, wrong)).map(([path]) => path)).toEqual([]);
    }
  });

  test('takes nothing empty', () => {
    for (const nothing of [{}, [], null, '', 0]) {
      expect(misfits(format, nothing)).not.toEqual([]);
    }
  });
});
/** Whether the change found a text at all: a list of lists has none. */
const hasTexts = (copy: Tree, wrong: unknown): boolean =>
  objectsIn(copy).some(([, object]) =>
    Object.values(object).some((value) => JSON.stringify(value) === JSON.stringify(wrong)),
  );

/** The member that a path of keys leads to, replaced; undefined takes it away. */
function put(document: Tree, path: readonly (string | number)[], value: unknown): Tree {
  const copy = structuredClone(document);
  const last = path.at(-1) ?? '';
  const owner = path.slice(0, -1).reduce<Tree>((tree, key) => tree[key] as Tree, copy);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return copy;
}

const wrong: Readonly<Record<JsonFormat, readonly (readonly [(string | number)[], unknown])[]>> = {
  xarf: [
    [['report_id'], undefined],
    [['report_id'], 'r-1'],
    [['xarf_version'], '3.0.0'],
    [['timestamp'], '2026-11-20 18:05'],
    [['reporter', 'contact'], 'nobody'],
    [['sender'], undefined],
    [['sender', 'domain'], 'not a host'],
    [['source_identifier'], ''],
    [['category'], 'messaging'],
    [['type'], 'csam'],
    [['type'], 'phishing'],
    [['url'], undefined],
    [['url'], 'https://chat.example/a b'],
    [['exploitation_type'], undefined],
    [['exploitation_type'], 'nudes'],
    [['detection_method'], undefined],
    [['victim_age_range'], 'pubescent'],
    [['tags'], ['rsit:abusive-content="violence"']],
    [['description'], 'x'.repeat(1001)],
  ],
  iodef: [
    [['version'], '1.0'],
    [['Incident'], []],
    [['Incident', 0, 'purpose'], undefined],
    [['Incident', 0, 'purpose'], 'complaint'],
    [['Incident', 0, 'restriction'], 'secret'],
    [['Incident', 0, 'IncidentID'], '17'],
    [['Incident', 0, 'IncidentID', 'name'], undefined],
    [['Incident', 0, 'IncidentID', 'name'], 'National intake'],
    [['Incident', 0, 'GenerationTime'], undefined],
    [['Incident', 0, 'DetectTime'], 'yesterday'],
    [['Incident', 0, 'Contact'], []],
    [['Incident', 0, 'Contact', 0, 'role'], 'child'],
    [['Incident', 0, 'Contact', 0, 'Email'], [{ EmailTo: 'nobody' }]],
    [['Incident', 0, 'AdditionalData', 0, 'dtype'], undefined],
    [['Incident', 0, 'AdditionalData', 0, 'value'], undefined],
    [['Incident', 0, 'Assessment', 0, 'Impact'], undefined],
    [['Incident', 0, 'Assessment', 0, 'IncidentCategory'], 'child'],
    [['Incident', 0, 'Assessment', 0, 'Impact', 0, 'BusinessImpact', 'type'], 'harm'],
    [['Incident', 0, 'EventData', 0, 'Flow'], []],
    [['Incident', 0, 'EventData', 0, 'System', 0, 'Node'], {}],
    [['Incident', 0, 'EventData', 0, 'System', 0, 'Node', 'Address', 0, 'category'], 'url'],
    [['Incident', 0, 'EventData', 0, 'System', 0, 'Node', 'Address', 0, 'value'], 'no address'],
  ],
  misp: [
    [['Event', 'uuid'], 'r-1'],
    [['Event', 'info'], 'one\ntwo'],
    [['Event', 'info'], 'x'.repeat(257)],
    [['Event', 'date'], '2026-11-20T18:05:00Z'],
    [['Event', 'threat_level_id'], '5'],
    [['Event', 'distribution'], 0],
    [['Event', 'published'], 'false'],
    [['Event', 'publish_timestamp'], '1763643900'],
    [['Event', 'sharing_group_id'], '3'],
    [['Event', 'timestamp'], '2026'.repeat(4)],
    [['Event', 'attribute_count'], 3],
    [['Event', 'Attribute'], []],
    [['Event', 'Attribute', 0, 'type'], 'sha256'],
    [['Event', 'Attribute', 0, 'category'], 'Payload delivery'],
    [['Event', 'Attribute', 0, 'value'], 'not an address'],
    [['Event', 'Attribute', 0, 'value'], ''],
    [['Event', 'Attribute', 0, 'to_ids'], undefined],
    [['Event', 'id'], '0'],
    [['Event', 'Tag'], [{}]],
  ],
  stix: [
    [['spec_version'], '2.1'],
    [['id'], 'bundle--1'],
    [['id'], 'report--d9c5d201-eda2-45c1-9238-939558ac5a7c'],
    [['objects', 0, 'definition'], { tlp: 'white' }],
    [['objects', 1, 'name'], undefined],
    [['objects', 1, 'identity_class'], 'child'],
    [['objects', 2, 'id'], 'note--d9c5d201-eda2-45c1-9238-939558ac5a7c'],
    [['objects', 2, 'type'], 'intrusion-set'],
    [['objects', 2, 'created'], '2026-11-20T18:05:00+05:00'],
    [['objects', 2, 'modified'], undefined],
    [['objects', 2, 'created_by_ref'], 'url--d9c5d201-eda2-55c1-9238-939558ac5a7c'],
    [['objects', 3, 'number_observed'], 0],
    [['objects', 3, 'object_refs'], []],
    [['objects', 3, 'object_refs'], ['note--d9c5d201-eda2-45c1-9238-939558ac5a7c']],
    [['objects', 4, 'value'], 'no address'],
    [['objects', 4, 'created'], '2026-11-20T13:05:00.000Z'],
    [['objects', 5, 'account_login'], ''],
    [['objects', 6, 'content'], undefined],
    [['objects', 6, 'lang'], 'in Urdu'],
  ],
  rt: [
    [['Queue'], undefined],
    [['Subject'], 'one\r\nBcc: everybody@evil.example'],
    [['Subject'], 'x'.repeat(201)],
    [['ContentType'], 'text/html'],
    [['CustomFields', 'Report ID'], undefined],
    [['CustomFields', 'Report ID'], 'r\n1'],
    [['Attachments'], []],
  ],
};

describe.each(Object.entries(wrong))('the schema of %s', (name, cases) => {
  const format = name as JsonFormat;
  test.each(cases)('takes no %j that is %j', (path, value) => {
    expect(misfits(format, put(good(format), path, value))).not.toEqual([]);
  });
});
