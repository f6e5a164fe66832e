import { make } from '../page-parts/kit.ts';

/** Nothing else is opened from inside a page, whatever a country pack says. */
const openable = /^(?:tel|sms|mailto|https):/;

/** The words keep their own direction inside the sentence. */
export function link(href: string, words: string): HTMLElement {
  const text = make('bdi', {}, words);
  return openable.test(href)
    ? make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text)
    : text;
}
