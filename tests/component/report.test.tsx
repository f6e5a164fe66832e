import { describe, expect, test } from 'vitest';

import { ReportPage } from '@/components/report/ReportPage.tsx';
import { emptyPack } from '@/rules/packs/pack.ts';

import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import { aReport } from '../support/page-replies.ts';
import { aByHandReport, reportCard, reportedUrl, sentIn } from '../support/reported.tsx';

describe('reporting a page', () => {
  test('takes one press, and says where it goes', async () => {
    const page = await reportCard(aReport());
    await page.press('Report this page');
    expect(sentIn(page, 'report.file')).toEqual([{ url: reportedUrl }]);
    expect(page.words()).toContain('We have it. It goes to Child Protection Desk.');
    expect(page.words()).toContain('You are not in trouble.');
    expect(document.activeElement).toBe(page.root.querySelector('[data-saathi="report"]'));
  });

  test('what became of it is announced', async () => {
    const page = await reportCard(aReport());
    await page.press('Report this page');
    const said = page.root.querySelector('.report-status [role="status"]');
    expect(said?.textContent).toContain('We have it');
  });

  test('can be undone at once', async () => {
    const page = await reportCard(aReport(), {
      replies: { 'report.undo': aReport({ state: 'undone', undoUntil: null }) },
    });
    await page.press('Report this page');
    await page.press('Undo');
    expect(sentIn(page, 'report.undo')).toEqual([{ reportId: 'report-1' }]);
    expect(page.words()).toContain('We sent nothing.');
  });

  test('can be taken back while it waits, not after it has arrived', async () => {
    const waiting = await reportCard(aReport({ state: 'waiting' }));
    await waiting.press('Report this page');
    expect(waiting.button('Take it back')).toBeDefined();
    waiting.unmount();
    const arrived = await reportCard(aReport({ state: 'delivered', receipt: 'RT-1042' }));
    await arrived.press('Report this page');
    expect(arrived.words()).toContain('Child Protection Desk has it.');
    expect(arrived.words()).toContain('RT-1042');
    expect(() => arrived.button('Take it back')).toThrow();
  });

  test('when it can not be kept, nothing is said to be kept', async () => {
    const page = await reportCard(aReport(), {
      replies: { 'report.file': () => ({ ok: false, failure: 'storage-full' }) },
    });
    await page.press('Report this page');
    expect(page.words()).toContain('This computer is full, so nothing could be kept.');
    expect(page.words()).not.toContain('We have it');
    expect(page.button('Report this page')).toBeDefined();
    await page.until(() => page.button('Call 15'));
    await page.choose('A helpline');
    expect(page.root.querySelector('a[href="tel:1098"]')).not.toBeNull();
  });

  test('when it was reported before, that report is shown and says so', async () => {
    const page = await reportCard(aReport({ state: 'waiting', undoUntil: null }));
    await page.press('Report this page');
    expect(page.words()).toContain('You told us about this page already.');
  });

  test('says at once who reads it, what is in it, and what is not', async () => {
    const page = await reportCard(aReport());
    await page.press('Report this page');
    const seen = [...page.root.querySelectorAll('.sent dd')].map(({ textContent }) =>
      textContent.replaceAll(/[\u2068\u2069]/g, ''),
    );
    expect(seen).toEqual([
      'Child Protection Desk, in Pakistan',
      'the address, when you saw it, and the title of the page',
      'Your name, where you are, any picture, what is on the page',
    ]);
    expect(page.words()).toContain('https://play.games.test/level/7?name=sara');
    expect(page.words()).toContain('Nobody at home is told.');
  });

  test('names where a desk really is beside what it is called: anyone can be called anything', async () => {
    const route = { kind: 'desk', name: 'PKCERT', host: 'desk.elsewhere.test' } as const;
    for (const state of ['undoable', 'waiting', 'delivered'] as const) {
      const page = await reportCard(aReport({ route, state }));
      await page.press('Report this page');
      const [reader] = page.root.querySelectorAll('.sent dd');
      expect(reader?.textContent, state).toContain('PKCERT');
      const host = reader?.querySelector('bdi');
      expect(host?.textContent, state).toBe('desk.elsewhere.test');
      expect(host?.dir, state).toBe('ltr');
      page.unmount();
    }
  });

  test('has one main button at most', async () => {
    for (const report of [
      aReport(),
      aByHandReport(),
      aReport({ state: 'waiting', topic: 'hate' }),
    ]) {
      const page = await reportCard(report);
      await page.press('Report this page');
      expect(page.root.querySelectorAll('.button-main').length).toBeLessThanOrEqual(1);
      page.unmount();
    }
  });
});

