// Well-known public lists that a guardian can turn on: facts, not content. Addresses, licences and sizes are as their
// maintainers published them in 2025 and 2026; sizes are there to be said before a fetch and may be a quarter off.
import type { Category } from '../policy/schema.ts';

export type CatalogueList = {
  readonly id: string;
  readonly name: string;
  readonly maintainer: string;
  /** https; plain text, or gzip where it ends in ".gz". */
  readonly url: string;
  readonly home: string;
  /** Where the maintainer asks to be told of mistakes: an issue tracker or a form. */
  readonly corrections: string;
  /** SPDX id; null: none is stated that covers the whole list. */
  readonly licence: string | null;
  readonly refreshHours: number;
  readonly category: Category;
  readonly aboutHosts: number;
  /** Bytes on the wire; less where the server packs them. */
  readonly sizeBytes: number;
  /** The one to begin with in its category. */
  readonly isSuggested: boolean;
};

type Publisher = Pick<
  CatalogueList,
  'name' | 'maintainer' | 'home' | 'corrections' | 'licence' | 'refreshHours'
> & { readonly id: string; readonly base: string };
type Row = readonly [id: string, path: string, name: string, about: About, isSuggested?: 1];
/** Category, thousands of hosts, kilobytes. */
type About = readonly [Category, number, number];

const github = 'https://github.com/';
const raw = 'https://raw.githubusercontent.com/';

const listsOf = (
  { id, base, name, ...publisher }: Publisher,
  rows: readonly Row[],
): CatalogueList[] =>
  rows.map(([part, path, title, [category, thousands, kilobytes], isSuggested]) => ({
    ...publisher,
    id: `${id}-${part}`,
    name: `${name} ${title}`,
    url: base + path,
    category,
    aboutHosts: Math.round(thousands * 1000),
    sizeBytes: kilobytes * 1000,
    isSuggested: isSuggested === 1,
  }));

/** The mirror is made once a day; the university itself publishes only archives of many files. */
const ut1: Publisher = {
  id: 'ut1',
  name: 'UT1',
  maintainer: 'Université Toulouse Capitole',
  base: `${raw}olbat/ut1-blacklists/master/blacklists/`,
  home: 'https://dsi.ut-capitole.fr/blacklists/index_en.php',
  corrections: 'https://dsi.ut-capitole.fr/cgi-bin/squidguard_modify.cgi',
  licence: 'CC-BY-SA-4.0',
  refreshHours: 72,
};
const hagezi: Publisher = {
  id: 'hagezi',
  name: 'HaGeZi',
  maintainer: 'HaGeZi',
  base: `${raw}hagezi/dns-blocklists/main/wildcard/`,
  home: `${github}hagezi/dns-blocklists`,
  corrections: `${github}hagezi/dns-blocklists/issues`,
  licence: 'GPL-3.0-only',
  refreshHours: 24,
};
const oisd: Publisher = {
  id: 'oisd',
  name: 'OISD',
  maintainer: 'Stephan van Ruth',
  base: 'https://nsfw.oisd.nl/',
  home: 'https://oisd.nl/',
  corrections: 'https://oisd.nl/contact',
  licence: null,
  refreshHours: 24,
};
const stevenBlack: Publisher = {
  id: 'stevenblack',
  name: 'StevenBlack',
  maintainer: 'Steven Black',
  base: `${raw}StevenBlack/hosts/master/alternates/`,
  home: `${github}StevenBlack/hosts`,
  corrections: `${github}StevenBlack/hosts/issues`,
  licence: 'MIT',
  refreshHours: 72,
};
/** Its "redirect" is left out: it is UT1's "redirector" under another name. */
const blockListProject: Publisher = {
  id: 'blp',
  name: 'Block List Project',
  maintainer: 'The Block List Project',
  base: 'https://blocklistproject.github.io/Lists/alt-version/',
  home: `${github}blocklistproject/Lists`,
  corrections: `${github}blocklistproject/Lists/issues`,
  licence: 'Unlicense',
  refreshHours: 72,
};
const phishingDatabase: Publisher = {
  id: 'phishing-database',
  name: 'Phishing.Database',
  maintainer: 'Mitchell Krog, Nissar Chababy',
  base: `${raw}Phishing-Database/Phishing.Database/master/`,
  home: `${github}Phishing-Database/Phishing.Database`,
  corrections: `${github}Phishing-Database/Phishing.Database/issues`,
  licence: 'MIT',
  refreshHours: 12,
};
const shadowWhisperer: Publisher = {
  id: 'shadowwhisperer',
  name: 'ShadowWhisperer',
  maintainer: 'ShadowWhisperer',
  base: `${raw}ShadowWhisperer/BlockLists/master/Lists/`,
  home: `${github}ShadowWhisperer/BlockLists`,
  corrections: `${github}ShadowWhisperer/BlockLists/issues`,
  licence: 'Unlicense',
  refreshHours: 72,
};

