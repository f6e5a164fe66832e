import { OfAgeNotice } from '@/components/growing/OfAgeNotice.tsx';
import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import type { State } from '@/rules/messages/replies.ts';

import { useSideDoors } from './settings/use-side-doors.ts';

/** What a guardian must know whichever room is open. */
export function AreaNotices({ state }: { state: State }) {
  const { text } = useServices();
  const unread = state.problems.filter(({ where }) => where !== 'lists');
  return (
    <>
      <OfAgeNotice audience="guardian" />
      {state.source === 'managed' && (
        <Notice tone="calm" icon="school">
          <p>{text('guardianManaged')}</p>
        </Notice>
      )}
      <LostLists problems={state.problems} />
      {unread.length > 0 && (
        <Notice tone="care">
          <p class="strong">{text('guardianProblems')}</p>
          <ul class="bullets small">
            {unread.map(({ where, path, message }) => (
              <li key={`${where} ${path} ${message}`} dir="ltr" lang="en">
                {where}: {path !== '' && <code>{path}</code>} {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <OpenDoors />
    </>
  );
}

/** Sets of fetched lists that are gone or broken: they come back by themselves. */
function LostLists({ problems }: Pick<State, 'problems'>) {
  const { text, language } = useServices();
  const lost = problems.filter(({ where }) => where === 'lists');
  if (lost.length === 0) return null;
  const topics = lost.map(({ path }) => text(`category-${path}`));
  return (
    <Notice tone="care" icon="list">
      <p>{text('listsLost', { topics: new Intl.ListFormat(language).format(topics) })}</p>
    </Notice>
  );
}

/** Without access to every site nothing works at all: said on every screen until it is mended. */
function OpenDoors() {
  const { text } = useServices();
  const [doors] = useSideDoors();
  if (doors === null || doors.siteAccess) return null;
  return (
    <Notice tone="care" icon="door">
      <p>
        {text('doorSitesOpen')} <a href="#settings">{text('guardianFixDoors')}</a>
      </p>
    </Notice>
  );
}
