import { describe, expect, test } from 'vitest';

import { ReportCard } from '@/components/report/ReportCard.tsx';
import type { Services } from '@/components/services.ts';
import type { ReportState } from '@/rules/messages/report-replies.ts';
import { languages } from '@/rules/policy/schema.ts';

import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import { aReport } from '../support/page-replies.ts';

type Consent = NonNullable<Services['sendingConsent']>;

/** A browser whose person answers the question so, once it is asked. */
function asking(answer: boolean): Consent & { readonly asked: () => number } {
  let given = false;
  let asked = 0;
  return {
    isGiven: async () => given,
    ask: async () => {
      asked += 1;
      given = answer;
      return answer;
    },
    asked: () => asked,
  };
}

async function reported(
  sendingConsent: Consent | null,
  report: ReportState = aReport(),
  options: MountOptions = {},
) {
  const page = await mount(<ReportCard url="https://play.games.test/" />, {
    ...options,
    services: { sendingConsent },
    replies: { 'report.file': report, 'report.read': report },
  });
  await page.press(/^(?:Report this page|Tell about this page|اس صفحے کی رپورٹ کریں)$/);
  return page;
}

describe('where the browser asks before an address leaves', () => {
  test('the report is kept, and says that it waits for a yes', async () => {
    const page = await reported(asking(true));
    expect(page.words()).toContain('We have it.');
    expect(page.words()).toContain('Your report is kept until then.');
  });

  test('nothing is asked but by a press, and a yes is enough', async () => {
    const consent = asking(true);
    const page = await reported(consent);
    expect(consent.asked()).toBe(0);
    await page.press('Allow it to be sent');
    expect(consent.asked()).toBe(1);
    expect(() => page.button('Allow it to be sent')).toThrow();
    expect(page.words()).toContain('Your report may go now.');
    expect(document.activeElement?.textContent).toContain('Your report may go now.');
  });

  test('the youngest need no grown-up for it', async () => {
    const page = await reported(asking(true), aReport(), { band: '5-8' });
    expect(page.words()).toContain('Press the button to send it.');
  });

  test('a no takes nothing away: the way to say yes stays', async () => {
    const page = await reported(asking(false));
    await page.press('Allow it to be sent');
    expect(page.button('Allow it to be sent')).toBeDefined();
    expect(page.words()).toContain('We have it.');
  });

  test('a report that has arrived asks for nothing', async () => {
    const page = await reported(asking(true), aReport({ state: 'delivered', receipt: 'RT-7' }));
    expect(() => page.button('Allow it to be sent')).toThrow();
  });

  test('a report that a person brings to a form needs no such consent', async () => {
    const route = {
      kind: 'form',
      mechanismId: 'pk-form',
      operator: 'The agency',
      url: 'https://agency.test/',
    } as const;
    const page = await reported(asking(true), aReport({ state: 'by-hand', route }));
    expect(() => page.button('Allow it to be sent')).toThrow();
  });

  for (const language of languages) {
    test(`is accessible in "${language}"`, async () => {
      const page = await reported(asking(true), aReport(), { language });
      expect(page.root.querySelectorAll('.notice').length).toBeGreaterThan(1);
      await expectAccessible(page.root);
    });
  }
});

test('where the browser asks nothing, nothing is said of it', async () => {
  const page = await reported(null);
  expect(page.words()).toContain('We have it.');
  expect(() => page.button('Allow it to be sent')).toThrow();
});