describe('adding what happened', () => {
  const add = async (options: MountOptions = {}) => {
    const page = await reportCard(aReport(), {
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

  test('is offered in ten pictures, in the words of the band, and in own words', async () => {
    const older = await add({ band: '16-17' });
    expect(older.root.querySelectorAll('.choices-pictures label.choice')).toHaveLength(10);
    expect(older.words()).toContain('Someone threatens to share my private pictures');
    expect(older.root.querySelector('textarea')?.maxLength).toBe(500);
  });

  test('sends the topic as soon as it is chosen', async () => {
    const page = await add();
    await page.choose('I saw people or animals being hurt');
    expect(sentIn(page, 'report.add')).toEqual([{ reportId: 'report-1', topic: 'violence' }]);
  });

  test('sends words only when the child says so', async () => {
    const page = await add();
    await page.type('In your own words', 'They wrote to me');
    expect(sentIn(page, 'report.add')).toEqual([]);
    await page.press('Add this');
    expect(sentIn(page, 'report.add')).toEqual([
      { reportId: 'report-1', words: 'They wrote to me' },
    ]);
  });

  test('is not offered where no more can be added', async () => {
    const page = await reportCard(
      aReport({ state: 'delivered', undoUntil: null, mayAdd: false, progress: 'received' }),
    );
    await page.press('Report this page');
    expect(() => page.button('Add what happened')).toThrow();
    expect(page.words()).toContain('That is all that can be added here.');
  });

  test('is not offered twice, when what was added has arrived and is gone from here', async () => {
    const page = await add({ replies: { 'report.add': aReport({ words: '' }) } });
    await page.type('In your own words', 'They wrote to me');
    await page.press('Add this');
    expect(page.button('Saved').hasAttribute('disabled')).toBe(true);
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

  test('what was told is named, and can be changed', async () => {
    const page = await reportCard(aReport({ state: 'waiting', topic: 'hate' }));
    await page.press('Report this page');
    expect(page.words()).toContain('What happened? People insult a group');
    await page.press('Add or change something');
    expect(page.root.querySelector<HTMLInputElement>('input[value="hate"]')?.checked).toBe(true);
  });

  test('can be about a friend: other words, and nothing more is sent', async () => {
    const page = await add();
    await page.choose('My friend');
    expect(page.words()).toContain('You do not have to fix it alone.');
    expect(page.words()).toContain('What is happening to your friend?');
    expect(sentIn(page, 'report.add')).toEqual([]);
  });
});

describe('danger', () => {
  test('has its number before anything else, at every age', async () => {
    for (const band of ['5-8', '9-12', '13-15', '16-17'] as const) {
      const page = await reportCard(aReport(), { band });
      await page.press(/^(?:Report|Tell about) this page$/);
      await page.until(() => page.button('Call 15'));
      const first = page.root.querySelector('[data-saathi="report"] a');
      expect(first?.getAttribute('href'), band).toBe('tel:15');
      const status = page.root.querySelector('.report-status');
      if (first === null || status === null) throw new Error(`Nothing is shown to ${band}`);
      expect(first.compareDocumentPosition(status)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
      page.unmount();
    }
  });

  test('said by the child is written into the report, once', async () => {
    const page = await reportCard(aReport(), { replies: { 'report.add': aReport() } });
    await page.press('Report this page');
    await page.press('I am in danger now');
    expect(page.words()).toContain('Say where you are.');
    expect(page.words()).toContain('Your report now says that it is urgent.');
    await page.press('I am in danger now');
    await page.press('I am in danger now');
    expect(sentIn(page, 'report.add')).toEqual([{ reportId: 'report-1', danger: true }]);
  });

  test('has no number where none is certain, but an adult', async () => {
    const page = await reportCard(aReport(), {
      services: { pack: async (country) => emptyPack(country) },
      replies: { 'report.add': aReport() },
    });
    await page.press('Report this page');
    await page.press('I am in danger now');
    expect(page.words()).toContain('Go to an adult near you now.');
    expect(page.root.querySelector('.danger-first a')).toBeNull();
  });
});

describe('the report page', () => {
  test('shows one report by its id', async () => {
    const page = await mount(<ReportPage reportId="report-1" />, {
      replies: { 'report.read': aReport({ state: 'waiting' }) },
    });
    expect(sentIn(page, 'report.read')).toContainEqual({ reportId: 'report-1' });
    expect(page.words()).toContain('It is on its way.');
  });

  test('says when there is no such report', async () => {
    const page = await mount(<ReportPage reportId="gone" />, {
      replies: { 'report.read': () => ({ ok: false, failure: 'not-found' }) },
    });
    expect(page.words()).toContain('There is no such report on this device.');
  });
});

test.each(['en', 'ur'] as const)(
  'reporting has no accessibility violation in "%s"',
  async (language) => {
    const page = await mount(<ReportPage reportId="report-1" />, {
      language,
      replies: { 'report.read': aByHandReport({ topic: 'sextortion' }) },
    });
    await expectAccessible(page.root);
  },
);
