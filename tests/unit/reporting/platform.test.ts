import { expect, test } from 'vitest';

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
  ['https://www.chat.example/u/1', 'chat.example', null],
  ['https://notyoutube.com/@x', 'notyoutube.com', null],
])('%s is on %s, account %s', (address, platform, account) => {
  expect(placeOf(address)).toMatchObject({ platform, account });
});

test('without an address there is no place', () => {
  expect(placeOf(null)).toMatchObject({ platform: null, account: null });
});
