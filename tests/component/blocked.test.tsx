import { describe, expect, test } from 'vitest';

import { addressFromFragment } from '@/components/blocked/address.ts';
import { BlockedPage } from '@/components/blocked/BlockedPage.tsx';
import type { Explanation } from '@/rules/messages/replies.ts';
import type { AgeBand, Category } from '@/rules/policy/schema.ts';
import type { Reason } from '@/rules/policy/verdict.ts';

import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import { anExplanation, aReport } from '../support/page-replies.ts';

const url = 'https://play.games.test/level/7?name=sara';
const address = { url, host: 'play.games.test' };
const listed: Reason = { kind: 'blocklist', pattern: 'play.games.test' };
const unchecked: Reason = { kind: 'unknown' };

const open = (explanation: Explanation, options: MountOptions = {}) =>
  mount(<BlockedPage address={address} />, {
    ...options,
    replies: { 'visit.explain': explanation, ...options.replies },
  });

describe('the address in the fragment', () => {
  const fragment = (text: string) => addressFromFragment(`#${encodeURIComponent(text)}`);

  test('BYP-117 only a web address is taken, and only as text', () => {
    expect(fragment(url)).toEqual(address);
    for (const other of [
      'javascript:alert(1)',
      'chrome://settings',
      'data:text/html,<h1>x',
      'file:///etc/hosts',
      'blob:https://a.test/1',
      'view-source:https://a.test/',
      'chrome-extension://abc/blocked.html',
      'moz-extension://abc/blocked.html',
      '',
      'https://',
      'not an address',
    ]) {
      expect([other, fragment(other)]).toEqual([other, null]);
    }
  });

  test('BYP-117 an address longer than 65,536 characters is not taken', () => {
    const start = 'https://a.test/';
    expect(fragment(start + 'a'.repeat(65_536 - start.length))).not.toBeNull();
    expect(fragment(start + 'a'.repeat(65_537 - start.length))).toBeNull();
  });

  test('BYP-117 a stray percent sign or markup does no harm', async () => {
    expect(addressFromFragment('#https%3A%2F%2Fa.test%2F%E0%A4')).toBeNull();
    const page = await open(
      anExplanation({ kind: 'blocklist', pattern: '<img src=x onerror=alert(1)>' }),
    );
    expect(page.root.querySelector('img')).toBeNull();
    expect(page.words()).toContain('<img src=x onerror=alert(1)>');
  });

  test('without an address the page says so, and Back and Help are there', async () => {
    const page = await mount(<BlockedPage address={null} />);
    expect(page.words()).toContain('This address can not be read');
    await page.press('Go back');
    expect(page.platform.done).toEqual(['goBack']);
    expect(page.button('Help')).toBeDefined();
  });
});

