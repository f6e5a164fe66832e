// The addresses that the address model learns from and is measured on. Nothing of them is kept in the repository.
// A registrable domain is in one part only: one in five is kept out of all learning, wherever its address was found,
// and so is every host of the lists that are kept for measuring.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { type Address, parseAddress } from '../../rules/hosts/address.ts';
import { registrableDomain } from '../../rules/hosts/registrable-domain.ts';
import { freeHostOf, isFormPlace } from '../../rules/lookalike/free-hosts.ts';
import { root } from '../commands.ts';
import { ordinaryPath } from './ordinary-paths.ts';
import { createRandom, oneOf, type Random } from './random-numbers.ts';

export type Part = 'learn' | 'tune' | 'kept';
/** Where an address comes from; figures are given for each of them. */
export type Source = 'scam' | 'scam-host' | 'host' | 'host-path' | 'free' | 'page' | 'stream';
export const isScamSource = (from: Source): boolean => from === 'scam' || from === 'scam-host';
export type Sample = {
  readonly address: Address;
  readonly part: Part;
  readonly from: Source;
};

const data = join(root, '..', 'shared', 'data');
export const hasAddressData = (): boolean => existsSync(join(data, 'urls'));

const learnLists = ['alexa100k-2016-03', 'top65k-2023-02', 'topranked-accomplist-2026-08-unranked'];
/** No host of these is learned from. */
const keptLists = [
  'tranco10k-2023-11',
  'tranco1k-2025-09',
  'gpc-crawlset-us-2026',
  'moz500-2026-08',
  'opendns-random10k-2014-11',
];

const unzipped = (path: string): string[] =>
  gunzipSync(readFileSync(join(data, path)))
    .toString('utf8')
    .split('\n');

const listed = (name: string): string[] =>
  readFileSync(join(data, 'toplists', `${name}.txt`), 'utf8')
    .split('\n')
    .map((line) => line.trim().toLowerCase());

const share = (domain: string, of: number): number =>
  createHash('sha1').update(`saathi ${domain}`).digest().readUInt32BE(0) % of;

function partOf(domain: string, kept: ReadonlySet<string>): Part {
  const place = share(domain, 10);
  if (place < 2 || kept.has(domain)) return 'kept';
  return place === 2 ? 'tune' : 'learn';
}

/** Whoever owns the address; on a free host that is the stranger who made the page (also on those the suffix list leaves out). */
function domainOf(host: string): string {
  const free = freeHostOf(host);
  if (free === null || free === host) return registrableDomain(host) ?? host;
  const before = host.slice(0, -free.length - 1);
  return host.slice(before.lastIndexOf('.') + 1);
}

/** Every sample, in a fixed order. */
export function readAddresses(): Sample[] {
  const rows = unzipped('urls/phishing-train.tsv.gz').map((line) => line.split('\t'));
  const scams = parsed(rows.filter(([label]) => label === 'phishing').map((row) => row[3]));
  const scamDomains = new Set(scams.map(({ host }) => domainOf(host)));
  return [
    ...samples('scam', scams, new Set()),
    ...samples('scam-host', ownHosts(rows), new Set()),
    // Where strangers have scams beside honest pages (docs.google.com), an honest one is learned from, a bare host is not.
    ...honestSamples(rows, scams).filter(
      ({ part, from, address }) =>
        part !== 'learn' ||
        from === 'page' ||
        from === 'free' ||
        !scamDomains.has(domainOf(address.host)),
    ),
  ];
}

type Row = readonly string[];

/** Of 2026, and mostly made for it: there the host alone is a scam's as well. Older ones stood on strangers' sites. */
const ownHosts = (rows: readonly Row[]): Address[] =>
  parsed(
    rows.flatMap(([, list, , url]) => {
      const host = list === 'ut1' ? parseAddress(url ?? '')?.host : undefined;
      return host === undefined || host === '' || isFormPlace(host) ? [] : [`http://${host}/`];
    }),
  );

const samples = (
  from: Source,
  addresses: readonly Address[],
  kept: ReadonlySet<string>,
): Sample[] =>
  addresses.map((address) => ({ address, part: partOf(domainOf(address.host), kept), from }));

function honestSamples(rows: readonly Row[], scams: readonly Address[]): Sample[] {
  const kept = new Set(keptLists.flatMap(listed).map(domainOf));
  const random = createRandom(7);
  const pages = parsed(rows.filter(([label]) => label === 'benign').map((row) => row[3]));
  const stream = parsed(
    unzipped('urlstream/navigation-200k.tsv.gz').flatMap((line) =>
      line.startsWith('popular\t') ? [line.slice(8)] : [],
    ),
  );
  const all = [...new Set([...learnLists, ...keptLists].flatMap(listed))];
  const bare = parsed(all.map((host) => `https://${host}/`));
  return [
    ...samples('page', pages, kept),
    ...samples('stream', stream, kept),
    ...samples('host', bare, kept),
    ...samples('host-path', withPaths(bare, scams, random), kept),
    ...samples('free', onFreeHosts(scams, random), kept),
  ];
}

/** As deep as a scam is, so that depth itself tells nothing. */
const withPaths = (bare: readonly Address[], like: readonly Address[], random: Random): Address[] =>
  parsed(
    bare.flatMap(({ host }) => {
      const model = like[Math.floor(random() * like.length)];
      return model === undefined ? [] : [`https://${host}${ordinaryPath(model, random)}`];
    }),
  );

/** School work, hobbies, small shops: what honest people put on free hosts, named after what is well known to be honest. */
function onFreeHosts(like: readonly Address[], random: Random): Address[] {
  const names = learnLists
    .flatMap(listed)
    .map((host) => host.slice(0, host.indexOf('.')))
    .filter((name) => name.length > 3);
  return parsed(
    Array.from({ length: 12_000 }, () => {
      const name = names[Math.floor(random() * names.length)] ?? '';
      const model = like[Math.floor(random() * like.length)] ?? { path: '', search: '' };
      const place = `${name}${oneOf(random, endings)}.${oneOf(random, freePlaces)}`;
      return `https://${place}${random() < 0.5 ? '/' : ordinaryPath(model, random)}`;
    }),
  );
}

const endings = [
  '',
  '',
  '',
  '',
  's',
  'blog',
  '-blog',
  '-club',
  '2',
  '-app',
  '-project',
  '-class',
  'games',
] as const;
const freePlaces = [
  ...([
    'wordpress.com',
    'blogspot.com',
    'tumblr.com',
    'github.io',
    'weebly.com',
    'wixsite.com',
  ] as const),
  ...([
    'web.app',
    'firebaseapp.com',
    'vercel.app',
    'netlify.app',
    'pages.dev',
    'glitch.me',
  ] as const),
  ...(['herokuapp.com', 'onrender.com', 'neocities.org', 'squarespace.com', 'webflow.io'] as const),
  ...(['livejournal.com', 'altervista.org', 'tripod.com', 'workers.dev', 'carrd.co'] as const),
] as const;

function parsed(urls: readonly (string | undefined)[]): Address[] {
  const seen = new Set<string>();
  return urls.flatMap((url) => {
    const address = parseAddress(url ?? '');
    if (address === null || address.host === '' || seen.has(address.href)) return [];
    seen.add(address.href);
    return [address];
  });
}