export const catalogue: readonly CatalogueList[] = [
  ...listsOf(ut1, [
    ['adult', 'adult/domains.gz', 'adult', ['adult', 4660, 27_000]],
    ['gambling', 'gambling/domains', 'gambling', ['gambling', 32, 630]],
    ['agressif', 'agressif/domains', 'violence and hate', ['violence', 0.4, 7], 1],
    ['dangerous-material', 'dangerous_material/domains', 'weapons', ['violence', 0.05, 1]],
    ['drogue', 'drogue/domains', 'drugs', ['drugs', 0.5, 8], 1],
    ['dating', 'dating/domains', 'dating', ['dating', 6.5, 116], 1],
    ['chat', 'chat/domains', 'chat', ['stranger-chat', 0.3, 4], 1],
    ['social', 'social_networks/domains', 'social networks', ['social', 0.7, 10]],
    ['games', 'games/domains', 'games', ['games', 34, 560], 1],
    ['video', 'audio-video/domains', 'audio and video', ['video', 3.9, 60], 1],
    ['shopping', 'shopping/domains', 'shopping', ['shopping', 37, 633], 1],
    ['warez', 'warez/domains', 'warez', ['piracy', 1.5, 24]],
    ['redirector', 'redirector/domains', 'proxies', ['bypass', 110, 1780]],
    ['vpn', 'vpn/domains', 'VPN', ['bypass', 6, 198]],
    ['doh', 'doh/domains', 'encrypted DNS', ['bypass', 3, 54]],
  ]),
  ...listsOf(hagezi, [
    ['nsfw', 'nsfw-onlydomains.txt', 'NSFW', ['adult', 67, 1100]],
    ['gambling', 'gambling-onlydomains.txt', 'Gambling', ['gambling', 181, 2700]],
    ['gambling-mini', 'gambling.mini-onlydomains.txt', 'Gambling mini', ['gambling', 46, 690], 1],
    ['social', 'social-onlydomains.txt', 'Social Networks', ['social', 0.9, 14], 1],
    ['piracy', 'anti.piracy-onlydomains.txt', 'Anti-Piracy', ['piracy', 11.6, 175], 1],
    ['fake', 'fake-onlydomains.txt', 'Fake', ['scam', 12, 210]],
    ['tif', 'tif-onlydomains.txt', 'Threat Intelligence', ['scam', 577, 10_400]],
    ['tif-medium', 'tif.medium-onlydomains.txt', 'Threats, medium', ['scam', 311, 5600]],
    ['tif-mini', 'tif.mini-onlydomains.txt', 'Threats, mini', ['scam', 152, 2700], 1],
    ['bypass', 'doh-vpn-proxy-bypass-onlydomains.txt', 'DNS/VPN/Proxy', ['bypass', 18, 340], 1],
  ]),
  ...listsOf(oisd, [['nsfw', 'domainswild2', 'NSFW', ['adult', 340, 5800], 1]]),
  ...listsOf(stevenBlack, [
    ['porn', 'porn-only/hosts', 'porn', ['adult', 77, 2000]],
    ['gambling', 'gambling-only/hosts', 'gambling', ['gambling', 6.5, 170]],
    ['social', 'social-only/hosts', 'social', ['social', 3.3, 90]],
  ]),
  ...listsOf(blockListProject, [
    ['porn', 'porn-nl.txt', 'porn', ['adult', 500, 9500]],
    ['piracy', 'piracy-nl.txt', 'piracy', ['piracy', 1.3, 21]],
    ['torrent', 'torrent-nl.txt', 'torrents', ['piracy', 2.4, 40]],
    ['tiktok', 'tiktok-nl.txt', 'TikTok', ['social', 3.7, 96]],
    ['scam', 'scam-nl.txt', 'scam', ['scam', 8, 147]],
    ['ransomware', 'ransomware-nl.txt', 'ransomware', ['scam', 1.9, 51]],
    ['phishing', 'phishing-nl.txt', 'phishing', ['scam', 120, 2470]],
  ]),
  // More than half of it was another list's, which allowed private use alone.
  ...listsOf({ ...blockListProject, licence: null }, [
    ['drugs', 'drugs-nl.txt', 'drugs', ['drugs', 19, 336]],
  ]),
  ...listsOf(phishingDatabase, [
    ['active', 'phishing-domains-ACTIVE.txt', '(active)', ['scam', 390, 8600]],
  ]),
  ...listsOf(shadowWhisperer, [
    ['adult', 'Adult', 'Adult', ['adult', 220, 3800]],
    ['dating', 'Dating', 'Dating', ['dating', 1.4, 22]],
  ]),
];

/**
 * A million of the most visited sites, by which false hits are found and the first wall is filled. It closes and opens
 * nothing. Packed with gzip; each site with the size of its class: "https://a.test,1000".
 */
export const bestKnown = {
  id: 'crux-top-sites',
  name: 'Chrome UX Report, top million sites',
  maintainer: 'Google; cached by Zakir Durumeric',
  url: `${raw}zakird/crux-top-lists/main/data/global/current.csv.gz`,
  home: `${github}zakird/crux-top-lists`,
  licence: 'CC-BY-4.0',
  refreshHours: 24 * 30,
  aboutHosts: 1_000_000,
  sizeBytes: 9_000_000,
} as const;
