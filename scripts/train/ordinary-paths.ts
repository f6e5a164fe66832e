// Paths such as honest sites have, made up: sign-in pages, articles, shops, files, search, tracking codes. They are put behind
// well-known hosts, as deep and as long as the scams' own, so that a model can not tell a scam by its depth.
import type { Address } from '../../rules/hosts/address.ts';
import { oneOf, type Random } from './random-numbers.ts';

const listed = (text: string): readonly [string, ...string[]] => {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  return [first, ...rest];
};
const words = listed(`
  about account login signin sign-in register news blog article articles category tag products product shop store cart
  checkout search help support contact faq docs download downloads files images media uploads assets static user users
  profile members forum forums topic thread video videos watch music games game play app apps mobile pricing plans
  events careers jobs press privacy terms legal security settings dashboard portal student students library courses
  course lesson lessons school admissions results services service solutions company team en en-us de fr es ja ru ar ur
  pk us uk pt-br zh it world business sport health auth oauth authorize session home main index start welcome web page
  pages view list archive verify password reset payment billing orders order tracking track secure update updates wallet
  api v1 v2 rss feed sitemap gallery photo photos map maps weather travel hotels recipes books wp-content wp-login
  wp-admin includes modules themes plugins content node public site sites default`);
const slug = listed(`
  how to the best new of and in for a guide review top ten free online with your summer winter city school team match
  phone camera car house garden recipe chicken cake president police minister court market prices water history science
  space music film series star king queen blue red green small big kids family travel beach mountain pakistan london
  bank account card apple google facebook amazon microsoft netflix iphone windows android minecraft`);
const files = listed(`
  index.html index.php default.aspx login.php login.aspx home.html about.html contact.php view.php page.php search.php
  report.pdf brochure.pdf photo.jpg logo.png style.css app.js feed.xml main.html index.htm product.html article.html
  viewtopic.php showthread.php download.php signin.html register.php item.html`);
const names = listed(`
  id q page p lang ref utm_source utm_medium utm_campaign v sort cat date year return next redirect continue session sid
  token code state client_id email user gclid fbclid source type`);

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const code = (random: Random, length: number): string =>
  Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
const hex = (random: Random, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
const number = (random: Random): string => String(Math.floor(random() ** 3 * 10_000_000));
const title = (random: Random): string =>
  Array.from({ length: 2 + Math.floor(random() * 7) }, () => oneOf(random, slug)).join('-');

function segment(random: Random): string {
  const chance = random();
  if (chance < 0.5) return oneOf(random, words);
  if (chance < 0.7) return title(random);
  if (chance < 0.78) return number(random);
  if (chance < 0.83) return String(2005 + Math.floor(random() * 21));
  if (chance < 0.86) return String(1 + Math.floor(random() * 28)).padStart(2, '0');
  if (chance < 0.92) return code(random, 5 + Math.floor(random() * 20));
  if (chance < 0.95) return hex(random, random() < 0.5 ? 32 : 12);
  return `${oneOf(random, words)}-${oneOf(random, slug)}`;
}

function last(random: Random): string {
  const chance = random();
  if (chance < 0.3) return oneOf(random, files);
  if (chance < 0.4) return `${title(random)}.html`;
  if (chance < 0.45) return `${oneOf(random, words)}.php`;
  return `${segment(random)}${random() < 0.4 ? '/' : ''}`;
}

function value(random: Random): string {
  const chance = random();
  if (chance < 0.35) return number(random);
  if (chance < 0.55) return oneOf(random, slug);
  if (chance < 0.75) return code(random, 4 + Math.floor(random() * 40));
  if (chance < 0.82) return `https%3A%2F%2F${oneOf(random, slug)}.com%2F${oneOf(random, words)}`;
  if (chance < 0.86) return `${oneOf(random, slug)}%40${oneOf(random, slug)}.com`;
  return hex(random, 32);
}

/** As many segments as `like` has, and a query as often. */
export function ordinaryPath(like: Pick<Address, 'path' | 'search'>, random: Random): string {
  const depth = like.path.split('/').filter((part) => part !== '').length;
  const inner = Array.from({ length: Math.max(0, depth - 1) }, () => segment(random));
  const path = depth === 0 ? '/' : `/${[...inner, last(random)].join('/')}`;
  if (like.search === '') return path;
  const pairs = Math.min(8, like.search.split('&').length);
  const query = Array.from({ length: pairs }, () => `${oneOf(random, names)}=${value(random)}`);
  return `${path}?${query.join('&')}`;
}
