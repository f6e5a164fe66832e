// Words received and searches: what is found and what is wrongly found, by language, and what it costs.
// Most chats and all searches were written by those who wrote the phrases. Only "unseen" says how it does on words that
// nobody had in mind: who wrote it knew no phrase, and nobody may change one for it.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';

import type { TextJudge } from '../../rules/text/judge.ts';
import type { Chat } from '../support/chats.ts';
import { median } from './support/figures.ts';
import { atMost, figure, publishPart, type Result } from './support/publish.ts';
import type { Labelled } from './support/text-data.ts';

// The rules name their files from the root, as the extension's bundler reads them.
registerHooks({
  resolve: (specifier, context, next) =>
    next(
      specifier.startsWith('@/')
        ? new URL(`../../${specifier.slice(2)}`, import.meta.url).href
        : specifier,
      context,
    ),
});
const { judgeReceived } = await import('../../rules/received/pressure.ts');
const { topicOf } = await import('../../rules/search/topics.ts');
const { chatLanguages, chatsOf, searchesOf } = await import('../support/chats.ts');
const { keptOut, ordinaryTexts } = await import('./support/text-data.ts');

const judge = await readJudge();
const withModel = judge === null ? 'no model there' : 'phrases and model';

publishPart('help', 'chats', {
  browser: null,
  results: [
    ...chatLanguages.flatMap((language) => foundIn(`own chats ${language}`, chatsOf(language))),
    ...foundIn('chats written later, then used for phrases', [
      ...chatsOf('second'),
      ...chatsOf('third'),
    ]),
    ...foundIn('chats written with the stages', chatsOf('fourth')),
    ...foundIn('chats unseen once, learned from since', chatsOf('once-unseen')),
    ...foundIn('chats written in other words, then learned from', [
      ...chatsOf('fifth'),
      ...chatsOf('sixth'),
    ]),
    ...foundIn('unseen chats', chatsOf('unseen')),
    ...onOrdinaryTexts(),
    ...costs(),
  ],
});
publishPart('help', 'searches', {
  browser: null,
  results: chatLanguages.flatMap((language) => {
    const searches = searchesOf(language);
    const asked = searches.filter(({ is }) => is !== '-');
    const harmless = searches.filter(({ is }) => is === '-');
    return [
      figure(
        `own searches ${language}, topic found`,
        share(asked.filter(({ is, query }) => topicOf(query) === is).length, asked.length),
        `% of ${asked.length}`,
      ),
      figure(
        `own searches ${language}, card on a harmless one`,
        share(harmless.filter(({ query }) => topicOf(query) !== null).length, harmless.length),
        `% of ${harmless.length}`,
      ),
    ];
  }),
});

function foundIn(name: string, chats: readonly Chat[]): Result[] {
  const pressing = chats.filter(({ is }) => is !== 'none');
  const friendly = chats.filter(({ is }) => is === 'none');
  const noticed = (from: readonly Chat[], by: TextJudge | null): number =>
    share(from.filter(({ messages }) => judgeReceived(messages, by) !== null).length, from.length);
  return [
    figure(`${name}, found by phrases`, noticed(pressing, null), `% of ${pressing.length}`),
    figure(`${name}, found by ${withModel}`, noticed(pressing, judge), `% of ${pressing.length}`),
    figure(`${name}, card on a friendly one`, noticed(friendly, judge), `% of ${friendly.length}`),
  ];
}

/** Nobody presses in these: texts of the sets, forty after each other, as if somebody had written them to a child. */
function onOrdinaryTexts(): Result[] {
  // The phrases were mended by what they found in the fifth kept out; the rest tells how often they err elsewhere.
  const everyday = windowsOf(ordinaryTexts('kept-out'));
  const others = windowsOf(ordinaryTexts('the rest'));
  const posts = windowsOf((keptOut() ?? []).filter(({ isUnkind }) => !isUnkind));
  const card = (windows: readonly Chat['messages'][], by: TextJudge | null): number =>
    share(
      windows.filter((messages) => judgeReceived(messages, by) !== null).length,
      windows.length,
    );
  return [
    atMost(
      0.2,
      figure(
        'forty everyday texts, the phrases mended by them, card',
        card(everyday, judge),
        `% of ${everyday.length}`,
      ),
    ),
    atMost(
      0.2,
      figure(
        'forty other everyday texts, card by phrases',
        card(others, null),
        `% of ${others.length}`,
      ),
    ),
    figure(
      'forty harmless texts, sets about abuse too, card',
      card(posts, judge),
      `% of ${posts.length}`,
    ),
    figure(
      'forty harmless texts, sets about abuse too, card by phrases',
      card(posts, null),
      `% of ${posts.length}`,
    ),
  ];
}

function windowsOf(texts: readonly Labelled[]): Chat['messages'][] {
  const bySet = Map.groupBy(texts, ({ source, lang }) => `${source} ${lang}`);
  return [...bySet.values()].flatMap((some) =>
    Array.from({ length: Math.floor(some.length / 40) }, (_, at) =>
      some.slice(at * 40, at * 40 + 40).map(({ text }) => ({ from: 'them' as const, text })),
    ),
  );
}

/** Forty messages, as a page sends at most: of an ordinary length, and of the greatest. */
function costs(): Result[] {
  const ordinary = chatsOf('en')
    .flatMap(({ messages }) => messages)
    .slice(0, 40);
  const longest = ordinary.map(({ from, text }) => ({
    from,
    text: text.repeat(90).slice(0, 2000),
  }));
  const milliseconds = (messages: Chat['messages'], by: TextJudge | null): number => {
    const runs = Array.from({ length: 60 }, () => {
      const start = performance.now();
      judgeReceived(messages, by);
      return performance.now() - start;
    });
    return median(runs.slice(10));
  };
  return [
    figure('cost of 40 ordinary messages, phrases', milliseconds(ordinary, null), 'ms'),
    figure(`cost of 40 ordinary messages, ${withModel}`, milliseconds(ordinary, judge), 'ms'),
    figure(
      `cost of 40 messages of 2,000 characters, ${withModel}`,
      milliseconds(longest, judge),
      'ms',
    ),
  ];
}

async function readJudge(): Promise<TextJudge | null> {
  const path = join(import.meta.dirname, '../../public/models/text.bin');
  if (!existsSync(path)) return null;
  const { readModel } = await import('../../rules/text/model.ts');
  const { makeTextJudge } = await import('../../rules/text/judge-text.ts');
  const model = readModel(new Uint8Array(await readFile(path)));
  return model.ok ? makeTextJudge(model.value) : null;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
