import { expect, test } from 'vitest';

import { parseAddress } from '@/rules/hosts/address.ts';
import { judgeAddress } from '@/rules/lookalike/lookalike.ts';
import { judgePasswordPlace, scamSigns } from '@/rules/lookalike/scam-page.ts';
import type { Evidence } from '@/rules/risk/evidence.ts';
import { judgeRisk } from '@/rules/risk/judge-risk.ts';

import { addressJudge, packagedBrands } from '../../support/lookalike.ts';
import { readReplicas, type Replica } from '../../support/scam-replicas.ts';

const known = { brands: packagedBrands(), judge: addressJudge() };
const replicas = readReplicas('scam');
const honest = readReplicas('honest');

const signsOf = ({ facts, place }: Replica) => scamSigns(facts, place, known);
/** As the product sees it: reading found something, or the address alone has a verdict of its own. */
const isHit = (replica: Replica): boolean =>
  judgeRisk(signsOf(replica)) !== null || judgeAddress(replica.place.host, known.brands) !== null;

const placeOf = (url: string) => {
  const address = parseAddress(url);
  if (address === null) throw new Error(url);
  return address;
};
const blank = { title: '', description: '', text: '', buttons: [], forms: [] };
const password = { hasPassword: true, hasCard: false, hasSecret: false, to: '' };

