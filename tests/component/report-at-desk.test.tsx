import { describe, expect, test } from 'vitest';

import { secondsLeft } from '@/components/report/UndoCountdown.tsx';

import { expectAccessible } from '../support/mount.tsx';
import { aReport, noon } from '../support/page-replies.ts';
import { anArrivedReport, reported, sentIn } from '../support/reported.tsx';

const question = {
  id: 'm1',
  at: noon - 3_600_000,
  from: 'desk',
  text: 'Do they still write to you?',
} as const;

describe('ten seconds to take it back', () => {
  test('are counted where they can be seen, and said aloud without being counted', async () => {
    const page = await reported(aReport());
    const seen = page.root.querySelector('.undo-left');
    expect(seen?.textContent).toBe('It goes in 10 seconds.');
    expect(seen?.closest('[role="status"]')).toBeNull();
    expect(seen?.getAttribute('aria-hidden')).toBe('true');
    expect(page.root.querySelector('.undo [role="status"]')?.textContent).toBe(
      'You have 10 seconds to take it back.',
    );
  });

  test('are what is left of them when the page opens later', async () => {
    const page = await reported(aReport({ undoUntil: noon + 3200 }));
    expect(page.words()).toContain('It goes in 4 seconds.');
  });

  test('are never more than ten and never less than none, whatever the clock does', () => {
    expect(secondsLeft(noon + 3_600_000, noon)).toBe(10);
    expect(secondsLeft(noon, noon + 5000)).toBe(0);
    expect(secondsLeft(noon + 1, noon)).toBe(1);
  });

  test('end with the report on its way: there is nothing to undo then', async () => {
    const page = await reported(aReport({ state: 'sending', undoUntil: null }));
    expect(page.root.querySelector('.undo')).toBeNull();
  });
});

describe('what the desk says of it', () => {
  const stepsOf = (page: Awaited<ReturnType<typeof reported>>) =>
    [...page.root.querySelectorAll('.progress-step')].map((step) => ({
      words: step.textContent,
      isNow: step.getAttribute('aria-current') === 'step',
      hasMark: step.querySelector('svg') !== null,
    }));

  test('is told in words and by shape: received, read, done', async () => {
    const page = await reported(anArrivedReport({ progress: 'read' }));
    expect(stepsOf(page)).toEqual([
      { words: 'It has arrived', isNow: false, hasMark: true },
      { words: 'Somebody has read it', isNow: true, hasMark: true },
      { words: 'They have dealt with itnot yet', isNow: false, hasMark: false },
    ]);
  });

  test('is asked for once when the report is looked at, and again by a press', async () => {
    const page = await reported(anArrivedReport(), {
      replies: { 'report.refresh': anArrivedReport({ progress: 'read' }) },
    });
    expect(sentIn(page, 'report.refresh')).toHaveLength(1);
    expect(stepsOf(page)[1]?.isNow).toBe(true);
    await page.press('Look again');
    expect(sentIn(page, 'report.refresh')).toHaveLength(2);
  });

  test.each(['5-8', '9-12', '13-15', '16-17'] as const)(
    'is told calmly where it has the report no more and nobody took it back (%s)',
    async (band) => {
      const report = anArrivedReport({ deskHasNone: true, mayAdd: false });
      const page = await reported(report, { band });
      expect(page.words()).toMatch(/not (?:your fault|there any more)/);
      expect(page.words()).toContain(`Number: ${report.receipt ?? ''}`);
      expect(page.words()).not.toMatch(
        /has it\.|It has arrived|look at it|added enough|has just read/,
      );
      expect(page.root.querySelector('.notice-good')).toBeNull();
      await expectAccessible(page.root);
    },
  );

  test('is no more than the truth where a desk tells nothing', async () => {
    const page = await reported(anArrivedReport());
    expect(page.words()).toContain('Some desks only say that it has arrived.');
    page.unmount();
    const waiting = await reported(aReport({ state: 'waiting', undoUntil: null }));
    expect(waiting.root.querySelector('.progress')).toBeNull();
    expect(sentIn(waiting, 'report.refresh')).toEqual([]);
  });
});

