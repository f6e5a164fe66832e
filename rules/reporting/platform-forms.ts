// Where the big services take reports themselves, or say how. Facts alone: we send nothing there. Names as in platform.ts.
import { type Address, parseAddress } from '../hosts/address.ts';
import { hostsOf } from './platform.ts';

export type PlatformForm = {
  readonly platform: string;
  readonly webForm: string;
  /** What the page is, in the words of whoever pointed to it. */
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly checkedOn: string;
};

/** Named as the service's own page for this by at least two sources that do not know of each other. */
const found = (platform: string, webForm: string, what: string): PlatformForm => ({
  platform,
  webForm,
  source: `${what}; named by several independent public guides, not opened by us`,
  checkedOn: '2026-11-22',
});

const metaHelp = 'https://www.facebook.com/help/181495968648557';

export const platformForms: readonly PlatformForm[] = [
  found(
    'YouTube',
    'https://support.google.com/youtube/answer/2802027',
    'Report inappropriate videos, channels and other content',
  ),
  found('TikTok', 'https://www.tiktok.com/legal/report/feedback', 'Report form'),
  found(
    'Instagram',
    'https://help.instagram.com/192435014247952',
    'Help centre: report a post or a profile',
  ),
  found('Facebook', metaHelp, 'Help centre: how to report things'),
  found('Messenger', metaHelp, 'Help centre: how to report things'),
  found(
    'X',
    'https://help.x.com/en/safety-and-security/report-abusive-behavior',
    'Help centre: report abusive behaviour',
  ),
  found('Reddit', 'https://www.reddit.com/report', 'Report form'),
  found(
    'Pinterest',
    'https://help.pinterest.com/en/article/report-something-on-pinterest',
    'Help centre: report something',
  ),
  found(
    'Snapchat',
    'https://help.snapchat.com/hc/en-us/articles/7012399221652',
    'Help centre: report abuse or illegal content',
  ),
  found(
    'Telegram',
    'https://telegram.org/faq#q-there-39s-illegal-content-on-telegram-how-do-i-take-it-down',
    'Questions and answers: illegal content',
  ),
  found(
    'WhatsApp',
    'https://faq.whatsapp.com/1142481766359885',
    'Help centre: block and report someone',
  ),
  found('Discord', 'https://dis.gd/report', "Discord's own short address of its report form"),
  found(
    'Roblox',
    'https://en.help.roblox.com/hc/en-us/articles/203312410-How-to-Report-Rule-Violations',
    'Help: how to report rule violations',
  ),
  found(
    'Twitch',
    'https://help.twitch.tv/s/article/how-to-file-a-user-report',
    'Help: how to file a user report',
  ),
  found('Tumblr', 'https://www.tumblr.com/abuse', 'Report form'),
  found(
    'Medium',
    'https://help.medium.com/hc/en-us/articles/217047977-Report-posts-users',
    'Help centre: report posts and users',
  ),
  found('Scratch', 'https://scratch.mit.edu/contact-us/', 'Contact the Scratch team'),
  found('GitHub', 'https://github.com/contact/report-abuse', 'Report abuse or spam'),
  found('Google', 'https://reportcontent.google.com/', 'Report content, all services'),
  found('Bing', 'https://www.microsoft.com/en-us/concern/bing', 'Report a concern'),
];

export const platformFormOf = (platform: string | null): PlatformForm | null =>
  platformForms.find((form) => form.platform === platform) ?? null;

/** Every page a form may lead on to: itself, and the home of each host of its service. None where there is no form. */
export function platformPages(platform: string | null): readonly string[] {
  const form = platformFormOf(platform);
  return form === null
    ? []
    : [form.webForm, ...hostsOf(form.platform).map((host) => `https://${host}/`)];
}

/** Whatever its query and fragment say. */
export const isPlatformForm = (address: Address): boolean =>
  formPlaces.has(placeIn(address.host, address.path));

const placeIn = (host: string, path: string): string =>
  `${host.replace(/^www\./, '')}${path.replace(/\/+$/, '')}`;
const formPlaces: ReadonlySet<string> = new Set(
  platformForms.map(({ webForm }) => {
    const address = parseAddress(webForm);
    return address === null ? '' : placeIn(address.host, address.path);
  }),
);
