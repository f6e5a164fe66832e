import { describe, expect, test } from 'vitest';

import { daysTable } from '@/components/picture/days-table.ts';
import { Week } from '@/components/picture/Week.tsx';
import type { History } from '@/rules/messages/history-contract.ts';
import type { PicturedDay } from '@/rules/time/history.ts';

import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import { aHistory, aPicturedDay, hours } from '../support/page-replies.ts';

const week = (history: Partial<History> = {}, options: MountOptions = {}) =>
  mount(<Week history={aHistory(history)} />, { band: '13-15', ...options });
type Shown = Awaited<ReturnType<typeof week>>;

const rows = (page: Shown) => [...page.root.querySelectorAll('.week-day')];
const partsOf = (row: Element | undefined) =>
  [...(row?.querySelectorAll('[data-series]') ?? [])].map(
    (part) => `${part.getAttribute('data-series')} ${part.getAttribute('width')}`,
  );
const tableOf = (page: Shown, caption: string) => {
  const table = [...page.root.querySelectorAll('table')].find((each) =>
    each.caption?.textContent.includes(caption),
  );
  return [...(table?.rows ?? [])].map((row) =>
    [...row.cells].map((cell) =>
      cell.textContent.replaceAll(/[\u2068\u2069]/g, '').replaceAll('\u202f', ' '),
    ),
  );
};
const aWeekOf = (...days: readonly PicturedDay[]): Partial<History> => ({
  today: days.at(-1)?.date ?? '2026-11-21',
  days,
});

describe('the week', () => {
  test('has a row for each of seven days; a day to come is only named', async () => {
    const page = await week();
    expect(rows(page).map(({ tagName }) => tagName)).toEqual([
      ...Array.from({ length: 6 }, () => 'BUTTON'),
      'DIV',
    ]);
    expect(rows(page)[5]?.textContent).toBe('Sat1 hr, 12 min');
    expect(rows(page)[6]?.textContent).toBe('Sun');
  });

  test('draws each day by topic, as long as its time on the common axis', async () => {
    const page = await week(
      aWeekOf(
        aPicturedDay('2026-11-16', {
          totalSeconds: 3600,
          byCategory: [
            { category: 'games', seconds: 900 },
            { category: 'known', seconds: 2700 },
          ],
          limitSeconds: null,
        }),
      ),
    );
    expect(partsOf(rows(page)[0])).toEqual(['known 75%', 'games 25%']);
  });

  test('draws the limit of each day on it, and says whose it is', async () => {
    const page = await week(
      aWeekOf(
        aPicturedDay('2026-11-16', { totalSeconds: 1800, limitSeconds: 3600 }),
        aPicturedDay('2026-11-17', { totalSeconds: 1800, limitSeconds: null }),
      ),
    );
    const limitIn = (row: Element | undefined) =>
      row?.querySelector('.chart-limit')?.getAttribute('x1') ?? null;
    expect(rows(page).slice(0, 2).map(limitIn)).toEqual(['100%', null]);
    expect(page.words()).toContain('Limit of the day');
    expect(page.words()).toContain('The limits are drawn as the rules stand now.');
  });

  test('says where topics share their seconds, and draws no bar longer than its day', async () => {
    const page = await week(
      aWeekOf(
        aPicturedDay('2026-11-16', {
          totalSeconds: 1800,
          byCategory: [
            { category: 'games', seconds: 1800 },
            { category: 'video', seconds: 1800 },
          ],
          limitSeconds: null,
        }),
      ),
    );
    expect(partsOf(rows(page)[0])).toEqual(['video 50%', 'games 50%']);
    expect(page.words()).toContain('One second can belong to two topics');
  });

  test('stands in a table too, with every topic by its own name', async () => {
    const page = await week(
      aWeekOf(
        aPicturedDay('2026-11-16', {
          totalSeconds: 4500,
          byCategory: [
            { category: 'shopping', seconds: 900 },
            { category: 'dating', seconds: 3600 },
          ],
          blockedCount: 3,
          asked: 2,
          allowed: 1,
          refused: 1,
        }),
      ),
    );
    expect(partsOf(rows(page)[0])).toHaveLength(1);
    const [head, monday, all] = tableOf(page, 'The days of the week');
    expect(head?.slice(0, 5)).toEqual(['Day', 'In all', 'Limit of the day', 'dating', 'shopping']);
    expect(monday).toEqual([
      'Monday, November 16',
      '1 hr, 15 min',
      '1 hr, 30 min',
      '1 hr',
      '15 min',
      '3',
      '2',
      '1',
      '1',
    ]);
    expect(all?.slice(0, 2)).toEqual(['The whole week', '1 hr, 15 min']);
  });

  test('goes back as far as days are kept, and no further', async () => {
    const page = await week();
    const goes = (name: string) => !page.button(name).hasAttribute('disabled');
    expect([goes('The week before'), goes('The week after')]).toEqual([true, false]);
    await page.press('The week before');
    expect(page.words().replaceAll(/\s/g, ' ')).toContain('November 9 – 15');
    expect([goes('The week before'), goes('The week after')]).toEqual([false, true]);
  });

  test('shows the hours of a day that is pressed, and the same as a table', async () => {
    const page = await week();
    await page.press(/^Fri/);
    expect(page.button(/^Fri/).getAttribute('aria-pressed')).toBe('true');
    expect(page.words()).toContain('Friday, November 20');
    expect(page.root.querySelector('.chart-now')).toBeNull();
    const table = tableOf(page, 'By the hour');
    expect(table).toContainEqual(['9:00 AM to 10:00 AM', '20 min']);
    expect(table).toContainEqual(['9:00 PM to 12:00 AM', 'Quiet time']);
  });

  test('says what is used of the limit of the week, without what uses up none', async () => {
    const page = await week({
      ...aWeekOf(
        aPicturedDay('2026-11-16', {
          totalSeconds: 7200,
          byCategory: [
            { category: 'known', seconds: 5400 },
            { category: 'always-open', seconds: 1800 },
          ],
        }),
      ),
      weekLimitSeconds: 36_000,
    });
    expect(page.words()).toContain('1 hr, 30 min of the 10 hr of this week are used.');
    expect(page.words()).toContain('Sites that are always open use up no limit.');
  });

  test('in which nothing happened says so', async () => {
    const page = await week(aWeekOf(aPicturedDay('2026-11-16')));
    expect(page.words()).toContain('Nothing in this week.');
  });

  test('tells the week before and the answers, and judges neither', async () => {
    const page = await week();
    expect(page.words()).toContain('Answered: 2 allowed, 1 not this time.');
    expect(page.words()).toContain('The week before: 5 hr, 46 min.');
  });
});

