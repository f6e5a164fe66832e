import { describe, expect, test } from 'vitest';

import { at } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { minute } from './support/family.ts';
import { answers, asked, house, isOpen, overridesIn } from './support/questions.ts';

describe('what was given', () => {
  const given = async () => {
    const { home, worker } = await house();
    const requestId = await asked(worker);
    await answers(worker, requestId, 'minutes-60', await worker.unlock());
    return { home, worker };
  };

  test('is in the first wall while it lasts, and out of it when it ends', async () => {
    const { home, worker } = await given();
    const opened = () => home.profile.rules.rules().some(({ id }) => id >= 200 && id < 400);
    expect(opened()).toBe(true);
    expect(home.alarm('policy-change')).toBe(at('13:00'));
    home.clock.now = at('13:00');
    await worker.reconcileIfStale();
    expect(opened()).toBe(false);
  });

  test('closes the open page when it ends', async () => {
    const { home, worker } = await given();
    const tab = home.shows('https://game.test/play');
    await worker.reconcile();
    expect(tab.url).toBe('https://game.test/play');
    home.clock.now = at('13:00');
    await worker.reconcileIfStale();
    expect(tab.url).toMatch(/blocked\.html#https/);
  });

  test('may be ended early by anyone: that only tightens', async () => {
    const { worker } = await given();
    const { overrides } = await worker.gets('day.read', {});
    const overrideId = overrides[0]?.id ?? '';
    expect((await worker.ask('override.end', { overrideId }, from.mine)).ok).toBe(true);
    expect(await isOpen(worker)).toBe(false);
  });

  test('BYP-136 is not lost with the next one after the clock was set back', async () => {
    const { home, worker } = await given();
    await worker.tell({ kind: 'tick' });
    home.clock.now -= 30 * minute;
    const requestId = await asked(worker, 'https://chat.test/');
    await answers(worker, requestId, 'minutes-60', await worker.unlock());
    expect(overridesIn(home)).toHaveLength(2);
  });
});
