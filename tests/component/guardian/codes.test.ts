import { decodeQR } from 'qr/decode.js';
import { afterEach, describe, expect, test } from 'vitest';

import { readChildCard } from '@/rules/codes/keys.ts';
import { aGuardiansCodes, aPreview, aSheet, aSigner } from '@/tests/support/codes-replies.ts';
import { goodPin, goodToken } from '@/tests/support/household.ts';
import {
  derived,
  openOptionsPage,
  type Opened,
  type OptionsPageOptions,
} from '@/tests/support/options-page.tsx';
import { aFamily, aRequest, noon } from '@/tests/support/page-replies.ts';

let page: Opened;
afterEach(() => page.close());

const guarded = ({ token }: { token?: string | undefined }) => token === goodToken;
const locked = { ok: false, failure: 'needs-guardian' } as const;

async function open(section: string, options: OptionsPageOptions = {}): Promise<void> {
  page = await openOptionsPage({
    policy: aFamily('9-12'),
    section,
    ...options,
    replies: {
      'guardian.unlock': ({ key }) =>
        key === derived(goodPin)
          ? { kind: 'unlocked', token: goodToken, until: noon + 300_000 }
          : { kind: 'wrong', waitUntil: null, now: noon },
      ...options.replies,
    },
  });
}
const sent = (name: string) =>
  page.platform.asked.filter((asked) => asked.name === name).map(({ body }) => body);
async function typesPin(): Promise<void> {
  await page.type('Grown-up PIN or passphrase', goodPin);
  await page.press('Open');
}
const unfold = (name: string) =>
  page.settle(() => {
    const lines = Array.from(page.root.querySelectorAll('summary'));
    const line = lines.find(({ textContent }) => textContent === name);
    if (line === undefined) throw new Error(`no line "${name}"`);
    line.click();
  });

describe('a request', () => {
  test('is shown with title, rule, words and wish, and the wish is the first answer', async () => {
    const request = aRequest({ title: 'Level 7 · Star Basket', wanted: 'minutes-30' });
    await open('requests', { requests: [request] });
    for (const words of ['play.games.test', 'Level 7 · Star Basket', 'Games', 'finish level 7']) {
      expect(page.text()).toContain(words);
    }
    await page.press('Answer');
    await typesPin();
    expect(sent('request.answer').at(-1)).toMatchObject({ answer: 'minutes-30' });
  });

  test('about time is never answered for one page or for ever', async () => {
    const reason = { kind: 'quota', quotaId: 'all', scope: 'all' } as const;
    await open('requests', { requests: [aRequest({ reason, wanted: 'minutes-15' })] });
    const values = Array.from(page.root.querySelectorAll<HTMLInputElement>('input[type="radio"]'));
    expect(values.map(({ value }) => value)).toEqual([
      'minutes-15',
      'minutes-30',
      'minutes-60',
      'today',
      'not-now',
    ]);
  });

  test('shows the words of the page only after the PIN, and nothing before the press', async () => {
    await open('requests', {
      requests: [aRequest()],
      replies: { 'preview.read': (body) => (guarded(body) ? aPreview : locked) },
    });
    expect(sent('preview.read')).toEqual([]);
    await page.press('Read the page’s words');
    await typesPin();
    expect(page.text()).toContain('Throw the ball, count the stars.');
    expect(page.root.querySelector('main img, main iframe')).toBeNull();
    expect(await page.violations()).toEqual([]);
  });

  test.each([
    'private',
    'offline',
    'timed-out',
    'moved',
    'not-a-page',
    'refused',
    'broken',
  ] as const)('says in words why there is no preview: %s', async (why) => {
    await open('requests', {
      requests: [aRequest()],
      replies: { 'preview.read': { kind: 'none', why } },
    });
    await page.press('Read the page’s words');
    expect(page.root.querySelector('[role="status"]')?.textContent?.length).toBeGreaterThan(20);
    expect(page.text()).not.toContain('previewNone');
  });
});

describe('phones', () => {
  test('are shown and removed with the PIN alone', async () => {
    await open('settings', {
      replies: { 'phone.remove': (body) => (guarded(body) ? {} : locked) },
    });
    await unfold('Codes from your phone');
    expect(page.text()).not.toContain('Amma’s phone');
    await page.press('Show phones and cards');
    await typesPin();
    expect(page.text()).toContain('last used yesterday at 3:30 PM');
    await page.press('Remove Amma’s phone');
    expect(sent('phone.remove').at(-1)).toEqual({ phoneId: 'p1', token: goodToken });
    expect(await page.violations()).toEqual([]);
  });

  test('scan a picture that holds what can also be typed', async () => {
    await open('settings');
    await unfold('Codes from your phone');
    await page.press('Add a phone');
    const secret = page.root.querySelector('.code-words')?.textContent?.replaceAll(' ', '') ?? '';
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const svg = page.root.querySelector('svg.qr');
    expect(scanned(svg)).toBe(
      `otpauth://totp/Saathi:My%20phone?secret=${secret}&issuer=Saathi&algorithm=SHA1&digits=6&period=30`,
    );
    await page.press('Cancel');
    await page.press('Add a phone');
    const next = page.root.querySelector('.code-words')?.textContent?.replaceAll(' ', '');
    expect(next).not.toBe(secret);
  });
});

