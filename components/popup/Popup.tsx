import './popup.css';
import { useState } from 'preact/hooks';

import { OfAgeNotice } from '@/components/growing/OfAgeNotice.tsx';
import { HelpPanel } from '@/components/help/HelpPanel.tsx';
import { Mark } from '@/components/icons/Mark.tsx';
import { usePageState } from '@/components/page/page-state.ts';
import { useFocusPlace } from '@/components/page/use-focus-place.ts';
import { ReportCard } from '@/components/report/ReportCard.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { LanguageSwitch } from '@/components/ui/LanguageSwitch.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { PopupOpened } from '@/rules/messages/report-replies.ts';

import { TabStatus } from './TabStatus.tsx';
import { TimeLeft } from './TimeLeft.tsx';

type PopupProps = {
  readonly address: string | null;
  /** What it was opened for, if not by the toolbar's button. */
  readonly shows?: PopupOpened['shows'];
};

/** Behind the toolbar's button: that Saathi is here, how this page stands, and the three doors: report, help, my page. */
export function Popup({ address, shows = null }: PopupProps) {
  const { text } = useServices();
  const { state } = usePageState();
  const [helping, setHelping] = useState(shows?.kind === 'help');
  const { place, takeFocus } = useFocusPlace();
  const filed = shows?.kind === 'report' ? { reportId: shows.reportId } : {};
  const turn = (toHelp: boolean) => {
    setHelping(toHelp);
    takeFocus();
  };
  return (
    <div class="popup" data-saathi="popup">
      <header class="popup-top">
        <h1 class="screen-brand">
          <Mark />
          <span>{text('saathi')}</span>
        </h1>
        <span class="screen-tools">
          <LanguageSwitch />
        </span>
      </header>
      <main>
        <div class="stack" ref={place} tabIndex={-1}>
          {helping ? (
            <>
              <div class="row">
                <Button kind="plain" icon="back" onPress={() => turn(false)}>
                  {text('back')}
                </Button>
              </div>
              <HelpPanel report={<ReportCard />} />
            </>
          ) : (
            <>
              <Home address={address} />
              <div class="popup-doors">
                <ReportCard kind="quiet" size="wide" mayPrint={false} {...filed} />
                <Button size="wide" icon="help" onPress={() => turn(true)}>
                  {text('help')}
                </Button>
                {state?.setUp === true && <MyPageButton />}
              </div>
            </>
          )}
        </div>
      </main>
    </div>
  );
}

function Home({ address }: { address: string | null }) {
  const { text, openTab } = useServices();
  const { state } = usePageState();
  if (state === null) {
    return (
      <Notice tone="calm">
        <p>{text('popupSilent')}</p>
      </Notice>
    );
  }
  if (!state.setUp) {
    return (
      <>
        <h2 class="popup-heading">{text('popupWelcome')}</h2>
        <p>{text('popupNotSetUp')}</p>
        <Button kind="main" icon="family" size="wide" onPress={() => openTab('/options.html')}>
          {text('popupSetUp')}
        </Button>
      </>
    );
  }
  return (
    <>
      {state.child?.isOfAge === true ? (
        <OfAgeNotice audience="child" />
      ) : (
        <TabStatus address={address} />
      )}
      {state.nextStop && <TimeLeft stop={state.nextStop} />}
    </>
  );
}

function MyPageButton() {
  const { text, openTab } = useServices();
  return (
    <Button size="wide" icon="book" onPress={() => openTab('/mine.html')}>
      {text('myPage')}
    </Button>
  );
}
