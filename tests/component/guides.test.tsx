import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';

import { BlockedPage } from '@/components/blocked/BlockedPage.tsx';
import { HelpButton } from '@/components/help/HelpButton.tsx';
import { HelpPanel } from '@/components/help/HelpPanel.tsx';
import { TopicGuide } from '@/components/help/TopicGuide.tsx';
import { TopicGuideMore } from '@/components/help/TopicGuideMore.tsx';
import { useQuickExit } from '@/components/help/use-quick-exit.ts';
import { MyPage } from '@/components/mine/MyPage.tsx';
import { ReportPage } from '@/components/report/ReportPage.tsx';
import { helpTopics } from '@/rules/help/topics.ts';
import { ageBands } from '@/rules/policy/schema.ts';

import { expectAccessible, mount, type Mounted, type MountOptions } from '../support/mount.tsx';
import { anExplanation, aReport } from '../support/page-replies.ts';

const escape = () =>
  act(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
const speaking = { canReadAloud: async () => true } as const;
/** The words of the help pages are read when they are needed: they are there a moment later. */
const ready = (page: Mounted) =>
  page.until(() => expect(page.root.querySelector('.guide-topics, .guide-young')).not.toBeNull());
async function inHelp(options: MountOptions = {}, shown = <HelpPanel />): Promise<Mounted> {
  const page = await mount(shown, options);
  await ready(page);
  return page;
}
const stepsOf = (root: HTMLElement) => root.querySelectorAll('.guide-steps > li').length;

describe('a help page', () => {
  test('opens in place: no message, no history entry, nothing kept', async () => {
    const before = history.length;
    const written: unknown[] = [];
    const page = await inHelp({
      services: {
        draft: { read: async () => null, write: async (draft) => void written.push(draft) },
      },
    });
    const asked = page.platform.asked.length;
    await page.press('People are mean to me online');
    expect(page.words()).toContain('Keep the messages. Do not delete them.');
    expect(page.platform.asked).toHaveLength(asked);
    expect(history.length).toBe(before);
    expect(written).toEqual([]);
    expect(page.platform.done).toEqual([]);
  });

  test('says the number for danger above everything, and the helplines below', async () => {
    const page = await inHelp();
    await page.press('I saw scary or upsetting pictures');
    const links = [...page.root.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links.slice(0, 2)).toEqual(['tel:15', 'tel:1098']);
    const sheet = page.root.querySelector('.guide-sheet');
    expect(sheet?.firstElementChild?.classList.contains('danger-now')).toBe(true);
  });

  test('takes the focus when it opens and gives it back to its button', async () => {
    const page = await inHelp();
    await page.press('Someone threatens to share a picture of me');
    expect(document.activeElement?.querySelector('[data-guide="picture-threat"]')).not.toBeNull();
    await page.press('Back to help');
    expect(document.activeElement).toBe(page.button('Someone threatens to share a picture of me'));
  });

  test('each topic is a real button', async () => {
    const page = await inHelp({ band: '13-15' });
    const buttons = [...page.root.querySelectorAll('.guide-topics button')];
    expect(buttons).toHaveLength(helpTopics.length);
    for (const button of buttons) expect(button.getAttribute('type')).toBe('button');
  });

  test('is read aloud at every age, and falls silent when it is left', async () => {
    const page = await inHelp({ band: '16-17', services: speaking });
    await page.press('Bullying and harassment');
    await page.press('Read it to me');
    expect(page.platform.done[0]).toMatch(/^readAloud .*Fake pages need the exact address\./);
    await page.press('Back to help');
    expect(page.platform.done.at(-1)).toBe('stopReading');
  });

  test('is printed with a press', async () => {
    const page = await inHelp();
    await page.press('A message or page tries to trick me');
    await page.press('Print');
    expect(page.platform.done).toEqual(['print']);
  });

  test('reports the page it stands beside, or says how', async () => {
    const page = await inHelp();
    await page.press('People are mean to me online');
    expect(page.words()).toContain('To report a page, open it');
    const beside = await inHelp(
      {},
      <HelpPanel report={<button type="button">Report it</button>} />,
    );
    await beside.press('People are mean to me online');
    expect(beside.words()).not.toContain('To report a page, open it');
    expect(beside.button('Report it')).toBeDefined();
  });

  test.each(['en', 'ur'] as const)('has all its words for everybody in %s', async (language) => {
    for (const topic of helpTopics) {
      for (const band of ageBands) {
        const page = await mount(<TopicGuide topic={topic} />, { band, language });
        await page.until(() =>
          expect(stepsOf(page.root), `${topic} ${band}`).toBe(band === '5-8' ? 3 : 4),
        );
        expect(page.words()).not.toMatch(/guide[A-Z]|undefined/);
        page.unmount();
      }
      for (const audience of ['parent', 'teacher'] as const) {
        const page = await mount(<TopicGuide topic={topic} audience={audience} />, {
          audience: 'adult',
          language,
        });
        await page.until(() => expect(stepsOf(page.root), `${topic} ${audience}`).toBe(3));
        expect(page.words()).not.toMatch(/guide[A-Z]|(?:parent|teacher)[A-Z]/);
        page.unmount();
      }
    }
  });
});

describe('for the youngest', () => {
  test('is asked by one picture and two answers', async () => {
    const page = await inHelp({ band: '5-8' });
    const answers = () => [...page.root.querySelectorAll('.guide-answers button')];
    expect(page.words()).toContain('I saw something scary');
    expect(answers()).toHaveLength(2);
    await page.press('No, something else');
    expect(page.words()).toContain('Someone is mean to me');
    expect(page.words()).not.toContain('I saw something scary');
    expect(answers()).toHaveLength(2);
    await page.press('Yes');
    expect(page.root.querySelectorAll('.guide-steps-young .icon')).toHaveLength(3);
    await page.press('Back to help');
    expect(page.words()).toContain('Someone is mean to me');
    expect(document.activeElement).toBe(answers()[0]);
  });

  test('comes to an end that leads to a grown-up, and can begin again', async () => {
    const page = await inHelp({ band: '5-8' });
    for (const topic of helpTopics) {
      expect(page.button('Yes'), topic).toBeDefined();
      await page.press('No, something else');
    }
    expect(page.words()).toContain('A grown-up can help.');
    expect(page.root.querySelectorAll('.guide-answers button')).toHaveLength(1);
    await page.press('Look again');
    expect(page.words()).toContain('I saw something scary');
  });

  test('keeps the focus on the answer that was pressed', async () => {
    const page = await inHelp({ band: '5-8' });
    page.button('No, something else').focus();
    await page.press('No, something else');
    expect(document.activeElement).toBe(page.button('No, something else'));
  });

  test('asks for no words and shows no box to write in', async () => {
    const page = await inHelp({ band: '5-8' });
    await page.press('Yes');
    expect(page.root.querySelector('input, textarea, select')).toBeNull();
  });
});

describe('before a child is known', () => {
  test('a parent reads, or a teacher', async () => {
    const page = await inHelp({ audience: 'adult' });
    await page.press('Bullying');
    expect(page.words()).toContain('Do not tell your child to ignore it or to hit back.');
    await page.press('Back to help');
    await page.choose('A teacher');
    await page.press('Bullying');
    expect(page.words()).toContain('Do not bring both sides together');
  });
});

describe('a topic inside something else', () => {
  test('is one press away from a report about it, and not offered where nothing was told', async () => {
    const report = async (topic: 'phishing' | null) =>
      mount(<ReportPage reportId="report-1" />, {
        band: '13-15',
        replies: { 'report.read': aReport({ state: 'delivered', undoUntil: null, topic }) },
      });
    const told = await report('phishing');
    const folded = [...told.root.querySelectorAll('summary')].map((line) => line.textContent);
    expect(folded).toContain('What you can do');
    told.unmount();
    const untold = await report(null);
    expect(untold.words()).not.toContain('What you can do');
  });

  test('stays folded, and is not drawn before somebody opens it', async () => {
    const page = await mount(<TopicGuideMore topic="scam" />, { band: '13-15' });
    const folded = page.root.querySelector('details');
    expect(page.root.querySelector('.guide')).toBeNull();
    await act(async () => {
      if (folded === null) throw new Error('nothing is folded');
      folded.open = true;
      folded.dispatchEvent(new Event('toggle'));
    });
    await page.until(() => expect(page.words()).toContain('Hurry, prizes and threats'));
  });
});

describe('leaving fast', () => {
  test('works from a topic', async () => {
    const page = await inHelp();
    await page.press('People are mean to me online');
    await escape();
    await escape();
    expect(page.platform.done).toEqual(['leave']);
    page.unmount();
  });

  test('works on my page, once, with help open or not', async () => {
    const page = await mount(<MyPage />);
    await escape();
    await escape();
    expect(page.platform.done).toEqual(['leave']);
    await page.press('Help');
    await escape();
    await escape();
    expect(page.platform.done).toEqual(['leave', 'leave']);
    page.unmount();
  });

  test('goes by the way of the page below, also while help is open over it', async () => {
    const left: string[] = [];
    const both = () => void left.push('page and form');
    const Beside = () => {
      useQuickExit(both);
      return <HelpButton />;
    };
    const page = await mount(<Beside />);
    await page.press('Help');
    await escape();
    await escape();
    expect([...left, ...page.platform.done]).toEqual(['page and form']);
    page.unmount();
  });

  test('works in the help of a closed page', async () => {
    const url = 'https://play.games.test/level/7';
    const page = await mount(<BlockedPage address={{ url, host: 'play.games.test' }} />, {
      replies: { 'visit.explain': anExplanation({ kind: 'blocklist', pattern: 'games.test' }) },
    });
    await escape();
    await escape();
    expect(page.platform.done).toEqual([]);
    await page.press('Help');
    await escape();
    await escape();
    expect(page.platform.done).toEqual(['leave']);
    page.unmount();
  });
});

describe('has no accessibility violation', () => {
  test.each(ageBands.flatMap((band) => [[band, 'en'] as const, [band, 'ur'] as const]))(
    'for %s in %s, list and topic',
    async (band, language) => {
      const page = await inHelp({ band, language, services: speaking });
      await expectAccessible(page.root);
      await act(() =>
        page.root
          .querySelector<HTMLButtonElement>('.guide-topics button, .guide-answers button')
          ?.click(),
      );
      await page.until(() => expect(page.root.querySelector('.guide-steps')).not.toBeNull());
      await expectAccessible(page.root);
    },
  );

  test.each(['parent', 'teacher'] as const)('for a %s, in the dialog', async (audience) => {
    const page = await mount(<HelpButton />, { audience: 'adult', services: speaking });
    await page.press('Help');
    await ready(page);
    if (audience === 'teacher') await page.choose('A teacher');
    await expectAccessible(page.root);
    await page.press('A scam');
    await expectAccessible(page.root);
  });
});
