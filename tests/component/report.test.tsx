import { describe, expect, test } from 'vitest';

import { ReportCard } from '@/components/report/ReportCard.tsx';
import { ReportPage } from '@/components/report/ReportPage.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import { aReport } from '../support/page-replies.ts';

const url = 'https://play.games.test/level/7';
const form = {
  kind: 'form',
  mechanismId: 'pk-national-cyber-crime-investigation-agenc',
  operator: 'National Cyber Crime Investigation Agency (NCCIA)',
  url: 'https://complaint.nccia.gov.pk/',
} as const;

const card = (report: ReportState, options: MountOptions = {}) =>
  mount(<ReportCard url={url} />, {
    ...options,
    replies: { 'report.file': report, 'report.read': report, ...options.replies },
  });
const sent = (page: Awaited<ReturnType<typeof mount>>, name: string) =>
  page.platform.asked.filter((message) => message.name === name).map(({ body }) => body);

describe('reporting a page', () => {
  test('takes one press, and says where it goes', async () => {
    const page = await card(aReport());
    await page.press('Report this page');
    expect(sent(page, 'report.file')).toEqual([{ url }]);
    expect(page.words()).toContain('We have it. It goes to Child Protection Desk.');
    expect(page.words()).toContain('You are not in trouble.');
    expect(document.activeElement).toBe(page.root.querySelector('[data-saathi="report"]'));
  });

  test('what became of it is announced', async () => {
    const page = await card(aReport());
    await page.press('Report this page');
    expect(page.root.querySelector('[role="status"]')?.textContent).toContain('We have it');
  });

  test('can be undone at once', async () => {
    const page = await card(aReport(), {
      replies: { 'report.undo': aReport({ state: 'undone', undoUntil: null }) },
    });
    await page.press('Report this page');
    await page.press('Undo');
    expect(sent(page, 'report.undo')).toEqual([{ reportId: 'report-1' }]);
    expect(page.words()).toContain('Nothing was sent.');
  });

  test('can be taken back while it waits, not after it has arrived', async () => {
    const waiting = await card(aReport({ state: 'waiting' }));
    await waiting.press('Report this page');
    expect(waiting.button('Take it back')).toBeDefined();
    waiting.unmount();
    const arrived = await card(aReport({ state: 'delivered', receipt: 'RT-1042' }));
    await arrived.press('Report this page');
    expect(arrived.words()).toContain('Child Protection Desk has it.');
    expect(arrived.words()).toContain('RT-1042');
    expect(() => arrived.button('Take it back')).toThrow();
  });

  test('when it can not be kept, nothing is said to be kept', async () => {
    const page = await card(aReport(), {
      replies: { 'report.file': () => ({ ok: false, failure: 'storage-full' }) },
    });
    await page.press('Report this page');
    expect(page.words()).toContain('That did not work.');
    expect(page.words()).not.toContain('We have it');
    expect(page.button('Report this page')).toBeDefined();
  });
});

describe('adding what happened', () => {
  const add = async (options: MountOptions = {}) => {
    const page = await card(aReport(), {
      ...options,
      replies: {
        'report.add': (body) =>
          aReport({ state: 'waiting', topic: body.topic ?? null, words: body.words ?? '' }),
        ...options.replies,
      },
    });
    await page.press(/^(?:Report|Tell about) this page$/);
    await page.press('Add what happened');
    return page;
  };

  test('is offered in ten pictures, in the words of the band', async () => {
    const young = await add({ band: '5-8' });
    expect(young.root.querySelectorAll('label.choice')).toHaveLength(10);
    expect(young.words()).toContain('Someone wants a secret with me');
    expect(young.root.querySelector('textarea')).toBeNull();
    young.unmount();
    const older = await add({ band: '16-17' });
    expect(older.words()).toContain('Someone threatens to share my private pictures');
    expect(older.root.querySelector('textarea')?.maxLength).toBe(500);
  });

  test('sends the topic as soon as it is chosen', async () => {
    const page = await add();
    await page.choose('I saw people or animals being hurt');
    expect(sent(page, 'report.add')).toEqual([{ reportId: 'report-1', topic: 'violence' }]);
  });

  test('sends words only when the child says so', async () => {
    const page = await add();
    await page.type('In your own words', 'They wrote to me');
    expect(sent(page, 'report.add')).toEqual([]);
    await page.press('Add this');
    expect(sent(page, 'report.add')).toEqual([{ reportId: 'report-1', words: 'They wrote to me' }]);
  });

  test('asks for no picture when a child is abused in one', async () => {
    const page = await add();
    await page.choose('I saw pictures of a child being hurt, or with no clothes on');
    expect(page.words()).toContain(
      'Please do not take a screenshot or send it to anyone. The address is enough.',
    );
  });

  test('offers a voice and tells what to do about threats', async () => {
    const page = await add();
    await page.choose(/share my picture/);
    expect(page.words()).toContain('Do not pay.');
    expect(page.words()).toContain('it is not your fault');
    expect(page.root.querySelector('a[href="tel:1098"]')).not.toBeNull();
  });

  test('shows a phone number first to a child in danger', async () => {
    const page = await card(aReport());
    await page.press('Report this page');
    expect(page.root.querySelector('a[href^="tel:"]')).toBeNull();
    await page.press('I am in danger now');
    expect(page.root.querySelector('a')?.getAttribute('href')).toBe('tel:15');
  });
});

