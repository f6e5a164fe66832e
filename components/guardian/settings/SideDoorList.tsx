import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';

import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';
import { useServices, type SideDoors } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';

import { useSideDoors } from './use-side-doors.ts';

/** How deep the doors' headings stand on their page. */
const Level = createContext<'h2' | 'h3'>('h2');

/** The ways around Saathi that this browser's own settings decide, as they stand, and how to close each. */
export function SideDoorList({ level }: { level: 'h2' | 'h3' }) {
  const [doors, look] = useSideDoors();
  if (doors === null) return <p aria-busy="true" />;
  return (
    <Level.Provider value={level}>
      <ul class="stack" aria-live="polite">
        <PrivateWindows closed={doors.privateWindows} />
        <SiteAccess closed={doors.siteAccess} onChanged={look} />
        <Removal install={doors.install} />
      </ul>
    </Level.Provider>
  );
}

type DoorProps = {
  readonly icon: IconName;
  readonly name: string;
  readonly closed: boolean;
  /** How it stands, in a sentence. */
  readonly now: string;
  readonly children?: ComponentChildren;
};

function Door({ icon, name, closed, now, children }: DoorProps) {
  const { text } = useServices();
  const Heading = useContext(Level);
  return (
    <li class="panel stack" data-door={closed ? 'closed' : 'open'}>
      <div class="row-between">
        <Heading class="row">
          <Icon name={icon} />
          {name}
        </Heading>
        <span class={`badge ${closed ? 'badge-good' : 'badge-care'}`}>
          <Icon name={closed ? 'check' : 'door'} />
          {text(closed ? 'doorClosed' : 'doorOpen')}
        </span>
      </div>
      <p>{now}</p>
      {children}
    </li>
  );
}

function PrivateWindows({ closed }: { closed: boolean }) {
  const { text, openBrowserSettings } = useServices();
  const browser = openBrowserSettings === null ? 'firefox' : 'chromium';
  return (
    <Door
      icon="eye-off"
      name={text('doorPrivate')}
      closed={closed}
      now={text(closed ? 'doorPrivateClosed' : 'doorPrivateOpen')}
    >
      {!closed && (
        <>
          <ol class="fix">
            {[1, 2, 3].map((step) => (
              <li key={step}>{text(`doorPrivateFix-${browser}-${step}`)}</li>
            ))}
          </ol>
          <BrowserSettingsButton />
        </>
      )}
    </Door>
  );
}

function SiteAccess({ closed, onChanged }: { closed: boolean; onChanged: () => void }) {
  const { text, allowEverySite } = useServices();
  return (
    <Door
      icon="globe"
      name={text('doorSites')}
      closed={closed}
      now={text(closed ? 'doorSitesClosed' : 'doorSitesOpen')}
    >
      {!closed && (
        <>
          <div>
            <Button icon="globe" onPress={() => void allowEverySite().then(onChanged)}>
              {text('doorSitesAllow')}
            </Button>
          </div>
          <p class="soft small">{text('doorSitesElse')}</p>
        </>
      )}
    </Door>
  );
}

function Removal({ install }: { install: SideDoors['install'] }) {
  const { text } = useServices();
  const closed = install === 'admin';
  return (
    <Door
      icon="trash"
      name={text('doorRemove')}
      closed={closed}
      now={text(closed ? 'doorRemoveClosed' : 'doorRemoveOpen')}
    >
      {!closed && <p class="soft small">{text('doorRemoveFix')}</p>}
    </Door>
  );
}

function BrowserSettingsButton() {
  const { text, openBrowserSettings } = useServices();
  if (openBrowserSettings === null) return null;
  return (
    <div>
      <Button icon="settings" onPress={openBrowserSettings}>
        {text('doorOpenSettings')}
      </Button>
    </div>
  );
}

/** What no setting changes, said where a parent feels safest. */
export function HonestLimits() {
  const { text } = useServices();
  return (
    <Notice tone="calm">
      <ul class="bullets">
        <li>{text('limitsSpeedBump')}</li>
        <li>{text('limitsElsewhere')}</li>
        <li>{text('limitsTalk')}</li>
      </ul>
    </Notice>
  );
}
