// Whether a search may come from somebody who could do with a kind word. School work, news, films and songs do not.
import { type Between, expressionOf } from '../phrases/expression.ts';
import { foldMessage } from '../phrases/fold.ts';
import { ar } from './phrases/ar.ts';
import { en } from './phrases/en.ts';
import { es } from './phrases/es.ts';
import { fr } from './phrases/fr.ts';
import { ru } from './phrases/ru.ts';
import { urLatn } from './phrases/ur-latn.ts';
import { ur } from './phrases/ur.ts';
import { zh } from './phrases/zh.ts';
import { type SearchTopic, searchTopics, type TopicPhrases } from './topic.ts';

type Asked = { readonly topic: SearchTopic; readonly own: RegExp; readonly plain: RegExp };
type Script = {
  readonly letters: RegExp;
  readonly asked: readonly Asked[];
  readonly study: RegExp;
  readonly media: RegExp;
};

let scriptsCache: readonly Script[] | null = null;

/** A rebuildable cache: the same tables make the same expressions. */
const scripts = (): readonly Script[] =>
  (scriptsCache ??= [
    scriptOf(/[a-z]/, [en, urLatn, fr, es], ' '),
    scriptOf(/\p{Script=Arabic}/u, [ur, ar], ' '),
    scriptOf(/\p{Script=Cyrillic}/u, [ru], ' '),
    scriptOf(/\p{Script=Han}/u, [zh], ''),
  ]);

const scriptOf = (letters: RegExp, tables: readonly TopicPhrases[], between: Between): Script => ({
  letters,
  asked: searchTopics.map((topic) => ({
    topic,
    own: expressionOf(
      tables.flatMap((table) => table[topic].own),
      between,
    ),
    plain: expressionOf(
      tables.flatMap((table) => table[topic].plain),
      between,
    ),
  })),
  study: expressionOf(
    tables.flatMap(({ study }) => study),
    between,
  ),
  media: expressionOf(
    tables.flatMap(({ media }) => media),
    between,
  ),
});

/** The gravest topic of a query; null for nearly every one. */
export function topicOf(query: string): SearchTopic | null {
  const text = foldMessage(query);
  for (const { letters, asked, study, media } of scripts()) {
    if (!letters.test(text) || media.test(text)) continue;
    const isStudy = study.test(text);
    const found = asked.find(({ own, plain }) => own.test(text) || (!isStudy && plain.test(text)));
    if (found !== undefined) return found.topic;
  }
  return null;
}
