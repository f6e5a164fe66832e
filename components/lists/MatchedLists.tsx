import './matched.css';
import { dayOf } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { More } from '@/components/ui/More.tsx';
import type { MatchedList } from '@/rules/messages/replies.ts';

import { CorrectionNote } from './CorrectionNote.tsx';

export type MatchedListsProps = {
  readonly matched: readonly MatchedList[];
  readonly host: string;
};

/** For a guardian: the lists that name a site, by name, page and day, and what to do when they are wrong. */
export function MatchedLists({ matched, host }: MatchedListsProps) {
  const { text } = useServices();
  const others = matched.filter(({ isOurs }) => !isOurs);
  return (
    <div class="stack-tight">
      <ul class="stack-tight">
        {matched.map((list) => (
          <li key={list.listId}>
            <ListName list={list} />
          </li>
        ))}
      </ul>
      <More label={text('matchedWrong')}>
        <p>{text(others.length === 0 ? 'matchedOurs' : 'matchedWrongMeaning')}</p>
        {others.map((list) => (
          <CorrectionNote key={list.listId} list={list} host={host} />
        ))}
      </More>
    </div>
  );
}

function ListName({ list }: { list: MatchedList }) {
  const { text, language, timeZone } = useServices();
  const { home, name, isOurs, updatedAt } = list;
  return (
    <>
      {home === null || isOurs ? (
        <bdi class="strong">{isOurs ? text('listOurs') : name}</bdi>
      ) : (
        <a href={home} target="_blank" rel="noopener noreferrer">
          <bdi>{name}</bdi>
        </a>
      )}
      {updatedAt !== null && (
        <span class="soft">
          {` · ${text('matchedEdition', { date: dayOf(language, updatedAt, timeZone) })}`}
        </span>
      )}
    </>
  );
}
