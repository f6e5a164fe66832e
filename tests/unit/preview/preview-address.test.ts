import { expect, test } from 'vitest';

import { previewAddresses } from '@/rules/preview/preview-address.ts';

test('a site is asked over https, without its fragment and without a name or password in it', () => {
  expect(previewAddresses('http://sara:pw@play.test/level/7?name=x#top')).toStrictEqual([
    'https://play.test/level/7?name=x',
    'https://www.play.test/level/7?name=x',
  ]);
  expect(previewAddresses('https://www.play.test/')).toStrictEqual([
    'https://www.play.test/',
    'https://play.test/',
  ]);
});

test.each([
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://10.0.0.1/',
  'https://192.168.1.1/admin',
  'https://169.254.169.254/latest/meta-data/',
  'https://[::1]/',
  'https://[fd00::1]/',
  'https://[::ffff:192.168.0.1]/',
  'https://8.8.8.8/',
  'https://localhost/',
  'https://app.localhost/',
  'https://router/',
  'https://router./',
  'https://printer.local/',
  'https://nas.home.arpa/',
  'https://nas.lan/',
  'https://wiki.internal/',
  'https://fritz.box:8443/',
  'https://site.test:22/',
  'https://a..b/',
  'ftp://site.test/',
  'file:///etc/passwd',
  'data:text/html,hi',
  'blob:https://site.test/1',
  'chrome://settings/',
  '',
  'https://',
  'https://ＬＯＣＡＬＨＯＳＴ/',
])('%s is never asked', (url) => {
  expect(previewAddresses(url)).toStrictEqual([]);
});
