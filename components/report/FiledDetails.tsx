import { useState } from 'preact/hooks';

import { TopicGuideMore } from '@/components/help/TopicGuideMore.tsx';
import { useFocusPlace } from '@/components/page/use-focus-place.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { More } from '@/components/ui/More.tsx';
import { helpTopicOf } from '@/rules/help/topics.ts';
import type { Doors } from '@/rules/packs/doors.ts';

import { AddWhat, type AddWhatProps } from './AddWhat.tsx';
import { Advice } from './Advice.tsx';
import { ByHand } from './ByHand.tsx';
import { DeskMessages } from './DeskMessages.tsx';
import { KeepCopy } from './KeepCopy.tsx';
import { Progress } from './Progress.tsx';
import { isByHand, readerName, routeDoor } from './route-words.ts';
import { Sent } from './Sent.tsx';
import { TakeBack } from './TakeBack.tsx';
import { useOpenForm } from './use-open-form.ts';
import { WhoToTell } from './WhoToTell.tsx';

export type FiledDetailsProps = AddWhatProps & {
  readonly doors: Doors | null;
  readonly mayPrint: boolean;
};

/** From nine years on: what it says and to whom, what became of it, and all the rest, which can be left out. */
export function FiledDetails(props: FiledDetailsProps) {
  const services = useServices();
  const { text } = services;
  const { reporting, report, doors, mayPrint } = props;
  const reader = readerName(report, doors, services);
  const openForm = useOpenForm();
  const byHand = isByHand(report);
  const isGone = report.deskHasNone === true;
  const guide = helpTopicOf(report.topic);
  const own = routeDoor(report, doors);
  const all = doors?.doors ?? [];
  const onForm = (mechanismId: string, url: string) =>
    openForm({ reportId: report.reportId, mechanismId, url });
  return (
    <>
      <Advice topic={report.topic} />
      {byHand && <ByHand report={report} door={own} onForm={onForm} />}
      {report.progress !== null && report.state === 'delivered' && !isGone && (
        <Progress
          progress={report.progress}
          busy={reporting.busy}
          onLookAgain={() => void reporting.refresh()}
        />
      )}
      <DeskMessages reporting={reporting} report={report} />
      <Sent report={report} reader={reader} country={own?.country ?? null} short={byHand} />
      {!isGone && <Adding {...props} />}
      <div>
        {guide !== null && <TopicGuideMore key={guide} topic={guide} />}
        <More label={text('tellHeading')}>
          <WhoToTell
            doors={own !== null && byHand ? all.filter((door) => door !== own) : all}
            onForm={onForm}
          />
        </More>
        <More label={text('keepHeading')}>
          <KeepCopy report={report} reader={reader} mayPrint={mayPrint} />
        </More>
      </div>
      <TakeBack reporting={reporting} report={report} />
    </>
  );
}

function Adding(props: FiledDetailsProps) {
  const { text } = useServices();
  const { report } = props;
  const [adding, setAdding] = useState(false);
  const { place, takeFocus } = useFocusPlace();
  if (!report.mayAdd) return <p class="soft">{text('addedEnough')}</p>;
  return (
    <div ref={place} tabIndex={-1}>
      {adding ? (
        <AddWhat {...props} />
      ) : (
        <div class="stack-tight">
          {report.topic !== null && (
            <p>
              <span class="soft">{`${text('reportWhat')} `}</span>
              {text(`topicReport-${report.topic}`)}
            </p>
          )}
          <div class="row">
            {/* Never the main button: nothing here may push a child to tell more than it wants to. */}
            <Button
              icon="plus"
              onPress={() => {
                setAdding(true);
                takeFocus();
              }}
            >
              {text(report.topic === null ? 'reportAdd' : 'reportAddMore')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
