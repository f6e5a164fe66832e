import { afterEach, describe, expect, test } from 'vitest';

import type { Body } from '@/rules/messages/contract.ts';
import { goodPin, goodToken } from '@/tests/support/household.ts';
import {
  openOptionsPage,
  type Opened,
  type OptionsPageOptions,
} from '@/tests/support/options-page.tsx';
import {
  aDay,
  aDayQuota,
  aFamily,
  aHistory,
  aProfile,
  noon,
} from '@/tests/support/page-replies.ts';

let page: Opened;
afterEach(() => page.close());
const open = async (options: OptionsPageOptions = {}) => {
  page = await openOptionsPage({ policy: aFamily('9-12'), section: 'today', ...options });
};
const day = (changes: Parameters<typeof aDay>[0]): OptionsPageOptions => ({
  replies: { 'day.read': aDay(changes) },
});

describe('limits', () => {
  test('of the week stand beside those of the day, with what was kept and when there is time again', async () => {
    await open(
      day({
        quotas: [
          aDayQuota({
            scope: 'category:games',
            limitSeconds: 5400,
            usedSeconds: 5400,
            carriedSeconds: 1800,
            week: { limitSeconds: 36_000, usedSeconds: 18_000 },
            opensAt: noon + 16 * 3_600_000,
          }),
        ],
      }),
    );
    expect(page.text()).toContain('Games1 hr, 30 min of 1 hr, 30 min');
    expect(page.text()).toContain('Games, this week5 hr of 10 hr');
    expect(page.text()).toContain('Games: 30 min kept from the days before.');
    expect(page.text()).toContain('Games: time again tomorrow at 7:30');
  });

  test('of the week alone have no bar of a day', async () => {
    const week = { limitSeconds: 7200, usedSeconds: 3600 };
    await open(day({ quotas: [aDayQuota({ limitSeconds: null, leftSeconds: 3600, week })] }));
    expect(page.root.querySelectorAll('.bar-track')).toHaveLength(1);
    expect(page.text()).toContain('All browsing, this week1 hr of 2 hr');
  });

  test('on a set of sites are named as the family named it', async () => {
    const family = aFamily('9-12');
    const children = [
      { ...aProfile('9-12'), hostSets: [{ id: 'fun', name: 'Fun places', hosts: ['fun.test'] }] },
    ];
    await open({
      policy: { ...family, children },
      ...day({ quotas: [aDayQuota({ scope: 'set:fun', limitSeconds: 3600, usedSeconds: 600 })] }),
    });
    expect(page.text()).toContain('Fun places10 min of 1 hr');
  });

  test('of a part of browsing say what is closed then', async () => {
    const from = noon + 3_600_000;
    await open(
      day({
        quietTimesToday: [
          { quietTimeId: 'q', scope: 'category:video', from, to: from + 3_600_000 },
        ],
      }),
    );
    expect(page.text().replaceAll('\u202f', ' ')).toContain(
      'Videos: closed from 4:30 PM to 5:30 PM',
    );
  });
});

test('a rest that is running is not listed as something open', async () => {
  await open(day({ overrides: [{ id: 'r', covers: 'lockdown', expiresAt: noon + 60_000 }] }));
  expect(page.text()).not.toContain('Open for now');
});

describe('weeks', () => {
  const siblings = {
    ...aFamily('9-12'),
    children: [aProfile('9-12'), { ...aProfile('5-8'), id: 'omar', nickname: 'Omar' }],
  };

  test('of another child are a press away', async () => {
    const asked: Body<'history.read'>[] = [];
    await open({
      policy: siblings,
      replies: {
        'history.read': (body) => {
          asked.push(body);
          return aHistory({ childId: body.childId ?? 'sara' });
        },
      },
    });
    await page.choose('Omar');
    expect(asked.map(({ childId }) => childId)).toEqual(expect.arrayContaining(['sara', 'omar']));
  });

  test('of an only child need no choosing', async () => {
    await open();
    expect(page.text()).not.toContain('Whose weeks');
  });

  test('are saved as a file of every kept day, without any address', async () => {
    const saved: string[][] = [];
    await open({ services: { saveFile: (name, words) => void saved.push([name, words]) } });
    await page.press('Save as a file (CSV)');
    const [[name, words = ''] = []] = saved;
    expect(name).toBe('saathi-2026-11-21.csv');
    const lines = words.split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFDay,Child,Minutes in all,Limit in minutes,Minutes: Games,Minutes: Videos,' +
        'Minutes: Well-known sites,Minutes: Always open,Times closed,Asked,Allowed,Not this time',
    );
    expect(lines.at(-2)).toBe('2026-11-21,Sara,72,180,0,40,32,0,0,2,1,0');
    expect(lines).toHaveLength(15);
    expect(words).not.toContain('.test');
  });
});

describe('a clock that was set back', () => {
  const setBacks = [{ from: noon + 3_600_000, to: noon }];

  test('is told as a fact, with what it changed: nothing', async () => {
    await open(day({ setBacks }));
    expect(page.text()).toContain('The clock of this computer was set back.');
    expect(page.text()).toContain('It gave no extra time');
  });

  test('is trusted again with the PIN alone', async () => {
    await open({
      replies: {
        'day.read': aDay({ setBacks }),
        'guardian.unlock': { kind: 'unlocked', token: goodToken, until: noon + 300_000 },
        'clock.confirm': ({ token }) =>
          token === goodToken ? { ok: true, value: {} } : { ok: false, failure: 'needs-guardian' },
      },
    });
    await page.press('The clock is right');
    expect(page.text()).toContain('Your PIN lets Saathi trust this clock again.');
    await page.type('Grown-up PIN', goodPin);
    await page.settle(() => {
      page.root.querySelector('dialog form')?.dispatchEvent(new Event('submit'));
    });
    const sent = page.platform.asked.filter(({ name }) => name === 'clock.confirm');
    expect(sent.map(({ body }) => body)).toEqual([{}, { token: goodToken }]);
  });

  test('and trusted again stands in the journal, in words', async () => {
    const change = { childId: null, key: 'changeClockConfirmed', values: {}, weakens: true };
    await open({
      section: 'journal',
      replies: { 'journal.read': { entries: [{ at: noon, who: 'guardian', change }] } },
    });
    expect(page.text()).toContain('The clock of this computer was said to be right.');
  });

  test('is not spoken of where it was not', async () => {
    await open();
    expect(page.text()).not.toContain('clock of this computer');
  });
});

test.each(['13-15', '16-17'] as const)(
  'from 13 on (%s) no address is anywhere in the picture of the day',
  async (band) => {
    await open({ policy: aFamily(band), replies: { 'day.read': aDay({ overrides: [] }) } });
    expect(page.text()).not.toContain('.test');
  },
);