describe('a report that a person has to send', () => {
  const byHand = aReport({ state: 'by-hand', route: form, mailto: 'mailto:desk@example.test' });

  test('has the official form, a mail, and every fact with a button that copies it', async () => {
    const page = await card(byHand);
    await page.press('Report this page');
    expect(page.button('Open the form').getAttribute('href')).toBe(form.url);
    expect(page.button('Open the form').getAttribute('rel')).toContain('noreferrer');
    expect(page.button('Write a mail instead').getAttribute('href')).toBe(
      'mailto:desk@example.test',
    );
    await page.until(() => page.button('Call 1799'));
    await page.press('Copy Address');
    expect(page.platform.done).toEqual(['copy https://play.games.test/level/7?name=sara']);
    expect(page.button('Copied Address')).toBeDefined();
    expect(page.root.querySelectorAll('.copy-fact')).toHaveLength(byHand.facts.length);
  });

  test('shows a child no door of low confidence', async () => {
    const page = await card({ ...byHand, topic: 'other' });
    await page.press('Report this page');
    expect(page.words()).not.toContain('Zindagi Trust');
    expect(page.words()).not.toContain('Rozan');
  });
});

test('who reads a report, where, and what they never see', async () => {
  const page = await card(aReport());
  await page.press('Report this page');
  expect(page.words()).toContain('Child Protection Desk, in Pakistan.');
  expect(page.words()).toContain('They do not see your name');
});

describe('the report page', () => {
  test('shows one report by its id', async () => {
    const page = await mount(<ReportPage reportId="report-1" />, {
      replies: { 'report.read': aReport({ state: 'waiting' }) },
    });
    expect(sent(page, 'report.read')).toContainEqual({ reportId: 'report-1' });
    expect(page.words()).toContain('It is on its way.');
  });

  test('says when there is no such report', async () => {
    const page = await mount(<ReportPage reportId="gone" />, {
      replies: { 'report.read': () => ({ ok: false, failure: 'not-found' }) },
    });
    expect(page.words()).toContain('There is no such report on this device.');
  });

  test('tells one page from another as long as the report is kept here', async () => {
    const page = await mount(<ReportPage reportId={null} />, {
      replies: { 'reports.read': { reports: [aReport({ state: 'waiting' })] } },
    });
    expect(page.words()).toContain('play.games.test');
  });

  test('lists all, and forgets one for good', async () => {
    let reports = [aReport({ state: 'delivered', topic: 'hate', receipt: 'RT-1042' })];
    const page = await mount(<ReportPage reportId={null} />, {
      replies: {
        'reports.read': () => ({ reports }),
        'reports.forget': () => {
          reports = [];
          return {};
        },
      },
    });
    expect(page.words()).toContain('People insult a group');
    expect(page.words()).toContain('Number: RT-1042');
    await page.press('Delete here');
    expect(sent(page, 'reports.forget')).toEqual([{ reportId: 'report-1' }]);
    expect(page.words()).toContain('You have no reports on this device.');
  });
});

test.each(['en', 'ur'] as const)(
  'reporting has no accessibility violation in "%s"',
  async (language) => {
    const page = await mount(<ReportPage reportId="report-1" />, {
      language,
      replies: { 'report.read': aReport({ state: 'by-hand', route: form, topic: 'sextortion' }) },
    });
    await expectAccessible(page.root);
  },
);
