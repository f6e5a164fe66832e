import { describe, expect, test } from 'vitest';

import { parseAddress } from '@/rules/hosts/address.ts';
import { isPlatformForm, platformForms, platformPages } from '@/rules/reporting/platform-forms.ts';
import { placeOf } from '@/rules/reporting/platform.ts';

test.each([
  ['https://www.youtube.com/@someone/videos', 'YouTube', 'someone'],
  ['https://m.youtube.com/watch?v=1', 'YouTube', null],
  ['https://www.tiktok.com/@some.one/video/1', 'TikTok', 'some.one'],
  ['https://www.instagram.com/p/abc/', 'Instagram', null],
  ['https://www.instagram.com/some_one/', 'Instagram', 'some_one'],
  ['https://www.reddit.com/user/someone', 'Reddit', 'someone'],
  ['https://www.reddit.com/r/cats', 'Reddit', null],
  ['https://www.snapchat.com/add/someone', 'Snapchat', 'someone'],
  ['https://t.me/someone', 'Telegram', 'someone'],
  ['https://www.roblox.com/users/123456/profile', 'Roblox', '123456'],
  ['https://discord.com/channels/1/2', 'Discord', null],
  ['https://scratch.mit.edu/users/someone/', 'Scratch', 'someone'],
  ['https://www.tumblr.com/search/cats', 'Tumblr', null],
  ['https://medium.com/@someone/text', 'Medium', 'someone'],
  ['https://sites.google.com/view/x', 'Google', null],
  ['https://www.chat.example/u/1', 'chat.example', null],
  ['https://notyoutube.com/@x', 'notyoutube.com', null],
])('%s is on %s, account %s', (address, platform, account) => {
  expect(placeOf(address)).toMatchObject({ platform, account });
});

test('without an address there is no place', () => {
  expect(placeOf(null)).toMatchObject({ platform: null, account: null });
});

test('every form of a service is a web address of a service that a report can name', () => {
  const named = new Set(
    [
      'youtube.com tiktok.com instagram.com facebook.com messenger.com x.com reddit.com',
      'pinterest.com snapchat.com t.me whatsapp.com discord.com roblox.com twitch.tv tumblr.com',
      'medium.com scratch.mit.edu github.com google.com bing.com',
    ]
      .join(' ')
      .split(' ')
      .map((host) => placeOf(`https://${host}/`).platform),
  );
  expect(platformForms.length).toBeGreaterThanOrEqual(20);
  expect(new Set(platformForms.map(({ platform }) => platform))).toEqual(named);
  for (const { webForm, source, checkedOn } of platformForms) {
    expect(new URL(webForm).protocol).toBe('https:');
    expect(source).not.toBe('');
    expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

describe('a form of a service', () => {
  const isForm = (url: string) => {
    const address = parseAddress(url);
    return address !== null && isPlatformForm(address);
  };

  test('is known by its exact address, as a browser may have it', () => {
    for (const { webForm } of platformForms) expect(isForm(webForm), webForm).toBe(true);
    expect(isForm('https://tiktok.com/legal/report/feedback/?lang=en')).toBe(true);
    expect(isForm('https://www.instagram.com/192435014247952')).toBe(false);
    expect(isForm('https://www.tiktok.com/')).toBe(false);
    expect(isForm('https://www.tiktok.com/legal/report/feedback/more')).toBe(false);
    expect(isForm('https://discord.com/report')).toBe(false);
    expect(isForm('about:blank')).toBe(false);
  });

  test('stands with every page of its service, as it may lead on to each', () => {
    expect(platformPages('Discord')).toEqual([
      'https://dis.gd/report',
      'https://discord.com/',
      'https://discord.gg/',
    ]);
    expect(platformPages('play.games.test')).toEqual([]);
    expect(platformPages(null)).toEqual([]);
    for (const { platform } of platformForms) {
      expect(platformPages(platform).length, platform).toBeGreaterThan(1);
    }
  });
});
