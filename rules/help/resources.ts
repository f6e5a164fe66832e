// Help that is never blocked, counted or logged: which addresses it has, and what a line looks like on a page.
import { toHost, type Host } from '../hosts/address.ts';
import { isPublicSuffix, registrableDomain } from '../hosts/registrable-domain.ts';
import type { Mechanism, Pack } from '../packs/pack.ts';

export type HelpResource = {
  readonly id: string;
  /** The operator's own name, for the reader of `language`. */
  readonly label: string;
  /** Ready-made links: tel:, sms:, https: (WhatsApp), https: (chat or site). null where there is none. */
  readonly phone: HelpLink | null;
  readonly sms: HelpLink | null;
  readonly whatsapp: HelpLink | null;
  readonly website: HelpLink | null;
  /** The website offers a chat. */
  readonly hasChat: boolean;
  /** As published; empty if not. */
  readonly hours: string;
  /** null: its hours are not known or can not be read. */
  readonly openNow: boolean | null;
  /** null: not known. */
  readonly free: boolean | null;
  /** Checked more than twelve months ago: "this may have changed". */
  readonly stale: boolean;
  /** Not of this country: for anyone. */
  readonly worldwide: boolean;
};
export type HelpLink = { readonly href: string; readonly text: string };

/**
 * Help for children that is known far beyond one country, and the services a pack's line often sends a child to.
 * Written by hand and reviewed; a pack adds its own.
 */
const wellKnownHelp = [
  'childline.org.uk',
  'kidshelpphone.ca',
  'kidshelpline.com.au',
  'childhelp.org',
  '988lifeline.org',
  'crisistextline.org',
  'thetrevorproject.org',
  'befrienders.org',
  'findahelpline.com',
  'childhelplineinternational.org',
  'samaritans.org',
  'nspcc.org.uk',
  'themix.org.uk',
  'barnardos.org.uk',
  'ceop.police.uk',
  'reportremove.org.uk',
  'takeitdown.ncmec.org',
  'report.cybertip.org',
  'missingkids.org',
  'stopncii.org',
  'inhope.org',
  'iwf.org.uk',
  'icmec.org',
  'unicef.org',
  'esafety.gov.au',
  'internetmatters.org',
  'saferinternet.org.uk',
  'betterinternetforkids.eu',
  'better-internet-for-kids.europa.eu',
] as const;
/** wa.me opens a chat with a helpline: the door itself must open. */
const doors = ['wa.me', 'api.whatsapp.com'] as const;
const isDoor = (host: Host): boolean => doors.some((door) => door === host);

/** Too wide to be free for the sake of one page on them, by whatever name below it. */
const sharedSites = new Set([
  'facebook.com',
  'instagram.com',
  'twitter.com',
  'x.com',
  'youtube.com',
  'tiktok.com',
  'linkedin.com',
  'google.com',
  'forms.gle',
  'office.com',
  'whatsapp.com',
  't.me',
  'linktr.ee',
]);

/** Every host that no rule, category or limit may close, without "www.": its sub-domains count with it. */
export function helpHosts(packs: readonly Pack[]): Host[] {
  const fromPacks = packs.flatMap((pack) => [
    ...pack.mechanisms.filter(({ confidence }) => confidence !== 'low').flatMap(addressesOf),
    ...(pack.desk !== undefined && 'endpoint' in pack.desk ? [pack.desk.endpoint] : []),
  ]);
  const hosts = [...fromPacks.map(hostOf), ...wellKnownHelp.map(toHost), ...doors.map(toHost)];
  return [...new Set(hosts.filter((host) => host !== null))].filter(
    (host) => !isPublicSuffix(host) && (isDoor(host) || !sharedSites.has(ownerOf(host))),
  );
}

const ownerOf = (host: Host): string => registrableDomain(host) ?? host;

const addressesOf = ({ website, webForm, chat }: Mechanism): string[] =>
  [website, webForm, typeof chat === 'string' ? chat : undefined].filter(
    (address) => address !== undefined,
  );

function hostOf(address: string): Host | null {
  if (!URL.canParse(address)) return null;
  return toHost(new URL(address).hostname.replace(/^www\./, ''));
}
