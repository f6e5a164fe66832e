import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { strictness } from '@/rules/policy/decide.ts';
import { actions, type Action } from '@/rules/policy/schema.ts';
import { closesPage } from '@/rules/policy/verdict.ts';

import { aHousehold, aLookup, at } from '../../support/builders.ts';

const home = aHousehold();

describe('the order of the policy', () => {
  test('help is never closed: not by a list, a category, an unknown-site rule, a quiet time or a spent quota', () => {
    const strict = home
      .withFilter({ blocklist: ['childline.test'], unknown: 'block' })
      .withCategory('adult', 'block')
      .withQuietTime('00:00', '24:00')
      .withQuota('all', 0)
      .with({ help: ['childline.test'], lookup: aLookup({ adult: ['childline.test'] }) });
    expect(strict.judges('https://chat.childline.test/talk')).toEqual({
      action: 'allow',
      reason: { kind: 'help' },
      until: null,
    });
  });

  test('a closed address outranks a closed hour, since it stays closed when the hour is over', () => {
    const night = home.withFilter({ blocklist: ['bad.test'] }).withQuietTime('21:00', '07:00');
    expect(night.judges('http://bad.test/', { at: at('22:00') }).reason.kind).toBe('blocklist');
    expect(night.judges('http://fine.test/', { at: at('22:00') }).reason.kind).toBe('quiet-time');
  });

  test('a quiet time names the instant at which browsing opens again', () => {
    const night = home.withQuietTime('21:00', '07:00');
    const verdict = night.judges('http://fine.test/', { at: at('22:00') });
    expect(verdict).toMatchObject({ action: 'block', until: at('07:00') + 86_400_000 });
    expect(night.judges('http://fine.test/', { at: at('20:59') }).action).toBe('allow');
  });

  test('a quota closes what it counts and nothing else', () => {
    const limited = home
      .withQuota('category:games', 0)
      .with({ lookup: aLookup({ games: ['game.test'] }) });
    expect(limited.judges('http://www.game.test/').reason).toMatchObject({ kind: 'quota' });
    expect(limited.judges('http://school.test/').action).toBe('allow');
  });

  test('the strictest category of a host is heard', () => {
    const mixed = home
      .withCategory('video', 'warn')
      .withCategory('social', 'ask')
      .with({ lookup: aLookup({ video: ['both.test'], social: ['both.test'] }) });
    expect(mixed.judges('http://both.test/')).toMatchObject({
      action: 'ask',
      reason: { kind: 'category', category: 'social' },
    });
  });

  test('an allow by the guardian wins over a list, a block by the guardian over both', () => {
    const lists = aLookup({ adult: ['site.test'] });
    const allowed = home
      .withCategory('adult', 'block')
      .withFilter({ allowlist: ['site.test'] })
      .with({ lookup: lists });
    expect(allowed.judges('http://site.test/').reason.kind).toBe('allowlist');
    expect(
      allowed.withFilter({ blocklist: ['site.test'] }).judges('http://site.test/').action,
    ).toBe('block');
  });

  test('BYP-027 block wins a tie, an exact address beats a host, a nearer host beats a wider one', () => {
    const tie = home.withFilter({ allowlist: ['a.test'], blocklist: ['a.test'] });
    expect(tie.judges('http://a.test/').reason).toEqual({ kind: 'blocklist', pattern: 'a.test' });
    const exact = home.withFilter({ allowlist: ['a.test'], blocklist: ['a.test/bad'] });
    expect(exact.judges('http://a.test/bad').action).toBe('block');
    expect(exact.judges('http://a.test/good').action).toBe('allow');
    const nearer = home.withFilter({ allowlist: ['kids.a.test'], blocklist: ['a.test'] });
    expect(nearer.judges('http://kids.a.test/').action).toBe('allow');
    expect(nearer.judges('http://www.a.test/').action).toBe('block');
  });

  test('BYP-025 a closed word closes a known site too, and is named in the reason', () => {
    const careful = home
      .withFilter({ words: ['casino'] })
      .with({ lookup: aLookup({ known: ['library.test'] }) });
    expect(careful.judges('http://library.test/books?q=casino')).toEqual({
      action: 'block',
      reason: { kind: 'word', word: 'casino' },
      until: null,
    });
    expect(careful.judges('http://library.test/books?q=ocean').action).toBe('allow');
    expect(careful.judges('https://web.archive.org/web/2020/http://casino.test/').action).toBe(
      'block',
    );
  });

  test('BYP-025 a word closes neither help, nor what the guardian opened, nor what is opened for a while', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const url = `http://casino.test${path}?casino&${query}`;
        const careful = home.withFilter({ words: ['casino'] });
        const help = careful.with({ help: ['casino.test'] });
        expect(help.judges(url).reason.kind).toBe('help');
        const listed = careful.withFilter({ allowlist: ['casino.test'] });
        expect(listed.judges(url).action).toBe('allow');
        const given = careful.withOverride({ kind: 'host', host: 'casino.test' }, at('13:00'));
        expect(given.judges(url).action).toBe('allow');
      }),
      { numRuns: 50 },
    );
  });

  test('BYP-082 a shared document is judged by its own address, by its words and by the hour', () => {
    const document = 'https://docs.google.com/document/d/1/edit';
    const careful = home
      .withFilter({ blocklist: ['docs.google.com/document/d/1'], words: ['casino'] })
      .with({ lookup: aLookup({ known: ['google.com'] }) });
    expect(careful.judges(document).reason.kind).toBe('blocklist');
    expect(careful.judges('https://docs.google.com/document/d/2/edit').action).toBe('allow');
    expect(careful.judges('https://docs.google.com/document/d/2/edit#casino').action).toBe('block');
    const night = careful.withQuietTime('00:00', '24:00');
    expect(night.judges('https://docs.google.com/document/d/2/edit').action).toBe('block');
  });

  test('BYP-074 an unchecked site whose address names a closed one is warned about, not closed', () => {
    const lists = aLookup({ adult: ['adult.test'], known: ['known.test'] });
    const strict = home
      .withFilter({ blocklist: ['blocked.test'], allowlist: ['mine.test'] })
      .withCategory('adult', 'block')
      .with({ lookup: lists });
    const carries = (host: string) => ({ action: 'warn', reason: { kind: 'carries', host } });
    const inner = encodeURIComponent('http://blocked.test/');
    expect(strict.judges(`http://x.test/?url=${inner}`)).toMatchObject(carries('blocked.test'));
    expect(strict.judges('http://x.test/http://blocked.test/')).toMatchObject(
      carries('blocked.test'),
    );
    expect(strict.judges(`http://x.test/?q=${btoa('http://adult.test/')}`)).toMatchObject(
      carries('adult.test'),
    );
    expect(strict.judges('http://x.test/?url=http://fine.test/').action).toBe('allow');
    for (const [host, why] of [
      ['known.test', 'a checked site'],
      ['mine.test', 'a site the guardian opened'],
      ['wa.me', 'a place to share addresses'],
    ] as const) {
      expect(strict.judges(`http://${host}/?url=${inner}`).action, why).toBe('allow');
    }
    expect(strict.judges(`http://login.test/?continue=${inner}`).action).toBe('allow');
    const embedded = strict.judges(`http://x.test/?url=${inner}`, { embedder: 'known.test' });
    expect(embedded.action).toBe('allow');
  });

  test('BYP-074 where unchecked sites are closed they stay closed, and an inner unchecked one is no hint', () => {
    const careful = home.withFilter({ unknown: 'block', blocklist: ['blocked.test'] });
    expect(careful.judges('http://x.test/?url=http://blocked.test/')).toMatchObject({
      action: 'block',
      reason: { kind: 'unknown' },
    });
    const warned = home.withFilter({ unknown: 'warn' });
    expect(warned.judges('http://x.test/?url=http://y.test/').reason.kind).toBe('unknown');
  });

  test('help stays open inside an archive, as far as the archive itself is open', () => {
    const careful = home
      .withFilter({ unknown: 'ask' })
      .with({ help: ['childline.test'], lookup: aLookup({ known: ['archive.org'] }) });
    expect(careful.judges('https://web.archive.org/web/2020/http://childline.test/').action).toBe(
      'allow',
    );
  });

  test('known sites are open where unknown ones are not', () => {
    const careful = home
      .withFilter({ unknown: 'ask' })
      .with({ lookup: aLookup({ known: ['library.test'] }) });
    expect(careful.judges('http://library.test/').reason.kind).toBe('known');
    expect(careful.judges('http://other.test/')).toMatchObject({
      action: 'ask',
      reason: { kind: 'unknown' },
    });
  });
});

