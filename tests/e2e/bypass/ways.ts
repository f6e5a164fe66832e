// Ways to write a closed address, tried in both browsers. A way says who must not have heard of it.
import { aPolicy, type PolicyBuilder } from '../support/policy.ts';

type Way = {
  readonly id: string;
  readonly url: string;
  /** Hosts as the pretend web would see them. */
  readonly silent: readonly string[];
};
const way = (id: string, url: string, ...silent: string[]): Way => ({ id, url, silent });
const host = 'trap.test';
const number = '203.0.113.7';

/** Closes one thing for each way; everything else is open. */
export const roundPolicy = (): PolicyBuilder =>
  aPolicy()
    .blocking(
      host,
      number,
      'xn--bcher-kva.test',
      'small.test/bad',
      'spa.test/games',
      'spa.test/#/games',
      'youtube.com',
    )
    .words('casino', 'free games')
    .category('bypass', 'block')
    .category('games', 'block')
    .allowing('game.test', 'web.archive.org', 'r.jina.ai', 'translate.goog')
    .lookalikes('block')
    .ageLabels('block')
    .safeSearch();

/** Each ends at the block page. */
export const spellings: readonly Way[] = [
  way('BYP-001', 'HTTP://TRAP.TEST/', host),
  way('BYP-001', 'hTtP://tRaP.TeSt/x', host),
  way('BYP-002', 'http://trap.test./', 'trap.test.', host),
  way('BYP-004', 'http://www.trap.test/', 'www.trap.test'),
  way('BYP-004', 'http://m.trap.test/', 'm.trap.test'),
  way('BYP-004', 'http://a.b.c.trap.test/', 'a.b.c.trap.test'),
  way('BYP-009', 'http://fine.test@trap.test/', host),
  way('BYP-012', 'http://trap%2Etest/', host),
  way('BYP-012', 'http://%74rap.test/', host),
  way('BYP-013', 'http://trap\u3002test/', host),
  way('BYP-013', 'http://trap\uff0etest/', host),
  way('BYP-013', 'http://trap\uff61test/', host),
  way('BYP-014', 'http://\uff54\uff52\uff41\uff50.test/', host),
  way('BYP-014', 'http://tr\u00adap.test/', host),
  way('BYP-014', 'http://tr\u200bap.test/', host),
  way('BYP-014', 'http://tr\u2060ap.test/', host),
  way('BYP-015', 'http://b\u00fccher.test/', 'xn--bcher-kva.test'),
  way('BYP-015', 'http://B\u00dcCHER.test/', 'xn--bcher-kva.test'),
  way('BYP-017', 'http://3405803783/', number),
  way('BYP-017', 'http://0xcb007107/', number),
  way('BYP-017', 'http://0xcb.0.0x71.7/', number),
  way('BYP-017', 'http://0313.0.0161.07/', number),
  way('BYP-017', 'http://203.0.28935/', number),
  way('BYP-018', 'http://[::ffff:203.0.113.7]/', '[::ffff:cb00:7107]'),
  way('BYP-018', 'http://[::ffff:cb00:7107]/', '[::ffff:cb00:7107]'),
  way('BYP-018', 'http://[64:ff9b::203.0.113.7]/', '[64:ff9b::cb00:7107]'),
  way('BYP-023', 'http://trap.test/?x=1#frag', host),
  way('BYP-023', 'http://trap.test/;jsessionid=1', host),
];

/** The path is closed, the host is open. The first wall can not say all of them: they are replaced, not unasked. */
export const paths: readonly Way[] = [
  '/bad/',
  '/%62ad/',
  '/b%61d/',
  '/BAD/',
  '//bad/',
  '/x/../bad/',
  '/./bad/',
  '/bad%2Fx',
].map((path) => way('BYP-021', `http://small.test${path}`));

export const closedWords: readonly Way[] = [
  '/casino',
  '/c%61sino',
  '/CAS1NO',
  '/c-a-s-i-n-o',
  '/\uff43\uff41\uff53\uff49\uff4e\uff4f',
  '/\u0441\u0430sin\u043e',
  '/?q=free+games',
].map((rest) => way('BYP-025', `http://small.test${rest}`));

/** Written like the closed ones, and open. */
export const innocent: readonly (readonly [id: string, url: string])[] = [
  ['BYP-005', 'http://nottrap.test/'],
  ['BYP-005', 'http://trap.test.example.test/'],
  ['BYP-021', 'http://small.test/badminton'],
  ['BYP-025', 'http://small.test/occasionally-carefree/gamester'],
];
