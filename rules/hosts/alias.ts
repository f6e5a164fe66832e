// Hosts that are one service under several names, so that a rule for one name covers them all.
import type { Address, Host } from './address.ts';
import { parseAddress } from './address.ts';
import { dressedIpv4 } from './ip.ts';

type Alias = {
  readonly host: Host;
  /** Same service, same meaning: a rule for any of these names is a rule for all. */
  readonly names: readonly Host[];
  /** Serve only this service's files; nobody opens them as pages. */
  readonly carriers: readonly Host[];
};

// youtubekids.com is left out: it is the place a guardian sends a child to instead.
const aliases: readonly Alias[] = [
  {
    host: 'youtube.com' as Host,
    names: [
      'youtu.be',
      'youtube-nocookie.com',
      'm.youtube.com',
      'yt.be',
      'youtube.googleapis.com',
    ] as Host[],
    carriers: ['googlevideo.com', 'ytimg.com', 'youtubei.googleapis.com'] as Host[],
  },
];

const primaryOf = new Map<string, Host>(
  aliases.flatMap(({ host, names }) => names.map((name) => [name, host] as const)),
);

/** The name under which a service is judged; the host itself if it has no other. Sub-domains follow. */
export function primaryHost(host: Host): Host {
  for (let name: string = host; ; name = name.slice(name.indexOf('.') + 1)) {
    const primary = primaryOf.get(name);
    if (primary !== undefined) return primary;
    if (!name.includes('.')) return host;
  }
}

/** The key under which a host rule is filed: its service, if it names one of the service's own names. */
export const ruleHost = (host: Host): Host => primaryOf.get(host) ?? host;

/** Every host a host rule has to name in the browser's own rules, the given one first. */
export function hostsCoveredBy(host: Host): readonly Host[] {
  const primary = primaryHost(host);
  const alias = aliases.find((candidate) => candidate.host === primary);
  if (alias === undefined) return [host, ...(dressedIpv4(host) as Host[])];
  return [...new Set([host, alias.host, ...alias.names, ...alias.carriers])];
}

/** The same page under the service's main name: youtu.be/ID, /embed/ID and /shorts/ID are youtube.com/watch?v=ID. */
export function sameVideo(address: Address): Address | null {
  if (address.host === '' || primaryHost(ownHost(address.host)) !== 'youtube.com') return null;
  const id = videoIdOf(address);
  return id === null ? null : parseAddress(`https://youtube.com/watch?v=${id}`);
}

// A sub-domain of youtube.com itself is no alias in the table, yet its videos are the same ones.
const ownHost = (host: Host): Host =>
  host.endsWith('.youtube.com') ? ('youtube.com' as Host) : host;

const oneId = (text: string | undefined): string | null =>
  text !== undefined && /^[\w-]{11}$/.test(text) ? text : null;

function videoIdOf(address: Address): string | null {
  // Ids are case-sensitive, and `path` is folded: read the href.
  const { pathname: path, searchParams } = new URL(address.href);
  const watched = searchParams.getAll('v');
  if (/^\/+watch\/?$/i.test(path)) return watched.length === 1 ? oneId(watched[0]) : null;
  const short = /^\/([\w-]{11})\/?$/.exec(path)?.[1];
  if (address.host === 'youtu.be' || address.host === 'yt.be') return short ?? null;
  return /^\/(?:embed|shorts|live|v|e)\/([\w-]{11})(?:\/|$)/i.exec(path)?.[1] ?? null;
}
