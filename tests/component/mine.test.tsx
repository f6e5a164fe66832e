import { describe, expect, test } from 'vitest';

import { MyPage } from '@/components/mine/MyPage.tsx';
import type { AgeBand } from '@/rules/policy/schema.ts';

import type { Replies } from '../support/fake-platform.ts';
import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import { aDay, aFamily, aHistory, aReport, aRequest, noon } from '../support/page-replies.ts';

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
    expect(page.words()).toContain('Quiet time from 9:00 PM to 7:00 AM: every day.');
    expect(page.words()).toContain('1 hr a day for games: Sat and Sun.');
    expect(page.words()).toContain('Your family chose these.');
  });

  test('says how much time is left today', async () => {
    const page = await mine();
    expect(page.words()).toContain('Time for the web1 hr, 48 min leftof 3 hr today');
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
