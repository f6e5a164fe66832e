import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import type { State } from '@/rules/messages/replies.ts';

import { useSideDoors } from './settings/use-side-doors.ts';

/** What a guardian must know whichever room is open. */
export function AreaNotices({ state }: { state: State }) {
  const { text } = useServices();
  return (
    <>
      {state.source === 'managed' && (
        <Notice tone="calm" icon="school">
          <p>{text('guardianManaged')}</p>
        </Notice>
      )}
      {state.problems.length > 0 && (
        <Notice tone="care">
          <p class="strong">{text('guardianProblems')}</p>
          <ul class="bullets small">
            {state.problems.map(({ where, path, message }) => (
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
