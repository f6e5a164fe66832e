// A page as its words alone: title, description and the first lines. Written for pages that nobody trusts: what it
// answers is plain text, shown as text.
import { tidyText } from './tidy-text.ts';

export type PageWords = {
  readonly title: string;
  readonly description: string;
  readonly text: string;
  readonly isCut: boolean;
};

const longestPage = 400_000;
const longestTitle = 200;
const longestDescription = 400;
const longestText = 900;
const deepest = 100;

/** Their contents are no words for a reader. */
const unread = new Set(
  'script style noscript template svg math iframe object canvas audio video select textarea'.split(
    ' ',
  ),
);
/** Left out while there is anything else to read. */
const around = new Set(['nav', 'footer', 'aside', 'form', 'button', 'header', 'menu', 'dialog']);
const inline = new Set(
  'a abbr b bdi bdo cite code em i kbd mark q s small span strong sub sup u wbr'.split(' '),
);

export function readPageWords(untrustedHtml: string): PageWords {
  const html = untrustedHtml.slice(0, longestPage);
  const main = scan(html, around);
  const { body, ...head } = main.body === '' ? scan(html, new Set()) : main;
  return {
    title: cut(tidyText(head.title), longestTitle),
    description: cut(tidyText(head.description), longestDescription),
    text: cut(body, longestText),
    isCut: body.length > longestText,
  };
}

type Scanned = { readonly title: string; readonly description: string; readonly body: string };

/** One pass, from tag to tag; ends as soon as there is enough. */
function scan(html: string, leftOut: ReadonlySet<string>): Scanned {
  let [title, description, body] = ['', '', ''];
  const closed: string[] = [];
  let at = 0;
  while (at < html.length && body.length <= longestText * 2) {
    const start = html.indexOf('<', at);
    const end = start === -1 ? html.length : start;
    if (closed.length === 0) body += html.slice(at, Math.min(end, at + longestText * 4));
    if (start === -1) break;
    const tag = tagAt(html, start);
    at = tag.end;
    if (tag.name === '') {
      // A "<" that opens nothing is a letter.
      if (tag.isLetter && closed.length === 0) body += '<';
      continue;
    }
    if (!inline.has(tag.name) && closed.length === 0) body += ' ';
    if (tag.name === 'meta') description ||= descriptionOf(tag.source);
    if (leftOut.has(tag.name)) follow(closed, tag);
    if (tag.isEnd || !(unread.has(tag.name) || tag.name === 'title')) continue;
    const inner = contentOf(html, tag);
    if (tag.name === 'title' && title === '') title = inner.content;
    at = inner.end;
  }
  return { title, description, body: tidyText(body) };
}

/** Keeps which of the left-out elements are open. */
function follow(open: string[], { name, isEnd }: Tag): void {
  if (!isEnd && open.length < deepest) open.push(name);
  else if (isEnd && open.includes(name)) open.length = open.lastIndexOf(name);
}

type Tag = {
  /** Lower case; '' for comments and what is no tag. */
  readonly name: string;
  readonly isEnd: boolean;
  readonly isLetter: boolean;
  readonly source: string;
  /** Behind its ">". */
  readonly end: number;
};

function tagAt(html: string, start: number): Tag {
  const nothing = { name: '', isEnd: false, isLetter: false, source: '' };
  if (html.startsWith('<!--', start)) return { ...nothing, end: behind(html, '-->', start + 4) };
  if (/[!?]/.test(html[start + 1] ?? '')) return { ...nothing, end: behind(html, '>', start) };
  const opening = /<(\/?)([a-z][^\s/>]{0,40})/iy;
  opening.lastIndex = start;
  const [, slash = '', name = ''] = opening.exec(html) ?? [];
  if (name === '') return { ...nothing, isLetter: true, end: start + 1 };
  // Quoted values may hold ">"; a quote that is never closed ends the page, as it does in a browser.
  const rest = /(?:[^"'>]|"[^"]*"|'[^']*')*>?/y;
  rest.lastIndex = start + 1;
  const source = rest.exec(html)?.[0] ?? '';
  const end = source.endsWith('>') ? start + 1 + source.length : behind(html, '>', start);
  return { name: name.toLowerCase(), isEnd: slash === '/', isLetter: false, source, end };
}

const behind = (html: string, mark: string, from: number): number => {
  const at = html.indexOf(mark, from);
  return at === -1 ? html.length : at + mark.length;
};

/** What stands in an element whose content is not markup. */
function contentOf(html: string, { name, end }: Tag): { content: string; end: number } {
  const closing = new RegExp(`</${name}(?=[\\s/>]|$)`, 'gi');
  closing.lastIndex = end;
  const found = closing.exec(html);
  const stop = found?.index ?? html.length;
  return { content: html.slice(end, stop), end: stop };
}

function descriptionOf(source: string): string {
  const name = attribute(source, 'name') || attribute(source, 'property');
  return /^(?:og:)?description$/i.test(name) ? attribute(source, 'content') : '';
}

function attribute(source: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    source,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** At a space, if there is one near. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const short = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  const space = short.lastIndexOf(' ');
  return `${space > most - 40 ? short.slice(0, space) : short}…`;
}