describe('a page closed by a rule', () => {
  test('names the place, the rule and who decided', async () => {
    const page = await open(anExplanation(listed));
    expect(page.root.querySelector('[data-saathi="blocked"]')).not.toBeNull();
    const facts = page.root.querySelector('dl')?.textContent;
    expect(facts).toContain('play.games.test');
    expect(facts).toContain('is on the closed list');
    expect(facts).toContain('Your family');
  });

  test('a school is named as a school', async () => {
    const page = await open(anExplanation(listed, { decidedBy: 'school', canAsk: false }));
    expect(page.words()).toContain('Your school keeps this site closed');
    expect(page.words()).not.toContain('Your family');
  });

  test('has no way on without a grown-up', async () => {
    const page = await open(anExplanation({ kind: 'category', category: 'adult' }));
    const names = [...page.root.querySelectorAll('button, a')].map(
      (control) => control.textContent,
    );
    expect(names.filter((name) => /proceed|continue|anyway|go on|open/i.test(name ?? ''))).toEqual(
      [],
    );
    const main = page.root.querySelectorAll('.button-main');
    expect([...main].map((control) => control.textContent)).toEqual(['Go back']);
  });

  test('speaks to each band in its own words', async () => {
    const heading = async (band: AgeBand) => {
      const page = await open(anExplanation({ kind: 'category', category: 'gambling' }), { band });
      return page.root.querySelector('h1')?.textContent?.replaceAll(/[\u2068\u2069]/g, '');
    };
    expect(await heading('5-8')).toBe('Oops, this is for grown-ups');
    expect(await heading('9-12')).toBe('It is okay to leave');
    expect(await heading('13-15')).toBe('This page is often about gambling');
    expect(await heading('16-17')).toBe('Closed topic: gambling');
  });

  test('shows the signs of an imitation', async () => {
    const page = await open(
      anExplanation({ kind: 'lookalike', imitated: 'bank.test', signs: ['lookalikeTypo'] }),
      { band: '13-15' },
    );
    expect(page.words()).toContain('The address is spelled almost like bank.test, but not quite.');
  });

  test('shows by which signs a page that nobody listed was closed', async () => {
    const risk = (topic: Category): Reason => ({
      kind: 'risk',
      topic,
      signs: ['riskGate', 'riskText-gambling'],
    });
    const page = await open(anExplanation(risk('gambling')), { band: '13-15' });
    expect(page.words()).toContain('This page seems to be about gambling');
    expect(page.words()).toContain('It asks whether you are 18.');
    expect(page.words()).toContain('Its words are like those of pages where people bet money.');
    page.unmount();
    const trick = await open(anExplanation(risk('scam')), { band: '13-15' });
    expect(trick.words()).toContain('This page looks like a scam');
    trick.unmount();
    const sad = await open(anExplanation(risk('self-harm')), { band: '13-15' });
    expect(sad.root.querySelector('[data-saathi="help"] a[href^="tel:"]')).not.toBeNull();
  });

  test('shows help in the page itself when the topic is self-harm', async () => {
    const page = await open(anExplanation({ kind: 'category', category: 'self-harm' }));
    expect(page.root.querySelector('[data-saathi="help"] a[href^="tel:"]')).not.toBeNull();
  });

  test('Help and Report are there for every reason', async () => {
    const reasons: Reason[] = [
      listed,
      unchecked,
      { kind: 'unreadable' },
      { kind: 'quiet-time', quietTimeId: 'n' },
    ];
    for (const reason of reasons) {
      const page = await open(anExplanation(reason));
      expect(page.button('Help')).toBeDefined();
      expect(page.button('Report this page')).toBeDefined();
      page.unmount();
    }
  });

  test('a page that is open again is opened', async () => {
    const page = await open(anExplanation({ kind: 'known' }, { action: 'allow' }));
    expect(page.platform.done).toEqual([`goTo ${url}`]);
  });

  test('a page that carries a warning is not opened by itself', async () => {
    const page = await open(anExplanation({ kind: 'age-label', label: 'RTA' }, { action: 'warn' }));
    expect(page.platform.done).toEqual([]);
    expect(page.words()).toContain('This page is made for adults');
  });

  test('looks again when something changed elsewhere', async () => {
    let explanation = anExplanation(listed);
    const page = await mount(<BlockedPage address={address} />, {
      replies: { 'visit.explain': () => explanation },
    });
    expect(page.platform.done).toEqual([]);
    explanation = anExplanation(
      { kind: 'allowlist', pattern: 'play.games.test' },
      { action: 'allow' },
    );
    page.platform.change();
    await page.until(() => expect(page.platform.done).toEqual([`goTo ${url}`]));
  });

  test('stays closed, with Back and Help, when the background is silent', async () => {
    const page = await mount(<BlockedPage address={address} />);
    expect(page.root.querySelector('[data-saathi="blocked"]')).not.toBeNull();
    expect(page.words()).toContain('One moment, please');
    expect(page.button('Go back')).toBeDefined();
    expect(page.button('Help')).toBeDefined();
    expect(page.platform.done).toEqual([]);
  });
});

describe('time that is up', () => {
  const spent: Reason = { kind: 'quota', quotaId: 'v', scope: 'category:video' };

  test('says what happened and when it opens again, in local words', async () => {
    const midnightInKarachi = Date.UTC(2026, 10, 21, 19);
    const page = await open(anExplanation(spent, { until: midnightInKarachi }));
    expect(page.root.querySelector('[data-saathi="time-up"]')).not.toBeNull();
    expect(page.words()).toContain('That is today’s time for videos');
    expect(page.words()).toContain('It opens again tomorrow.');
    expect(page.words()).toContain('Something else to do');
  });

  test('offers no ideas for play at bedtime', async () => {
    const page = await open(anExplanation({ kind: 'quiet-time', quietTimeId: 'night' }));
    expect(page.root.querySelector('[data-saathi="time-up"]')).not.toBeNull();
    expect(page.words()).not.toContain('Something else to do');
  });

  test('asks for time, not for the page', async () => {
    const page = await open(anExplanation(spent));
    expect(page.button('Ask for more time')).toBeDefined();
  });
});

describe('accessibility of the closed page', () => {
  test.each(['en', 'ur'] as const)('no violation in "%s"', async (language) => {
    const page = await open(anExplanation(listed), {
      language,
      replies: { 'report.file': aReport(), 'report.read': aReport() },
    });
    await expectAccessible(page.root);
    expect(document.documentElement.lang).toBe(language);
    expect(document.documentElement.dir).toBe(language === 'ur' ? 'rtl' : 'ltr');
  });
});