describe('cards', () => {
  const made = {
    kind: 'made',
    sheet: aSheet({ id: 's2', used: 0, minutes: 30, made: 4 }),
    codes: ['04712 83915', '55018 20347', '91846 00731', '30075 61128'],
  } as const;

  test('are made for a child, shown once, printed and put away', async () => {
    await open('settings', {
      replies: { 'vouchers.make': (body) => (guarded(body) ? made : locked) },
    });
    await unfold('Time cards on paper');
    await page.choose('30 minutes');
    await page.select('How many', '4');
    await page.press('Make cards');
    await typesPin();
    expect(sent('vouchers.make').at(-1)).toEqual({
      childId: 'sara',
      minutes: 30,
      count: 4,
      token: goodToken,
    });
    expect(page.root.querySelectorAll('.time-card')).toHaveLength(4);
    expect(page.text()).toContain('04712 83915');
    expect(page.text()).toContain('For Sara');
    expect(page.text()).toContain('Good until November 18, 2027');
    expect(await page.violations()).toEqual([]);
    await page.press('Print');
    expect(page.platform.done).toContain('print');
    await page.press('I have them');
    expect(page.text()).not.toContain('04712 83915');
  });

  test('that were not used are withdrawn with their sheet', async () => {
    await open('settings', {
      replies: { 'vouchers.withdraw': {}, 'codes.read': aGuardiansCodes() },
    });
    await unfold('Time cards on paper');
    await page.press('Show phones and cards');
    expect(page.text()).toContain('8 cards of 15 minutes for Sara');
    expect(page.text()).toContain('3 used');
    await page.press('Withdraw the unused cards made November 18 at 3:30 PM');
    expect(sent('vouchers.withdraw')).toEqual([{ sheetId: 'sheet-1' }]);
  });

  test('have an end: 200 unused ones', async () => {
    const full = { kind: 'refused', why: 'too-many' } as const;
    await open('settings', { replies: { 'vouchers.make': full } });
    await unfold('Time cards on paper');
    await page.press('Make cards');
    expect(page.text()).toContain('There are 200 unused cards already.');
  });
});

describe('files from a guardian’s browser', () => {
  const publicKey = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';

  test('a key is accepted as a rule, with the PIN; then there is a card for that browser', async () => {
    await open('settings');
    await unfold('Files from your own browser');
    await page.type('Its key', 'too short');
    await page.press('Accept this browser');
    expect(page.text()).toContain('A key has 43 letters and digits.');
    await page.type('Its key', ` ${publicKey} `);
    await page.type('Whose browser is it?', 'Amma');
    await page.press('Accept this browser');
    expect(page.text()).toContain('Save the change below.');
    await page.press('Save');
    await typesPin();
    const [key] = page.household.policy()?.grantKeys ?? [];
    expect(key).toMatchObject({ name: 'Amma', childId: 'sara', publicKey });
    const cards = Array.from(page.root.querySelectorAll('.code-words'), (line) => line.textContent);
    const card = readChildCard(cards[0] ?? '');
    expect(card).toEqual({ keyId: key?.id, childId: 'sara', nickname: 'Sara', publicKey });
    expect(await page.violations()).toEqual([]);
    await page.type('Its key', publicKey);
    await page.press('Accept this browser');
    expect(page.text()).toContain('This key is accepted for this child already.');
  });

  test('the guardian’s own browser makes the file and hands it over', async () => {
    const signed = { name: 'saathi-sara.json', text: '{"signed":1}', expiresAt: noon + 864e5 };
    await open('settings', { replies: { 'signer.read': aSigner(), 'grant.sign': signed } });
    await unfold('Answer from this browser');
    await page.press('Use this browser to answer');
    expect(page.text()).toContain(publicKey);
    await page.choose('A site');
    await page.type('Which site?', 'not a site');
    await page.press('Make the file');
    expect(page.text()).toContain('Write a site such as example.org.');
    await page.type('Which site?', 'https://Game.test/level/7');
    await page.type('Minutes', '0');
    await page.press('Make the file');
    expect(page.text()).toContain('Between 1 and 600 minutes.');
    await page.type('Minutes', '45');
    await page.press('Make the file');
    expect(sent('grant.sign')).toEqual([
      { keyId: 'k1', gives: { kind: 'host', host: 'game.test', minutes: 45 } },
    ]);
    expect(page.platform.done).toContain('saveFile saathi-sara.json');
    expect(await page.violations()).toEqual([]);
  });

  test.each([
    ['not-a-card', 'This is no card of a child’s browser.'],
    ['other-key', 'This card is for another browser’s key.'],
    ['no-key', 'Make the key of this browser first.'],
    ['too-many', 'No more children fit.'],
  ] as const)('a card refused as "%s" says so', async (why, words) => {
    await open('settings', {
      replies: { 'signer.read': aSigner(), 'signer.add': { kind: 'refused', why } },
    });
    await unfold('Answer from this browser');
    await page.press('Use this browser to answer');
    await page.type('2. Paste the card', 'x');
    await page.press('Add this child');
    expect(page.text()).toContain(words);
  });
});

/** What a camera reads off the picture. */
function scanned(svg: Element | null): string {
  const size = Number(svg?.getAttribute('viewBox')?.split(' ')[2] ?? 0);
  const scale = 4;
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  const runs =
    svg
      ?.querySelector('path')
      ?.getAttribute('d')
      ?.matchAll(/M(\d+) (\d+)h(\d+)/g) ?? [];
  for (const [, x, y, length] of runs) {
    for (let down = 0; down < scale; down += 1) {
      const start = (Number(y) * scale + down) * side + Number(x) * scale;
      for (let at = start; at < start + Number(length) * scale; at += 1) {
        data.fill(0, at * 4, at * 4 + 3);
      }
    }
  }
  return decodeQR({ width: side, height: side, data });
}