describe('overrides', () => {
  test('an override opens a blocked host until it ends, and not a moment longer', () => {
    const given = home
      .withFilter({ blocklist: ['wiki.test'] })
      .withOverride({ kind: 'host', host: 'wiki.test' }, at('12:15'));
    expect(given.judges('http://wiki.test/', { at: at('12:14') }).reason.kind).toBe('override');
    expect(given.judges('http://wiki.test/', { at: at('12:15') }).action).toBe('block');
  });

  test('an override for a page opens that page only', () => {
    const given = home
      .withFilter({ blocklist: ['wiki.test'] })
      .withOverride({ kind: 'page', href: 'http://wiki.test/cats' }, at('23:00'));
    expect(given.judges('http://wiki.test/cats').action).toBe('allow');
    expect(given.judges('http://wiki.test/dogs').action).toBe('block');
  });

  test('an override for an address gives no time, and one for time opens no address', () => {
    const night = home
      .withFilter({ blocklist: ['bad.test'] })
      .withQuietTime('21:00', '07:00')
      .withOverride({ kind: 'host', host: 'fine.test' }, at('23:59'));
    expect(night.judges('http://fine.test/', { at: at('22:00') }).reason.kind).toBe('quiet-time');
    const more = night.withOverride({ kind: 'time', scope: 'quiet-time' }, at('23:00'));
    expect(more.judges('http://fine.test/', { at: at('22:00') }).action).toBe('allow');
    expect(more.judges('http://bad.test/', { at: at('22:00') }).action).toBe('block');
  });
});

