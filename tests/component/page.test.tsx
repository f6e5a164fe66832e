import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';

import { clockWords, durationWords, whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Screen } from '@/components/ui/Screen.tsx';

import { mount } from '../support/mount.tsx';
import { aState, noon } from '../support/page-replies.ts';

function Sample() {
  const { text, band } = useServices();
  return <Screen>{`${text('help')} ${band ?? 'adult'}`}</Screen>;
}

describe('the page shell', () => {
  test('dresses the document in language, direction and band', async () => {
    await mount(<Sample />, { band: '5-8', language: 'ur' });
    const { lang, dir, dataset } = document.documentElement;
    expect([lang, dir, dataset['band']]).toEqual(['ur', 'rtl', '5-8']);
  });

  test('speaks to an adult as to an adult', async () => {
    const page = await mount(<Sample />, { band: '5-8', audience: 'adult' });
    expect(page.words()).toContain('Help adult');
    expect(document.documentElement.dataset['band']).toBeUndefined();
  });

  test('changes its language at run time, and remembers it for this browser', async () => {
    const page = await mount(<Sample />);
    await page.press('اردو');
    await page.until(() => expect(document.documentElement.lang).toBe('ur'));
    expect(page.words()).toContain('مدد');
    expect(page.platform.recall().chosen).toBe('ur');
    await page.press('English');
    await page.until(() => expect(document.documentElement.lang).toBe('en'));
  });

  test('remembers country, language and band for the time the background is silent', async () => {
    const page = await mount(<Sample />, {
      replies: { 'state.read': aState('13-15', { country: 'TR', language: 'ur' }) },
    });
    expect(page.platform.recall()).toEqual({
      chosen: null,
      language: 'ur',
      country: 'TR',
      band: '13-15',
    });
  });

  test('keeps the time of the policy, before set-up that of the system', async () => {
    const Zone = () => <Screen>{useServices().timeZone}</Screen>;
    const services = { surroundings: () => ({ languages: ['en'], timeZone: 'Europe/Paris' }) };
    const family = await mount(<Zone />, { services });
    expect(family.words()).toContain('Asia/Karachi');
    family.unmount();
    const replies = { 'state.read': aState('9-12', { setUp: false, timeZone: null }) };
    const fresh = await mount(<Zone />, { services, replies });
    expect(fresh.words()).toContain('Europe/Paris');
  });

  test('shows nothing, rather than keys, before the words are there', async () => {
    const texts = Promise.withResolvers<Record<string, string>>();
    const mounting = mount(<Sample />, { services: { loadTexts: () => texts.promise } });
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(document.body.textContent).toBe('');
    texts.resolve({ help: 'Help', saathi: 'Saathi' });
    const page = await mounting;
    expect(page.words()).toContain('Help');
  });

  test('shows Help when a part of it breaks', async () => {
    const Broken = () => {
      throw new Error('broken');
    };
    const page = await mount(<Broken />);
    expect(page.words()).toContain('Something of ours broke');
    expect(page.root.querySelector('[data-saathi="help"] a[href="tel:1098"]')).not.toBeNull();
  });
});

describe('instants in local words', () => {
  const text = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    [key, ...Object.values(values)].join(' ');
  const speaking = {
    text,
    language: 'en',
    now: () => noon,
    timeZone: 'Asia/Karachi',
  } as const;
  /** An hour of a day near noon's, as the clocks of Karachi show it. */
  const at = (days: number, hours: number) => Date.UTC(2026, 10, 21 + days, hours - 5);

  test('days are named as people name them', () => {
    expect(whenWords(speaking, at(0, 19))).toBe('whenToday 7:00 PM');
    expect(whenWords(speaking, at(1, 7))).toBe('whenTomorrow 7:00 AM');
    expect(whenWords(speaking, at(-1, 7))).toBe('whenYesterday 7:00 AM');
    expect(whenWords(speaking, at(3, 7))).toBe('whenDay Tuesday 7:00 AM');
    expect(whenWords(speaking, at(9, 7))).toBe('whenDay November 30 7:00 AM');
  });

  test('the zone is the policy’s, whatever the machine believes', () => {
    const late = at(0, 22);
    expect(whenWords(speaking, late)).toBe('whenToday 10:00 PM');
    expect(whenWords({ ...speaking, timeZone: 'Pacific/Auckland' }, late)).toBe(
      'whenTomorrow 6:00 AM',
    );
    expect(whenWords({ ...speaking, timeZone: 'America/New_York' }, at(1, 8))).toBe(
      'whenToday 10:00 PM',
    );
  });

  test('a day of 23 or 25 hours is one day', () => {
    const zurich = { ...speaking, timeZone: 'Europe/Zurich', now: () => Date.UTC(2026, 9, 24, 10) };
    expect(whenWords(zurich, Date.UTC(2026, 9, 25, 22))).toBe('whenTomorrow 11:00 PM');
    expect(whenWords(zurich, Date.UTC(2026, 9, 25, 23))).toBe('whenOnlyDay Monday');
  });

  test('a midnight to come is named by its day alone', () => {
    expect(whenWords(speaking, at(1, 0))).toBe('whenOnlyTomorrow');
    expect(whenWords(speaking, at(3, 0))).toBe('whenOnlyDay Tuesday');
    expect(whenWords(speaking, at(0, 0))).toBe('whenToday 12:00 AM');
  });

  test('Urdu names the part of the day', () => {
    expect(clockWords(at(0, 7), 'ur', 'Asia/Karachi')).toBe('صبح 7:00 بجے');
    expect(clockWords(at(0, 21), 'ur', 'Asia/Karachi')).toBe('رات 9:00 بجے');
  });

  test('durations are whole minutes, never none', () => {
    expect(durationWords(0, 'en')).toBe('1 minute');
    expect(durationWords(61_000, 'en')).toBe('2 minutes');
    expect(durationWords(80 * 60_000, 'en')).toBe('1 hour, 20 minutes');
    // ICU's versions differ in what joins the two.
    expect(durationWords(80 * 60_000, 'ur')).toMatch(/^1 گھنٹہ.+20 منٹ$/);
  });
});
