// Which service an address belongs to, and whose page it is, as far as the address itself says so.

export type PlaceKind = 'social' | 'messaging' | 'video' | 'game' | 'web';
export type Place = {
  readonly platform: string | null;
  readonly kind: PlaceKind;
  readonly account: string | null;
  readonly profileAddress: string | null;
};

type Service = { readonly name: string; readonly kind: PlaceKind; readonly account: RegExp | null };

/** First path segments that are the service's own pages, not somebody's account. */
const ownPages = new Set(
  'about accounts explore login search settings help home i direct reel reels p stories tv video videos watch groups events marketplace share sharer hashtag tags privacy terms intent messages notifications games download signup register s c joinchat addstickers'.split(
    ' ',
  ),
);
const firstSegment = /^\/@?([\w.-]{2,60})(?:\/|$)/;
const atSegment = /^\/@([\w.-]{2,60})(?:\/|$)/;

const services: Readonly<Record<string, Service>> = {
  'youtube.com': { name: 'YouTube', kind: 'video', account: atSegment },
  'youtu.be': { name: 'YouTube', kind: 'video', account: null },
  'tiktok.com': { name: 'TikTok', kind: 'video', account: atSegment },
  'twitch.tv': { name: 'Twitch', kind: 'video', account: firstSegment },
  'instagram.com': { name: 'Instagram', kind: 'social', account: firstSegment },
  'facebook.com': { name: 'Facebook', kind: 'social', account: firstSegment },
  'x.com': { name: 'X', kind: 'social', account: firstSegment },
  'twitter.com': { name: 'X', kind: 'social', account: firstSegment },
  'threads.net': { name: 'Threads', kind: 'social', account: atSegment },
  'reddit.com': { name: 'Reddit', kind: 'social', account: /^\/(?:u|user)\/([\w-]{2,60})/ },
  'pinterest.com': { name: 'Pinterest', kind: 'social', account: firstSegment },
  'vk.com': { name: 'VK', kind: 'social', account: firstSegment },
  'tumblr.com': { name: 'Tumblr', kind: 'social', account: firstSegment },
  'medium.com': { name: 'Medium', kind: 'social', account: atSegment },
  'github.com': { name: 'GitHub', kind: 'social', account: firstSegment },
  'scratch.mit.edu': { name: 'Scratch', kind: 'social', account: /^\/users\/([\w-]{2,60})/ },
  'google.com': { name: 'Google', kind: 'web', account: null },
  'bing.com': { name: 'Bing', kind: 'web', account: null },
  'snapchat.com': { name: 'Snapchat', kind: 'messaging', account: /^\/(?:add|u)\/([\w.-]{2,60})/ },
  't.me': { name: 'Telegram', kind: 'messaging', account: firstSegment },
  'telegram.org': { name: 'Telegram', kind: 'messaging', account: null },
  'whatsapp.com': { name: 'WhatsApp', kind: 'messaging', account: null },
  'wa.me': { name: 'WhatsApp', kind: 'messaging', account: /^\/(\d{6,15})(?:\/|$)/ },
  'discord.com': { name: 'Discord', kind: 'messaging', account: null },
  'discord.gg': { name: 'Discord', kind: 'messaging', account: null },
  'messenger.com': { name: 'Messenger', kind: 'messaging', account: null },
  'roblox.com': { name: 'Roblox', kind: 'game', account: /^\/users\/(\d{2,20})/ },
  'steamcommunity.com': {
    name: 'Steam',
    kind: 'game',
    account: /^\/(?:id|profiles)\/([\w-]{2,60})/,
  },
};

export const hostsOf = (platform: string): readonly string[] =>
  Object.keys(services).filter((host) => services[host]?.name === platform);

const noPlace: Place = { platform: null, kind: 'web', account: null, profileAddress: null };

/** The place of a web address; of an unknown service only its host is named. */
export function placeOf(address: string | null): Place {
  if (address === null || !URL.canParse(address)) return noPlace;
  const { hostname, pathname, origin } = new URL(address);
  const host = hostname.replace(/\.$/, '').replace(/^www\./, '');
  const service = serviceOf(host);
  if (service === null) return { ...noPlace, platform: host };
  const found = service.account?.exec(pathname);
  const account = found?.[1] ?? null;
  if (found === null || found === undefined || account === null || ownPages.has(account)) {
    return { ...noPlace, platform: service.name, kind: service.kind };
  }
  return {
    platform: service.name,
    kind: service.kind,
    account,
    profileAddress: `${origin}${found[0].replace(/\/$/, '')}`,
  };
}

function serviceOf(host: string): Service | null {
  const labels = host.split('.');
  for (let start = 0; start < labels.length - 1; start += 1) {
    const name = labels.slice(start).join('.');
    if (Object.hasOwn(services, name)) return services[name] ?? null;
  }
  return null;
}
