import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseAddress } from '@/rules/hosts/address.ts';
import { addressEvidence } from '@/rules/risk/address-evidence.ts';

const found = (url: string): string[] => {
  const address = parseAddress(url);
  if (address === null) throw new Error(`not an address: ${url}`);
  return addressEvidence(address).map(({ topic, weight, sign }) => `${topic} ${weight} ${sign}`);
};

describe('the words of an address', () => {
  test.each([
    ['https://erome-clips.test/', ['adult 3 riskAddress']],
    ['https://freepornvideos.test/', ['adult 3 riskAddress']],
    ['https://www.best-casino-online.test/', ['gambling 3 riskAddress']],
    ['https://1xbet-pk.test/', ['gambling 3 riskAddress']],
    ['https://royalcasino777.test/', ['gambling 3 riskAddress']],
    ['https://anything.casino/', ['gambling 3 riskAddress']],
    ['https://pro-ana.test/', ['self-harm 3 riskAddress']],
    ['https://proana-club.test/', ['self-harm 3 riskAddress']],
    ['https://proana-tips.test/', ['self-harm 1 riskAddress']],
    ['https://casino-lisboa-hotel.test/', ['gambling 1 riskAddress']],
    ['https://blog.test/tag/thinspo/', ['self-harm 1 riskAddress']],
    ['https://blog.test/%D0%BF%D0%BE%D1%80%D0%BD%D0%BE/', ['adult 1 riskAddress']],
    ['https://порно.test/', ['adult 3 riskAddress']],
    ['https://find.test/?q=free+porn', ['adult 1 riskQuery']],
    ['https://find.test/?q=%E5%9C%A8%E7%BA%BF%E8%B5%8C%E5%9C%BA', ['gambling 1 riskQuery']],
    ['https://board.test/list?nsfw=1', ['adult 1 riskAddress']],
  ])('%s', (url, signs) => {
    expect(found(url)).toEqual(signs);
  });

  test.each([
    'https://jerome.test/',
    'https://jerome-dsouza.test/st-jerome/life',
    'https://essex.test/middlesex/sussex',
    'https://scunthorpe.test/',
    'https://porntip-family.test/',
    'https://board.test/list?nsfw=no',
    'https://board.test/list?nsfw=0&adult=false',
    'https://quit-porn.test/',
    'https://demasiado-porno.test/jovenes',
    'https://porn-talk.test/father',
    'https://pornliteracy.test/film',
    'https://pornaddictionhelp.test/',
    'https://casino-addiction-support.test/',
    'https://stopgambling.test/casino-help/',
    'https://news.test/2026/porn-law-in-parliament',
    'https://wiki.test/wiki/History_of_casinos',
    'https://ministry.gov.pk/',
    'https://casino-studies.unlv.edu/',
    'https://find.test/?q=how+to+help+a+friend+with+a+porn+addiction',
    'https://find.test/?q=sex+education+for+teens',
    'https://shop.test/?color=xxx',
    'https://clinic.test/sexual-health/',
    'https://drugs.test/aspirin',
    'https://alphabet.test/bet/gamma',
    'https://gore-tex.test/al-gore/',
    'https://tagesspiegel.test/escort/ford-escort',
    'https://127.0.0.1/',
  ])('%s says nothing', (url) => {
    expect(found(url)).toEqual([]);
  });

  test('are read without end or error, whatever the address', () => {
    const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
    fc.assert(
      fc.property(url, fc.string(), (base, more) => {
        const address = parseAddress(`${base}${more}`);
        if (address !== null) expect(addressEvidence(address).length).toBeLessThanOrEqual(3);
      }),
    );
    const long = parseAddress(
      `https://${'porn-'.repeat(11)}x.test/${'%F0'.repeat(9000)}?q=${'a+'.repeat(9000)}`,
    );
    expect(long === null ? [] : addressEvidence(long).map(({ topic }) => topic)).toContain('adult');
  });

  test('an added word that takes back never makes it worse', () => {
    const paths = fc.array(fc.constantFrom('casino', 'porn', 'jerome', 'news', 'x'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(paths, fc.constantFrom('help', 'quit', 'addiction', 'law'), (words, calm) => {
        const before = found(`https://site.test/${words.join('-')}`);
        const after = found(`https://site.test/${[...words, calm].join('-')}`);
        expect(after.length).toBeLessThanOrEqual(before.length);
      }),
    );
  });
});