describe('the hours of a day', () => {
  const pressed = async (changes: Partial<PicturedDay>, today = '2026-11-16') => {
    const day = aPicturedDay('2026-11-16', { totalSeconds: 600, ...changes });
    const page = await week({ today, days: [day] });
    await page.press(/^Mon/);
    return page;
  };

  test('are columns over the quiet times, at their place in the day', async () => {
    const page = await pressed({ byHour: hours({ 12: 1800 }) });
    const column = page.root.querySelector('.hour-column');
    expect(column?.getAttribute('data-hour')).toBe('12');
    expect(column?.getAttribute('height')).toBe('50%');
    const closed = [...page.root.querySelectorAll('[data-closed]')].map((each) =>
      each.getAttribute('data-closed'),
    );
    expect(closed).toEqual(['0-420', '1260-1440']);
  });

  test('that were not kept are said to be so', async () => {
    const page = await pressed({ byHour: [] });
    expect(page.words()).toContain('The hours of this day were not kept.');
  });
});

test('pictures hold no words, so that a page that reads from the right may mirror them', async () => {
  const page = await week({}, { language: 'ur' });
  await page.press(/^جمعہ/);
  expect(page.root.querySelectorAll('svg.stack-bar, svg.hour-columns')).toHaveLength(7);
  expect(page.root.querySelectorAll('svg text, svg tspan')).toHaveLength(0);
});

test.each(['en', 'ur'] as const)('the pictures are accessible in "%s"', async (language) => {
  const page = await week({}, { language });
  await page.press(language === 'en' ? /^Fri/ : /^جمعہ/);
  await expectAccessible(page.root);
});

describe('the file of days', () => {
  const words = { text: (key: string) => `\u2068${key}\u2069`, band: null };

  test('has a line for each kept day, in whole minutes, topics that occur as columns', () => {
    const days = [
      aPicturedDay('2026-11-16', {
        totalSeconds: 3640,
        byCategory: [{ category: 'games', seconds: 3640 }],
        limitSeconds: null,
        blockedCount: 2,
      }),
      aPicturedDay('2026-11-17'),
    ];
    expect(daysTable('Sara', days, words)).toEqual([
      [
        'pictureDay',
        'pictureChild',
        'pictureMinutes',
        'pictureLimitMinutes',
        'pictureTopicMinutes',
        'pictureClosedTimes',
        'pictureAsked',
        'pictureAllowed',
        'pictureRefused',
      ],
      ['2026-11-16', 'Sara', 61, '', 61, 2, 0, 0, 0],
      ['2026-11-17', 'Sara', 0, 90, 0, 0, 0, 0, 0],
    ]);
  });
});
