import { describe, expect, test } from 'vitest';

import { MyPage } from '@/components/mine/MyPage.tsx';
import type { AgeBand } from '@/rules/policy/schema.ts';

import type { Replies } from '../support/fake-platform.ts';
import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import {
  aDay,
  aDayQuota,
  aFamily,
  aHistory,
  aReport,
  aRequest,
  noon,
} from '../support/page-replies.ts';

const replies = (band: AgeBand): Replies => ({
  'day.read': aDay(),
  'history.read': aHistory(),
  'policy.read': { policy: aFamily(band), revision: 1, source: 'local' },
  'requests.read': {
    requests: [
      aRequest(),
      aRequest({ id: 'other', childId: 'ali', host: 'ali.test' }),
      aRequest({ id: 'old', host: 'wiki.test', state: 'refused', refusal: 'not-safe' }),
    ],
  },
  'journal.read': {
    entries: [
      {
        at: noon,
        who: 'guardian',
        change: {
          childId: 'sara',
          key: 'changeBlocklistAdded',
          values: { child: 'Sara', pattern: 'play.games.test' },
          weakens: false,
        },
      },
    ],
  },
  'reports.read': { reports: [aReport({ state: 'delivered', topic: 'hate' })] },
});
const mine = (band: AgeBand = '9-12', options: MountOptions = {}) =>
  mount(<MyPage />, { band, ...options, replies: { ...replies(band), ...options.replies } });

describe('my page', () => {
  test('says the rules in sentences', async () => {
    const page = await mine();
    expect(page.words()).toContain('Ask first: social networks and shopping.');
    expect(page.words()).toContain(
      'Every day: quiet time from 9:00 PM until 7:00 AM the next morning.',
    );
    expect(page.words()).toContain('Saturday and Sunday: 1 hr a day for games.');
    expect(page.words()).toContain('Your family chose these.');
  });

  test('says how much time is left today', async () => {
    const page = await mine();
    expect(page.words()).toContain('Time for the web1 hr 48 minleft of 3 hr today');
    expect(page.words()).toContain('Time for gamesAll used for today');
  });

  test('lets the child end a permission early', async () => {
    const page = await mine('9-12', { replies: { 'override.end': {} } });
    expect(page.words()).toContain('Open for now: wiki.test, until today at');
    await page.press('End it now');
    expect(page.platform.asked.find(({ name }) => name === 'override.end')?.body).toEqual({
      overrideId: 'o1',
    });
  });

  test('offers no end where whoever manages the browser gave it', async () => {
    const overrides = [
      { id: 'g', covers: 'wiki.test', expiresAt: noon + 1_800_000, isManaged: true as const },
    ];
    const page = await mine('9-12', { replies: { 'day.read': aDay({ overrides }) } });
    expect(page.words()).toContain('Open for now: wiki.test');
    expect(page.words()).not.toContain('End it now');
  });

  test('tells the truth about who sees what, by age', async () => {
    const young = await mine('9-12');
    expect(young.words()).toContain('which closed pages were opened in the last 7 days');
    young.unmount();
    const older = await mine('13-15');
    expect(older.words()).toContain('how often something was closed, without addresses');
    expect(older.words()).toContain('when you open Help');
  });

  test('shows own questions only, with their answers', async () => {
    const page = await mine();
    expect(page.words()).toContain('play.games.test');
    expect(page.words()).toContain('Not this time. It is not safe there.');
    expect(page.words()).not.toContain('ali.test');
  });

  test('shows what was closed and why', async () => {
    const page = await mine();
    expect(page.words()).toContain('2 pages were closed today.');
    expect(page.words()).toContain('Sites nobody has checked');
  });

  test('shows the journal of changes', async () => {
    const page = await mine();
    expect(page.words()).toContain('Sara: play.games.test is now closed.');
    expect(page.words()).toContain('a grown-up at home');
  });

  test('keeps reports folded away, and deletes them', async () => {
    const page = await mine('9-12', { replies: { 'reports.forget': {} } });
    const folded = [...page.root.querySelectorAll('details')].find((details) =>
      details.textContent?.includes('Show my reports'),
    );
    expect(folded?.open).toBe(false);
    await page.press('Delete here');
    await page.press('Delete it');
    expect(page.platform.asked.map(({ name }) => name)).toContain('reports.forget');
  });

  test('shows Help and little else when the background is silent', async () => {
    const page = await mount(<MyPage />, {
      replies: { 'state.read': () => ({ ok: false, failure: 'broken' }) },
    });
    expect(page.words()).toContain('Help works all the same.');
    expect(page.button('Help')).toBeDefined();
  });

  test.each(['en', 'ur'] as const)('has no accessibility violation in "%s"', async (language) => {
    const page = await mine('5-8', { language });
    await expectAccessible(page.root);
  });
});