describe('warnings', () => {
  const label = [{ kind: 'age-label', label: 'RTA' } as const];

  test('a signal warns once a day for a host; going on is remembered by the caller', () => {
    expect(home.judges('http://page.test/', { signals: label })).toMatchObject({ action: 'warn' });
    const passed = home.with({ passed: ['page.test'] });
    expect(passed.judges('http://page.test/', { signals: label }).action).toBe('allow');
  });

  test('where an unknown site and a sign both warn, the sign is what is said', () => {
    const careful = home.withFilter({ unknown: 'warn' });
    expect(careful.judges('http://page.test/', { signals: label }).reason.kind).toBe('age-label');
    expect(careful.judges('http://page.test/').reason.kind).toBe('unknown');
  });

  test('a page that fought its warning off is closed', () => {
    const fought = home.with({ fought: ['page.test'], passed: ['page.test'] });
    expect(fought.judges('http://page.test/', { signals: label })).toMatchObject({
      action: 'block',
      reason: { kind: 'age-label' },
    });
    expect(fought.judges('http://page.test/').action).toBe('allow');
  });

  test('a guardian who allowed the host has answered the signal', () => {
    const allowed = home.withFilter({ allowlist: ['page.test'] });
    expect(allowed.judges('http://page.test/', { signals: label }).action).toBe('allow');
  });
});

test('making any single choice stricter never opens a visit', () => {
  const anAction = fc.constantFrom<Action>(...actions);
  const lookup = aLookup({ games: ['game.test'], social: ['game.test', 'chat.test'] });
  const anUrl = fc.constantFrom(
    'http://game.test/',
    'http://chat.test/',
    'http://elsewhere.test/',
    'http://known.test/',
  );
  const choices = fc.record({
    games: anAction,
    social: anAction,
    unknown: anAction,
    wanted: anAction,
    url: anUrl,
  });
  fc.assert(
    fc.property(choices, ({ games, social, unknown, wanted, url }) => {
      const before = home
        .with({ lookup })
        .withCategory('games', games)
        .withCategory('social', social)
        .withFilter({ unknown });
      const stricter = strictness[wanted] > strictness[games] ? wanted : games;
      const was = before.judges(url);
      const is = before.withCategory('games', stricter).judges(url);
      return (
        strictness[is.action] >= strictness[was.action] && (!closesPage(was) || closesPage(is))
      );
    }),
  );
});
