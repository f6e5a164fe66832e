import { describe, expect, test, vi } from 'vitest';

import { aReport } from '../support/page-replies.ts';
import { aByHandReport, reported, sentIn } from '../support/reported.tsx';

const sha256 = '3f'.repeat(32);
const kept = { 'report.copy': { file: '{"schema":"child-report/1"}\n', sha256 } };

describe('keeping a copy', () => {
  test('is a file, made when it is asked for', async () => {
    const saveFile = vi.fn<(name: string, words: string) => void>();
    const page = await reported(aReport(), { replies: kept, services: { saveFile } });
    expect(sentIn(page, 'report.copy')).toEqual([]);
    expect(page.words()).toContain('Whoever uses this computer can open a saved file.');
    await page.press('Save as a file');
    expect(saveFile).toHaveBeenCalledWith('report-report-1.json', kept['report.copy'].file);
  });

  test('is a sheet with every fact, the number and the hash, and it goes after printing', async () => {
    const page = await reported(aByHandReport({ topic: 'hate', words: 'They said it' }), {
      replies: kept,
    });
    expect(page.root.querySelector('.print-copy')).toBeNull();
    await page.press('Print');
    expect(page.platform.done).toContain('print');
    const sheet = page.root.querySelector('.print-copy')?.textContent ?? '';
    expect(sheet).toContain('https://play.games.test/level/7?name=sara');
    expect(sheet).toContain('0197-4c1a');
    expect(sheet).toContain(sha256);
    expect(sheet).toContain('People insult a group');
    expect(sheet).toContain('Nobody has checked it yet.');
    window.dispatchEvent(new Event('afterprint'));
    await page.until(() => expect(page.root.querySelector('.print-copy')).toBeNull());
  });

  test('says so when it does not work', async () => {
    const page = await reported(aReport());
    await page.press('Save as a file');
    expect(page.words()).toContain('That did not work.');
    expect(page.platform.done).toEqual([]);
  });
});
