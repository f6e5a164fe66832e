import fc from 'fast-check';
import { expect, test } from 'vitest';

import { mappingOf } from '@/rules/reporting/mapping.ts';
import { addDetails, composeAddition } from '@/rules/reporting/report.ts';
import { reportTopics } from '@/rules/reporting/topics.ts';

import { laterAt, someReport } from './builders.ts';

test('every topic counts as one value of RSIT, and a page nobody sorted as "other"', () => {
  for (const topic of reportTopics) {
    expect(mappingOf(topic, undefined).rsit).toMatch(/^rsit:[a-z-]+="[a-z-]+"$/);
  }
  expect(mappingOf(null, undefined)).toEqual(mappingOf('other', undefined));
});

test('a country may count in its own way, and only the topics it names', () => {
  const pack = { grooming: { rsit: 'rsit:other="grooming"', xarf: null } };
  expect(mappingOf('grooming', pack)).toEqual(pack.grooming);
  expect(mappingOf('hate', pack)).toEqual(mappingOf('hate', undefined));
});

test('the tag of a pack travels in the report, in what is added to it, and in an addition', () => {
  const mapping = { hate: { rsit: 'rsit:other="hate"', xarf: null } };
  const tags = ['rsit:other="hate"'];
  expect(someReport({ topic: 'hate', mapping }).tags).toEqual(tags);
  const at = { ...laterAt, mapping };
  expect(addDetails(someReport(), { topic: 'hate' }, at).tags).toEqual(tags);
  const sent = { reportId: 'r', version: 2, previous: null };
  expect(composeAddition(sent, { topic: 'hate' }, at).tags).toEqual(tags);
});

test('whatever a pack says, no report of a child is called "csam" to an abuse desk, and every tag is one', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('content/csam', 'rsit:a="b"', 'content/fraud'),
  );
  const own = fc.record({ rsit: text, xarf: fc.option(text) });
  fc.assert(
    fc.property(fc.constantFrom(...reportTopics), own, (topic, values) => {
      const { rsit, xarf } = mappingOf(topic, { [topic]: values });
      expect(rsit).toMatch(/^rsit:[a-z0-9-]+="[a-z0-9-]+"$/);
      expect(xarf ?? 'x/x').toMatch(/^[a-z_]+\/(?!csam$)[a-z_]+$/);
    }),
  );
});