test('forty kinds of scam page are told from address, form and words: at least nine in ten', () => {
  expect(new Set(replicas.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(40);
  const missed = replicas.filter((replica) => !isHit(replica)).map(({ kind }) => kind);
  expect(missed.length / replicas.length, missed.join(', ')).toBeLessThanOrEqual(0.1);
});

test('two signs that do not depend on each other close, one warns', () => {
  for (const replica of replicas) {
    const signs = signsOf(replica);
    const found = judgeRisk(signs);
    if (found?.level === 'close') {
      expect(new Set(signs.map(({ source }) => source)).size, replica.kind).toBeGreaterThan(1);
    }
  }
  const closed = replicas.filter((replica) => judgeRisk(signsOf(replica))?.level === 'close');
  expect(closed.length).toBeGreaterThan(replicas.length / 2);
});

test.each(honest.map((replica) => [replica.kind, replica] as const))(
  'an honest page is not hit: %s',
  (_, replica) => {
    expect(judgeRisk(signsOf(replica)), JSON.stringify(signsOf(replica))).toBeNull();
    expect(judgeAddress(replica.place.host, known.brands)).toBeNull();
  },
);

test.each([
  '-untuned',
  '-untuned-2',
  '-untuned-3',
  '-untuned-4',
  '-untuned-5',
  '-untuned-6',
] as const)(
  'the further set that rules have learned from since: nine in ten of its scams, none of its honest pages (%s)',
  (set) => {
    const scams = readReplicas(`scam${set}`);
    const missed = scams.filter((replica) => !isHit(replica)).map(({ kind }) => kind);
    expect(missed.length / scams.length, missed.join(', ')).toBeLessThanOrEqual(0.1);
    const wrong = readReplicas(`honest${set}`).filter(isHit);
    expect(wrong.map(({ kind }) => kind)).toEqual([]);
  },
);

test('there are at least forty honest pages, in several languages', () => {
  expect(honest.length).toBeGreaterThanOrEqual(40);
  expect(new Set(honest.map(({ language }) => language)).size).toBeGreaterThanOrEqual(6);
});

test('a brand may ask for what is its own', () => {
  const facts = {
    ...blank,
    title: 'PayPal - Log in',
    text: 'Your account is limited. Verify your account within 24 hours. You have won a prize, claim now.',
    forms: [{ ...password, hasCard: true }],
  };
  expect(scamSigns(facts, placeOf('https://www.paypal.com/signin'), known)).toEqual([]);
  expect(scamSigns(facts, placeOf('https://paypa1.com/signin'), known)).not.toEqual([]);
});

test('a form alone is no sign: every honest page to sign in on has one', () => {
  const facts = { ...blank, title: 'Log in', forms: [password] };
  expect(scamSigns(facts, placeOf('https://potteryclub.org/login'), known)).toEqual([]);
});

test('a stranger on a free host who asks for a card is one sign', () => {
  const facts = {
    ...blank,
    title: 'Order',
    forms: [{ ...password, hasPassword: false, hasCard: true }],
  };
  expect(scamSigns(facts, placeOf('https://saras-cakes.weebly.com/order'), known)).toMatchObject([
    { source: 'form', sign: 'scamAsksCard' },
  ]);
});

test('a title that is only a name and words of signing in borrows the name', () => {
  const facts = (title: string) => ({ ...blank, title, forms: [password] });
  const place = placeOf('https://members.potteryclub.org/');
  const signs = (title: string) => scamSigns(facts(title), place, known).map(({ sign }) => sign);
  expect(signs('Instagram - Log in')).toContain('scamBorrowedName');
  expect(signs('HBL Internet Banking Login')).toContain('scamBorrowedName');
  expect(signs('ایزی پیسہ اکاؤنٹ لاگ ان')).toContain('scamBorrowedName');
  expect(signs('Log in | Minecraft Builders Forum')).toEqual([]);
  expect(signs('How to log in to Instagram from two phones')).toEqual([]);
});

test("a known name inside of a stranger's host is borrowed where it stands on a free host or wants a code", () => {
  const code = { ...password, hasPassword: false, hasSecret: true };
  const signs = (url: string, form = password) =>
    scamSigns({ ...blank, title: 'Invoice', forms: [form] }, placeOf(url), known).map(
      ({ sign }) => sign,
    );
  expect(signs('https://paypal-invoice.netlify.app/')).toContain('scamBorrowedName');
  expect(signs('https://telegram-evening.site/', code)).toContain('scamBorrowedName');
  expect(signs('https://minecraft-evening.org/')).toEqual([]);
});

const heard: Evidence = { topic: 'scam', source: 'text', weight: 2, sign: 'riskText-scam' };

test('that the text model hears a scam warns of nothing alone, and joins an odd address or a form among strangers', () => {
  const levelAt = (url: string, form = password) => {
    const signs = scamSigns(
      { ...blank, title: 'Welcome', forms: [form] },
      placeOf(url),
      { ...known, judge: null },
      [heard],
    );
    return judgeRisk([heard, ...signs])?.level ?? null;
  };
  const card = { ...password, hasPassword: false, hasCard: true };
  expect(levelAt('https://potteryclub.org/login')).toBeNull();
  expect(levelAt('https://potteryclub.org/order', card)).toBeNull();
  expect(levelAt('https://potteryclub.top/login')).toBe('warn');
  expect(levelAt('https://pottery-evening.weebly.com/login')).toBe('warn');
  expect(levelAt('https://potteryclub.top/order', card)).toBe('close');
});

test('an ending that costs nothing supports other signs, and is none', () => {
  const signs = scamSigns(blank, placeOf('https://potteryclub.xyz/'), { ...known, judge: null });
  expect(signs).toMatchObject([{ source: 'address', weight: 1 }]);
  expect(judgeRisk(signs)).toBeNull();
});

test.each([
  ['en', 'Forward this to 10 groups to activate your free 50 GB and claim it today.'],
  ['ur', 'مفت ڈیٹا حاصل کرنے کے لیے یہ لنک دس دوستوں کو بھیجیں، صرف آج۔'],
  ['es', 'Gratis: comparte con 15 amigos para reclamar tu regalo, solo hoy.'],
  ['ru', 'Бесплатно: перешлите 10 друзьям и получите подарок, только сегодня.'],
  ['zh', '免费领取手机,分享给10个好友,仅限今日。'],
])('a gift that has to be sent around first is told in %s', (_, text) => {
  const facts = { ...blank, title: '50 GB', text, buttons: ['OK'] };
  expect(scamSigns(facts, placeOf('https://potteryclub.org/'), known)).toMatchObject([
    { source: 'text', weight: 3 },
  ]);
});

test('a ministry’s words alone are never clear', () => {
  const facts = {
    ...blank,
    title: 'You have won',
    text: 'Congratulations! You have been selected and won an iPhone. Claim your prize now.',
    buttons: ['Claim now'],
  };
  const found = (url: string) => judgeRisk(scamSigns(facts, placeOf(url), known));
  expect(found('https://potteryclub.org/')?.level).toBe('warn');
  expect(found('https://culture.gov.pk/')).toBeNull();
});

test('who warns of a scam uses its words, and is not hit', () => {
  const facts = {
    ...blank,
    title: 'Beware of this scam',
    text: 'Fraudsters write: you have won a prize, claim now within 24 hours. It is fake.',
    buttons: ['Continue'],
  };
  expect(scamSigns(facts, placeOf('https://potteryclub.org/news'), known)).toEqual([]);
});

test('a shop that sells gift cards says so in its title, and is not hit for naming them', () => {
  const text = 'Gift cards, sent after payment by mail. Pay by card.';
  const found = (title: string) => {
    const facts = { ...blank, title, text, buttons: ['Buy'] };
    return judgeRisk(scamSigns(facts, placeOf('https://potteryclub.org/'), known));
  };
  expect(found('Gift cards for games')).toBeNull();
  expect(found('Your order')?.level).toBe('warn');
});

test('without a model of addresses the other signs still speak', () => {
  const judged = replicas.filter(
    ({ facts, place }) => judgeRisk(scamSigns(facts, place, { ...known, judge: null })) !== null,
  );
  expect(judged.length).toBeGreaterThan(replicas.length * 0.8);
});

test('the longest of texts is read up to its budget', () => {
  const facts = { ...blank, text: 'you have won a prize '.repeat(100_000), buttons: ['Claim now'] };
  expect(scamSigns(facts, placeOf('https://potteryclub.org/'), known)).not.toEqual([]);
});

test('a password is asked about on a look-alike, where a scam was found, and at a very odd address', () => {
  const ask = (url: string, topic: 'scam' | 'adult' | null = null) =>
    judgePasswordPlace(
      placeOf(url),
      known,
      topic === null ? null : { topic, level: 'warn', signs: [] },
    );
  expect(ask('https://robIox.com.account-login.top/')).toMatchObject({
    imitated: expect.any(String),
  });
  expect(ask('https://paypa1.com/login')).toEqual({
    sign: 'scamImitatedAddress',
    imitated: 'paypal.com',
  });
  expect(ask('https://potteryclub.org/login', 'scam')).toEqual({
    sign: 'scamFoundBefore',
    imitated: '',
  });
  expect(ask('https://potteryclub.org/login', 'adult')).toBeNull();
  expect(ask('https://potteryclub.org/login')).toBeNull();
  expect(ask('https://www.paypal.com/signin', 'scam')).toBeNull();
  expect(ask('http://192.168.1.1/login.html')).toBeNull();
  const odd = { sign: 'scamOddAddress', imitated: '' };
  expect(ask('http://203.0.113.9/login.html')).toEqual(odd);
  const clear = replicas.find(
    ({ place }) =>
      judgeAddress(place.host, known.brands) === null && known.judge(place).level === 'clear',
  );
  expect(judgePasswordPlace(clear?.place ?? placeOf('about:blank'), known, null)).toEqual(odd);
});

test.each(['http://10.gifts-for-you.top/', 'http://127.gifts-for-you.top/', 'http://x.ip6.arpa/'])(
  'a site whose name begins like a number of the home is looked at like any other: %s',
  (url) => {
    const facts = { ...blank, title: 'PayPal: Log in', forms: [password] };
    expect(scamSigns(facts, placeOf(url), known)).not.toEqual([]);
    expect(scamSigns(facts, placeOf('http://10.0.0.1/'), known)).toEqual([]);
  },
);
