import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { mostManagedGrants, readManagedGrants } from '@/rules/codes/managed-grants.ts';
import { overrideSchema } from '@/rules/overrides/override.ts';
import { parseWith } from '@/rules/parse.ts';

const trip = {
  id: 'trip',
  childId: 'child-1',
  kind: 'host',
  host: 'Video.test',
  from: '2026-11-18T15:00:00+05:00',
  until: '2026-11-18T18:00:00+05:00',
};
const problemsOf = (...grants: unknown[]) => readManagedGrants(grants).problems;

describe('a grant in the managed document', () => {
  test('holds from when it begins until it ends', () => {
    expect(readManagedGrants([trip])).toEqual({
      grants: [
        {
          id: 'managed-trip',
          childId: 'child-1',
          covers: { kind: 'host', host: 'video.test' },
          grantedAt: Date.parse('2026-11-18T10:00:00Z'),
          expiresAt: Date.parse('2026-11-18T13:00:00Z'),
          requestId: null,
        },
      ],
      problems: [],
    });
  });

  test('gives minutes of a scope, of every limit, or lets a quiet time rest', () => {
    const { host: _, ...rest } = trip;
    const { grants } = readManagedGrants([
      { ...rest, kind: 'minutes', scope: 'category:games', minutes: 20 },
      { ...rest, kind: 'minutes', minutes: 20 },
      { ...rest, kind: 'quiet-time' },
    ]);
    expect(grants.map(({ covers }) => covers)).toEqual([
      { kind: 'time', scope: 'category:games', extraSeconds: 1200 },
      { kind: 'time', extraSeconds: 1200 },
      { kind: 'time', scope: 'quiet-time' },
    ]);
  });

  test.each([
    ['a missing end', { ...trip, until: undefined }, 'grants.0.until'],
    ['an end before its beginning', { ...trip, until: trip.from }, 'grants.0.until'],
    ['a time without a zone', { ...trip, from: '2026-11-18T15:00:00' }, 'grants.0.from'],
    ['a day that does not exist', { ...trip, from: '2026-13-18T15:00:00Z' }, 'grants.0.from'],
    ['24:30', { ...trip, from: '2026-11-18T24:30:00Z' }, 'grants.0.from'],
    ['no host', { ...trip, host: 'not a host' }, 'grants.0.host'],
    ['another kind', { ...trip, kind: 'everything' }, 'grants.0.kind'],
    ['no minutes', { ...trip, kind: 'minutes' }, 'grants.0.minutes'],
    ['0 minutes', { ...trip, kind: 'minutes', minutes: 0 }, 'grants.0.minutes'],
    ['no scope', { ...trip, kind: 'minutes', minutes: 5, scope: 'x' }, 'grants.0.scope'],
    ['a key too many', { ...trip, colour: 'red' }, 'grants.0'],
    ['no object', 'open everything', 'grants.0'],
  ])('with %s gives nothing, and is named', (_, grant, path) => {
    expect(readManagedGrants([grant]).grants).toEqual([]);
    expect(problemsOf(grant).map((problem) => problem.path)).toContain(path);
  });

  test('that can not be read stops no other', () => {
    const { grants, problems } = readManagedGrants(['x', trip]);
    expect(grants).toHaveLength(1);
    expect(problems).toHaveLength(1);
  });
});

test('no grants are no problem; something else than a list is one', () => {
  expect(readManagedGrants(undefined)).toEqual({ grants: [], problems: [] });
  for (const untrusted of [null, 'x', { 0: trip }]) {
    expect(readManagedGrants(untrusted)).toMatchObject({
      grants: [],
      problems: [{ path: 'grants' }],
    });
  }
});

test('a list without end is read to its fiftieth', () => {
  const { grants, problems } = readManagedGrants(Array.from({ length: 5000 }, () => trip));
  expect(grants).toHaveLength(mostManagedGrants);
  expect(problems).toMatchObject([{ path: 'grants' }]);
});

test('whatever stands there, what comes out is an override and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.anything(), (untrusted) => {
      for (const document of [untrusted, [untrusted]]) {
        for (const grant of readManagedGrants(document).grants) {
          expect(parseWith(overrideSchema, grant).ok).toBe(true);
        }
      }
    }),
  );
});
