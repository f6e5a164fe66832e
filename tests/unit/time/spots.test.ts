import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { ChildProfile } from '@/rules/policy/schema.ts';
import { emptyLedger, pastOf, reduce, usageOf } from '@/rules/time/ledger.ts';
import { momentAt } from '@/rules/time/moment.ts';
import { quotaStates } from '@/rules/time/quota.ts';
import { countedHosts } from '@/rules/time/rules-in-force.ts';
import { countedOnce } from '@/rules/time/spots.ts';

import { aHousehold, anOpenChild } from '../../support/builders.ts';

const spot = (host: string) => ({ host, categories: ['video'] });
const family: ChildProfile = {
  ...aHousehold().withQuota('host:a.test', 60).withQuota('set:fun', 60).child,
  hostSets: [{ id: 'fun', name: 'Fun', hosts: ['b.test', 'c.test'] }],
};
const hostsOf = (hosts: readonly string[], profile = family) =>
  countedOnce(hosts.map(spot), profile).map(({ host }) => host);

test('sub-domains of one quota that are heard at once count under the name of the first', () => {
  expect(hostsOf(['m.a.test', 'www.a.test', 'other.test'])).toEqual([
    'm.a.test',
    'm.a.test',
    'other.test',
  ]);
});

test('so do the sites of a set, and sites that no quota adds up keep their names', () => {
  expect(hostsOf(['b.test', 'x.c.test', 'd.test', 'e.d.test'])).toEqual([
    'b.test',
    'b.test',
    'd.test',
    'e.d.test',
  ]);
  expect(hostsOf(['m.a.test', 'www.a.test'], anOpenChild())).toEqual(['m.a.test', 'www.a.test']);
});

test('no quota ever counts more seconds than have passed, whatever is heard at once', () => {
  const host = fc.constantFrom('a.test', 'm.a.test', 'www.a.test', 'b.test', 'x.b.test', 'c.test');
  const shows = fc.array(fc.array(host, { minLength: 1, maxLength: 5 }), { maxLength: 20 });
  const zone = 'Asia/Karachi';
  fc.assert(
    fc.property(shows, (scenes) => {
      const start = Date.parse('2026-11-18T07:00:00Z');
      const rules = { zone, keptHosts: countedHosts(family) };
      let at = start;
      let ledger = emptyLedger;
      for (const hosts of scenes) {
        const [front, ...beside] = countedOnce(hosts.map(spot), family);
        if (front === undefined) continue;
        ledger = reduce(ledger, { kind: 'show', at, childId: family.id, ...front, beside }, rules);
        at += 10_000;
      }
      ledger = reduce(ledger, { kind: 'tick', at }, rules);
      const moment = momentAt(at, zone);
      const spending = {
        profile: family,
        usage: usageOf(ledger, family.id, moment),
        past: pastOf(ledger, family.id, moment),
        overrides: [],
      };
      for (const { used } of quotaStates(spending, moment))
        expect(Math.round(used * 1000)).toBeLessThanOrEqual(at - start);
    }),
  );
});

test('a site with a limit of its own is counted by it too, whatever stands in front', () => {
  const both: ChildProfile = {
    ...aHousehold().withQuota('host:b.test', 30).withQuota('set:fun', 1000).child,
    hostSets: [{ id: 'fun', name: 'Fun', hosts: ['b.test', 'c.test'] }],
  };
  expect(hostsOf(['c.test', 'b.test'], both)).toEqual(['b.test', 'b.test']);
  expect(hostsOf(['b.test', 'c.test'], both)).toEqual(['b.test', 'b.test']);
});

test('two sites of a set with a limit each are counted by both limits', () => {
  const each: ChildProfile = {
    ...family,
    ...aHousehold()
      .withQuota('host:b.test', 30)
      .withQuota('host:c.test', 30)
      .withQuota('set:fun', 60).child,
    hostSets: family.hostSets,
  };
  expect(hostsOf(['c.test', 'b.test'], each)).toEqual(['c.test', 'b.test']);
});
