// Chats and searches that the tests and the bench read. All of them were written for this, none was said by anybody.
import { readFileSync } from 'node:fs';

import type { ChatMessage } from '@/rules/received/pressure.ts';

export type Chat = {
  readonly is: 'pressure' | 'scam' | 'none';
  readonly language: string;
  readonly messages: readonly ChatMessage[];
};
export type Search = { readonly language: string; readonly is: string; readonly query: string };

export const chatLanguages = ['en', 'ur', 'ur-Latn', 'ar', 'fr', 'es', 'ru', 'zh'] as const;

const fixture = (path: string): string[] =>
  readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

/** "<" they, ">" the child, "?" nobody knows. */
export const message = (line: string): ChatMessage => ({
  from: line.startsWith('<') ? 'them' : line.startsWith('>') ? 'me' : 'unknown',
  text: line.slice(1),
});

/** A language's file, or a set that names the language of each chat. */
export const chatsOf = (file: string): Chat[] =>
  fixture(`chats/${file}.jsonl`).map((line) => {
    const { is, says, lang } = JSON.parse(line) as {
      is: Chat['is'];
      says: string[];
      lang?: string;
    };
    return { is, language: lang ?? file, messages: says.map(message) };
  });

/** `is`: a topic, or "-" for a search that deserves no card. */
export const searchesOf = (language: string): Search[] =>
  fixture(`queries/${language}.txt`).map((line) => {
    const [is = '-', ...words] = line.split(' ');
    return { language, is, query: words.join(' ') };
  });
