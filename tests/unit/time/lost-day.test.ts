// A count that was damaged is no fresh allowance.
import { expect, test } from 'vitest';

import { momentAt } from '@/rules/time/moment.ts';
import { closedAt } from '@/rules/time/next-stop.ts';
import { quotaStates } from '@/rules/time/quota.ts';
import { emptyUsage } from '@/rules/time/usage.ts';

import { aHousehold, at } from '../../support/builders.ts';

const lost = { ...emptyUsage('2026-11-18'), isLost: true };
const noon = momentAt(at('12:00'), 'Asia/Karachi');
const leftOf = (household: ReturnType<typeof aHousehold>) =>
  quotaStates(household.with({ usage: lost }).situation(), noon).map(({ left }) => left);

test('of a day whose count was lost nothing is left, of no quota', () => {
  expect(leftOf(aHousehold().withQuota('all', 60).withQuota('category:games', 30))).toEqual([0, 0]);
});

test('it opens again with the next day', () => {
  const situation = aHousehold().withQuota('all', 60).with({ usage: lost }).situation();
  expect(closedAt({ ...situation, scopes: ['all'] }, noon)?.until).toBe(at('24:00'));
});

test('what a guardian gives counts from nothing', () => {
  const given = aHousehold()
    .withQuota('all', 60)
    .withOverride({ kind: 'time', scope: 'all', extraSeconds: 900 }, at('24:00'));
  expect(leftOf(given)).toEqual([900]);
  const used = given.with({ usage: { ...lost, totalSeconds: 600 } }).situation();
  expect(quotaStates(used, noon).map(({ left }) => left)).toEqual([300]);
});

test('a limit of the week alone is used up for that day too', () => {
  const household = aHousehold().withQuota('all', 60);
  const weekly = {
    ...household.child,
    quotas: household.child.quotas.map((quota) => ({ ...quota, minutes: {}, perWeek: 600 })),
  };
  expect(leftOf(household.with({ child: weekly }))).toEqual([0]);
});

test('no minutes are kept of a day that nobody counted', () => {
  const household = aHousehold().withQuota('all', 60);
  const keeping = {
    ...household.child,
    quotas: household.child.quotas.map((quota) => ({ ...quota, carryOver: 30 })),
  };
  const situation = household.with({ child: keeping }).situation();
  const past = (isLost: boolean) => [
    { ...emptyUsage('2026-11-17'), totalSeconds: 60, ...(isLost ? { isLost } : {}) },
  ];
  const carried = (isLost: boolean) =>
    quotaStates({ ...situation, past: past(isLost) }, noon).map((state) => state.carried);
  expect(carried(false)).toEqual([1800]);
  expect(carried(true)).toEqual([0]);
});
