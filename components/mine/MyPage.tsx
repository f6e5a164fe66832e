import './mine.css';
import { MyGrowing } from '@/components/growing/MyGrowing.tsx';
import { OfAgeNotice } from '@/components/growing/OfAgeNotice.tsx';
import { HelpButton } from '@/components/help/HelpButton.tsx';
import { useQuickExit } from '@/components/help/use-quick-exit.ts';
import { usePageState } from '@/components/page/page-state.ts';
import { useReply } from '@/components/page/use-reply.ts';
import { MyReports } from '@/components/report/MyReports.tsx';
import { Scene } from '@/components/scenes/Scene.tsx';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Screen } from '@/components/ui/Screen.tsx';

import { LastClosed } from './LastClosed.tsx';
import { MyChanges } from './MyChanges.tsx';
import { MyRequests } from './MyRequests.tsx';
import { MyRules } from './MyRules.tsx';
import { MyTime } from './MyTime.tsx';
import { MyWeek } from './MyWeek.tsx';
import { RanToday } from './RanToday.tsx';
import { WhatIsSeen } from './WhatIsSeen.tsx';

/** All that Saathi does with a child, told to the child. */
export function MyPage() {
  const { text, band } = useServices();
  const { state } = usePageState();
  const nickname = state?.child?.nickname ?? '';
  // A page with reports on it is left as fast as help is.
  useQuickExit();
  return (
    <Screen surface="mine" width="wide" help={<HelpButton />}>
      <div class="stack-loose">
        <div class="mine-hello">
          {band !== '16-17' && <Scene name="walk" size="small" />}
          <div class="stack-tight">
            <h1>{nickname === '' ? text('mineHeading') : text('mineHello', { nickname })}</h1>
            <p class="lead">{text('mineIntro')}</p>
          </div>
        </div>
        {state === null || !state.setUp ? (
          <Notice tone="calm">
            <p>{text(state === null ? 'popupSilent' : 'popupNotSetUp')}</p>
          </Notice>
        ) : (
          <Known isOfAge={state.child?.isOfAge === true} />
        )}
      </div>
    </Screen>
  );
}

const everyMinuteMs = 60_000;

function MyDay() {
  const { value: day, reload } = useReply('day.read', everyMinuteMs);
  if (day === null) return null;
  return (
    <>
      <MyTime day={day} onChanged={() => void reload()} />
      <RanToday day={day} />
    </>
  );
}

function Known({ isOfAge }: { isOfAge: boolean }) {
  const { band } = useServices();
  if (isOfAge) {
    return (
      <>
        <OfAgeNotice audience="child" />
        <div class="mine-cards">
          <MyChanges />
          <Reports />
        </div>
      </>
    );
  }
  return (
    <div class="mine-cards">
      <MyDay />
      <MyRules />
      {band !== '5-8' && <MyWeek />}
      <MyGrowing />
      <WhatIsSeen />
      <MyRequests />
      <LastClosed />
      <MyChanges />
      <Reports />
    </div>
  );
}

function Reports() {
  const { text } = useServices();
  return (
    <Card heading={text('mineReports')} icon="report">
      <p class="soft">{text('mineReportsPrivate')}</p>
      <details class="help-more">
        <summary>{text('mineReportsShow')}</summary>
        <MyReports />
      </details>
    </Card>
  );
}