describe('the picture of my day', () => {
  const ring = (page: Awaited<ReturnType<typeof mine>>, index: number) =>
    page.root.querySelectorAll('.ring')[index]?.querySelector('.ring-left');

  test('is a ring that is as full as the time that is left, and empty when it is used', async () => {
    const page = await mine();
    expect(ring(page, 0)?.getAttribute('stroke-dasharray')).toBe('60 40');
    expect(ring(page, 1)).toBeNull();
  });

  test('says what was kept from before, and what the week has left', async () => {
    const quota = aDayQuota({
      carriedSeconds: 900,
      week: { limitSeconds: 7200, usedSeconds: 3600 },
    });
    const page = await mine('9-12', { replies: { 'day.read': aDay({ quotas: [quota] }) } });
    expect(page.words()).toContain('15 min of it kept from before');
    expect(page.words()).toContain('This week: 1 hr left of 2 hr');
  });

  test('is as empty as the week where the week has less left than the day', async () => {
    const week = { limitSeconds: 18_000, usedSeconds: 17_100 };
    const quota = aDayQuota({ limitSeconds: 3600, usedSeconds: 0, leftSeconds: 900, week });
    const page = await mine('9-12', { replies: { 'day.read': aDay({ quotas: [quota] }) } });
    expect(ring(page, 0)?.getAttribute('stroke-dasharray')).toBe('25 75');
    expect(page.words()).toContain('15 minleft of 1 hr today');
  });

  test('is the week’s where only the week has a limit', async () => {
    const week = { limitSeconds: 7200, usedSeconds: 3600 };
    const quota = aDayQuota({ limitSeconds: null, usedSeconds: 600, leftSeconds: 3600, week });
    const page = await mine('9-12', { replies: { 'day.read': aDay({ quotas: [quota] }) } });
    expect(ring(page, 0)?.getAttribute('stroke-dasharray')).toBe('50 50');
    expect(page.words()).toContain('1 hrleft of 2 hr this week');
    expect(page.words()).not.toContain('This week: ');
  });

  test('says when what is closed by time opens again', async () => {
    const from = noon - 3_600_000;
    const page = await mine('9-12', {
      replies: {
        'day.read': aDay({
          overrides: [{ id: 'dinner', covers: 'lockdown', expiresAt: noon + 1_800_000 }],
          quietTimesToday: [
            { quietTimeId: 'a', scope: 'all', from, to: noon + 7_200_000 },
            { quietTimeId: 'b', scope: 'category:games', from, to: noon + 3_600_000 },
          ],
        }),
      },
    });
    const words = page.words().replaceAll('\u202f', ' ');
    expect(words).toContain('Everything rests until today at 4:00 PM. Help stays open.');
    expect(words).toContain('It is quiet time. It opens again today at 5:30 PM.');
    expect(words).toContain('Closed now: games. It opens again today at 4:30 PM.');
    expect(words).toContain('Time for games opens again tomorrow.');
    expect(words).not.toContain('Open for now: lockdown');
  });

  test('names a set of sites as the family did', async () => {
    const family = aFamily('9-12');
    const [child] = family.children;
    if (child === undefined) throw new Error('a family has a child');
    const hostSets = [{ id: 'fun', name: 'Fun places', hosts: ['fun.test'] }];
    const page = await mine('9-12', {
      replies: {
        'day.read': aDay({ quotas: [aDayQuota({ scope: 'set:fun' })] }),
        'policy.read': {
          policy: { ...family, children: [{ ...child, hostSets }] },
          revision: 1,
          source: 'local',
        },
      },
    });
    expect(page.words()).toContain('Time for Fun places');
  });

  test('shows what ran today, by topic and by the hour', async () => {
    const page = await mine('16-17');
    expect(page.words()).toContain('1 hr, 12 min in all');
    expect(page.words()).toContain('videos 40 min');
    expect(page.root.querySelectorAll('svg.hour-columns')).toHaveLength(1);
  });

  test('shows the weeks as the guardian sees them, and says so', async () => {
    const page = await mine('13-15');
    expect(page.words()).toContain('A grown-up at home can see this same picture.');
    expect(page.platform.asked.filter(({ name }) => name === 'history.read').at(-1)?.body).toEqual(
      {},
    );
  });

  test('spares the youngest charts of hours and weeks', async () => {
    const page = await mine('5-8');
    expect(page.root.querySelectorAll('.ring')).toHaveLength(2);
    expect(page.root.querySelectorAll('svg.hour-columns, .week-chart')).toHaveLength(0);
  });
});