describe('messages', () => {
  const asked = anArrivedReport({ progress: 'read', messages: [question] });

  test('of the desk are shown, and can be answered', async () => {
    const page = await reported(asked, {
      replies: {
        'report.reply': ({ words }) =>
          anArrivedReport({
            messages: [question, { id: 'm2', at: noon, from: 'you', text: words }],
          }),
      },
    });
    expect(page.words()).toContain('Do they still write to you?');
    await page.type('Write back', ' Not today ');
    await page.press('Send');
    expect(sentIn(page, 'report.reply')).toEqual([{ reportId: 'report-1', words: 'Not today' }]);
    expect(page.root.querySelector('.message-you')?.textContent).toContain('Not today');
  });

  test('say when they are on their way, and when they did not arrive', async () => {
    const written = { id: 'm2', at: noon, from: 'you', text: 'Not today' } as const;
    const page = await reported(
      anArrivedReport({
        messages: [
          question,
          { ...written, state: 'waiting' },
          { ...written, id: 'm3', state: 'failed' },
        ],
      }),
    );
    const [waiting, failed] = page.root.querySelectorAll('.message-you');
    expect(waiting?.textContent).toContain('On its way');
    expect(failed?.textContent).toContain('It could not be delivered.');
  });

  test('that could not be sent stay in the box', async () => {
    const page = await reported(asked);
    await page.type('Write back', 'Not today');
    await page.press('Send');
    expect(page.words()).toContain('That did not work.');
    expect(page.root.querySelector('textarea')?.value).toBe('Not today');
  });

  test('are not offered where nobody asked, nor written by the youngest', async () => {
    const silent = await reported(anArrivedReport());
    expect(silent.words()).not.toContain('Write back');
    silent.unmount();
    const young = await reported(asked, { band: '5-8' });
    expect(young.words()).toContain('Do they still write to you?');
    expect(young.root.querySelector('textarea')).toBeNull();
  });
});

describe('taking back what waits', () => {
  test('is offered while nothing has left, and not once the desk may have it', async () => {
    const held = await reported(aReport({ state: 'waiting', undoUntil: null }));
    expect(held.button('Take it back')).toBeTruthy();
    held.unmount();
    const gone = aReport({ state: 'waiting', undoUntil: null, mayHaveArrived: true });
    const page = await reported(gone);
    expect(() => page.button('Take it back')).toThrow();
  });
});

describe('taking back what has arrived', () => {
  test('is asked once more, and done while nobody has read it', async () => {
    const page = await reported(anArrivedReport({ mayWithdraw: true }), {
      replies: {
        'report.withdraw': anArrivedReport({ state: 'withdrawn', receipt: null, progress: null }),
      },
    });
    await page.press('Take it back');
    expect(page.words()).toContain('Nobody at Child Protection Desk has read it yet.');
    expect(sentIn(page, 'report.withdraw')).toEqual([]);
    await page.press('Take it back');
    expect(sentIn(page, 'report.withdraw')).toEqual([{ reportId: 'report-1' }]);
    expect(page.words()).toContain('Taken back.');
    expect(() => page.button('Take it back')).toThrow();
  });

  test('can be thought better of', async () => {
    const page = await reported(anArrivedReport({ mayWithdraw: true }));
    await page.press('Take it back');
    await page.press('Leave it there');
    expect(sentIn(page, 'report.withdraw')).toEqual([]);
    expect(page.button('Take it back')).toBeDefined();
  });

  test('is said to be too late when somebody read it meanwhile', async () => {
    const page = await reported(anArrivedReport({ mayWithdraw: true }), {
      replies: { 'report.withdraw': anArrivedReport({ progress: 'read' }) },
    });
    await page.press('Take it back');
    await page.press('Take it back');
    expect(page.words()).toContain('Somebody has just read it, so it stays there.');
  });
});

test.each(['en', 'ur'] as const)('a report at its desk is accessible in "%s"', async (language) => {
  for (const band of ['5-8', '13-15'] as const) {
    const page = await reported(
      anArrivedReport({ progress: 'read', mayWithdraw: true, messages: [question] }),
      { language, band },
    );
    await expectAccessible(page.root);
    page.unmount();
  }
});
