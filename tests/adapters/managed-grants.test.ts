import { describe, expect, test } from 'vitest';

import { aHousehold, aPolicy, at } from '../support/builders.ts';
import type { Home } from '../support/fake-world.ts';
import { aSetUpHome, manage, minute, opens } from './support/family.ts';
import { isOpen } from './support/phone.ts';

const game = 'https://game.test/';
const strict = aPolicy(aHousehold().withCategory('games', 'block').child);
const iso = (time: string): string => new Date(at(time)).toISOString().replace('.000', '');
const afternoon = (about: Readonly<Record<string, unknown>> = {}) => ({
  id: 'afternoon',
  childId: 'child-1',
  kind: 'host',
  host: 'game.test',
  from: iso('13:00'),
  until: iso('14:00'),
  ...about,
});
async function atHour(home: Home, time: string) {
  home.passes(at(time) - home.clock.now);
  return home.wake();
}

describe('a grant in managed storage', () => {
  test('opens from its beginning to its end beside the family’s own rules', async () => {
    const { home } = await aSetUpHome(strict);
    manage(home, { grants: [afternoon()] });
    const before = await home.wake();
    expect(await isOpen(before, game)).toBe(false);
    await before.reconcile();
    expect(home.alarm('policy-change')).toBe(at('13:00'));
    const during = await atHour(home, '13:00');
    expect(await isOpen(during, game)).toBe(true);
    await during.reconcileIfStale();
    expect(opens(home, game)).toBe(true);
    expect((await during.gets('state.read', {})).source).toBe('local');
    // It ends in the document of whoever gave it: no page offers to end it here.
    expect((await during.gets('day.read', {})).overrides).toMatchObject([{ isManaged: true }]);
    const after = await atHour(home, '14:00');
    expect(await isOpen(after, game)).toBe(false);
    await after.reconcileIfStale();
    expect(opens(home, game)).toBe(false);
  });

  test('stands beside a managed policy', async () => {
    const { home } = await aSetUpHome(strict);
    manage(home, { ...strict, grants: [afternoon()] });
    const worker = await atHour(home, '13:30');
    expect(await isOpen(worker, game)).toBe(true);
    expect(await worker.gets('state.read', {})).toMatchObject({ source: 'managed', problems: [] });
  });

  test('is for its child only', async () => {
    const { home } = await aSetUpHome(strict);
    manage(home, { grants: [afternoon({ childId: 'ali' })] });
    expect(await isOpen(await atHour(home, '13:30'), game)).toBe(false);
  });

  test('ends when it is taken out of the document', async () => {
    const { home } = await aSetUpHome(strict);
    manage(home, { grants: [afternoon()] });
    expect(await isOpen(await atHour(home, '13:30'), game)).toBe(true);
    manage(home, {});
    expect(await isOpen(await home.wake(), game)).toBe(false);
  });

  test('is not made longer by a clock that is set back', async () => {
    const { home } = await aSetUpHome(strict);
    manage(home, { grants: [afternoon()] });
    const worker = await atHour(home, '14:05');
    await worker.tell({ kind: 'tick' });
    home.clock.now -= 20 * minute;
    expect(await isOpen(await home.wake(), game)).toBe(false);
  });

  test('that can not be read is named to the guardian and opens nothing', async () => {
    const { home } = await aSetUpHome(strict);
    manage(home, { grants: [afternoon({ until: 'tomorrow' })] });
    const worker = await atHour(home, '13:30');
    expect(await isOpen(worker, game)).toBe(false);
    const { problems } = await worker.gets('state.read', {});
    expect(problems).toMatchObject([{ where: 'managed', path: 'grants.0.until' }]);
  });

  test('beside a policy that is broken gives nothing: the last good rules hold', async () => {
    const { home } = await aSetUpHome(strict);
    manage(home, { ...strict, timeZone: 'Nowhere/Never', grants: [afternoon()] });
    const worker = await atHour(home, '13:30');
    expect(await isOpen(worker, game)).toBe(false);
  });

  test('alone takes the place of a managed policy that is gone: the family’s rules hold again', async () => {
    const { home } = await aSetUpHome(strict);
    manage(home, { ...strict, language: 'ur' });
    expect((await (await home.wake()).gets('state.read', {})).source).toBe('managed');
    manage(home, { grants: [] });
    expect((await (await home.wake()).gets('state.read', {})).source).toBe('local');
    manage(home, {});
    expect((await (await home.wake()).gets('state.read', {})).source).toBe('local');
  });
});
