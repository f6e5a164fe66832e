import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { helpHosts } from '@/rules/help/resources.ts';
import { starterSchema } from '@/rules/lists/starter.ts';
import { opensMoreThanHelp } from '@/rules/packs/opens.ts';

import { aMechanism, aPack, shippedPacks } from '../../support/packs.ts';

const starter = starterSchema.parse(JSON.parse(readFileSync('public/lists/starter.json', 'utf8')));
const withSite = (website: string) => aPack({ mechanisms: [aMechanism({ website })] });

describe('an edition of a pack', () => {
  test('opens no site that our own list knows for something else', () => {
    for (const [category, [listed = '']] of Object.entries(starter.categories)) {
      const under = withSite(`https://help.${listed}/`);
      expect(opensMoreThanHelp(withSite(`https://${listed}/x`), starter)).toContain(category);
      expect(opensMoreThanHelp(under, starter)).toContain(category);
    }
  });

  test('may name every line that we ship', () => {
    for (const pack of shippedPacks()) expect(opensMoreThanHelp(pack, starter)).toBeNull();
  });

  test.each([
    'https://m.facebook.com/helpline',
    'https://sites.google.com/view/helpline',
    'https://forms.office.com/r/1',
    'https://t.me/helpline',
  ])('frees no site that everybody shares, by whatever name of it: %s', (website) => {
    const { hostname } = new URL(website);
    expect(helpHosts([withSite(website)])).not.toContain(hostname);
  });

  test('leaves the door to a chat open', () => {
    expect(helpHosts([])).toEqual(expect.arrayContaining(['wa.me', 'api.whatsapp.com']));
  });
});
