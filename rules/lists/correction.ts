// "This list is wrong about a site", ready for the list's maintainer: read, copied and sent by the guardian alone.
// Facts only: the site, the list, the topic, the edition. Nothing of the child, no page, no time of a visit.
import type { Category } from '../policy/schema.ts';

export type Mistake = {
  /** The site as it was judged, without a path. */
  readonly host: string;
  readonly listName: string;
  readonly category: Category;
  /** Day of the edition in force, such as "2026-11-03"; null: not known. */
  readonly edition: string | null;
};
export type Correction = {
  readonly subject: string;
  readonly body: string;
  /** mailto: or https: address that opens the maintainer's own way in, filled in where it can be; null: none is known. */
  readonly href: string | null;
};

/** In English, which maintainers of every list read. `address`: what they published for corrections. */
export function correctionFor(mistake: Mistake, address: string | null): Correction {
  const { host, listName, category, edition } = mistake;
  const subject = `Possible mistake in ${listName}: ${host}`;
  const body = [
    'Hello,',
    '',
    'we think that this site should not be on your list. Could you have a look?',
    '',
    `Site: ${host}`,
    `List: ${listName}`,
    `Category: ${category}`,
    ...(edition === null ? [] : [`Edition: ${edition}`]),
    '',
    'Thank you for your work.',
  ].join('\n');
  return { subject, body, href: address === null ? null : filledIn(address, { subject, body }) };
}

function filledIn(address: string, words: { subject: string; body: string }): string | null {
  const url = URL.parse(address);
  if (url?.protocol === 'mailto:') return mailTo(url.pathname, words);
  if (url?.protocol !== 'https:') return null;
  return isIssueForm(url) ? issue(url, words) : url.href;
}

/** One recipient: an address with more in it would send the mail elsewhere too. */
function mailTo(to: string, { subject, body }: { subject: string; body: string }): string | null {
  if (!/^[^\s@?&#%<>",;]+@[^\s@?&#%<>",;]+$/.test(to)) return null;
  const crlf = body.replaceAll('\n', '\r\n');
  return `mailto:${to}?subject=${encoded(subject)}&body=${encoded(crlf)}`;
}

// Half a character, as a broken name can hold, would throw.
const encoded = (words: string): string => encodeURIComponent(words.toWellFormed());

/** Where an issue is begun with its words in the address. A form of another maker is opened empty. */
const isIssueForm = ({ hostname, pathname }: URL): boolean =>
  (hostname === 'github.com' && /^\/[^/]+\/[^/]+\/issues(?:\/new)?\/?$/.test(pathname)) ||
  (hostname === 'gitlab.com' && /^\/.+\/-\/issues(?:\/new)?\/?$/.test(pathname));

function issue(form: URL, { subject, body }: { subject: string; body: string }): string {
  const url = new URL(form.href.replace(/\/issues(?:\/new)?\/?(?=$|[?#])/, '/issues/new'));
  const isGitHub = url.hostname === 'github.com';
  url.searchParams.set(isGitHub ? 'title' : 'issue[title]', subject);
  url.searchParams.set(isGitHub ? 'body' : 'issue[description]', body);
  return url.href;
}
