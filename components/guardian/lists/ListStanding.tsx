import { dayOf } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import type { ListProblem } from '@/rules/lists/list-state.ts';
import type { ListView } from '@/rules/messages/replies.ts';
import type { Instant } from '@/rules/policy/verdict.ts';

import { problemToTell } from './list-words.ts';
import { ListProgress } from './ListProgress.tsx';

/** How a list that is on stands: what is done with it now, what is in force, and what went wrong. */
export function ListStanding({ list }: { list: ListView }) {
  const { text, language, timeZone } = useServices();
  const { name, state, work } = list;
  const problem = state === null ? null : problemToTell(state, state.updatedAt !== null);
  return (
    <>
      {state === null || state.updatedAt === null ? (
        work === null && problem === null && <p class="soft small">{text('listNotYet')}</p>
      ) : (
        <p class="soft small">
          {text('listEdition', {
            count: state.hosts,
            date: dayOf(language, state.updatedAt, timeZone),
          })}
        </p>
      )}
      {work !== null && <ListProgress name={name} work={work} />}
      {work === null && problem !== null && (
        <ListTrouble problem={problem} kept={state?.updatedAt ?? 'nothing'} />
      )}
    </>
  );
}

export type ListTroubleProps = {
  readonly problem: ListProblem;
  /** What stays in force: the edition of an instant, the last one, or nothing. */
  readonly kept: Instant | 'last' | 'nothing';
};

/** What went wrong in plain words, and what holds all the same. */
export function ListTrouble({ problem, kept }: ListTroubleProps) {
  const { text, language, timeZone } = useServices();
  return (
    <Notice tone="care" icon="info" live>
      <p>
        {text(`listProblem-${problem}`)}{' '}
        {typeof kept === 'number'
          ? text('listKept', { date: dayOf(language, kept, timeZone) })
          : text(kept === 'last' ? 'listLastKept' : 'listNothingKept')}
      </p>
    </Notice>
  );
}
