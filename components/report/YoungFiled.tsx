import './progress.css';
import { useState } from 'preact/hooks';

import { useQuickExit } from '@/components/help/use-quick-exit.ts';
import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';
import { useServices } from '@/components/services.ts';
import { More } from '@/components/ui/More.tsx';
import { ReadAloud } from '@/components/ui/ReadAloud.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { Advice } from './Advice.tsx';
import { DeskMessages } from './DeskMessages.tsx';
import { GrownUpForm } from './GrownUpForm.tsx';
import { isByHand, isOver } from './route-words.ts';
import { TakeBack } from './TakeBack.tsx';
import type { Reporting } from './use-report.ts';
import { YoungCall } from './YoungCall.tsx';
import { YoungTopics } from './YoungTopics.tsx';

export type YoungFiledProps = {
  readonly reporting: Reporting;
  readonly report: ReportState;
};
type Picture = 'adult' | 'call';

/** For the youngest: three pictures. No form, nothing to write; what happened can be shown, two pictures at a time. */
export function YoungFiled({ reporting, report }: YoungFiledProps) {
  const { text, leave } = useServices();
  const [open, setOpen] = useState<Picture | null>(null);
  useQuickExit();
  const turn = (picture: Picture) => setOpen(open === picture ? null : picture);
  return (
    <>
      {report.progress !== null && report.progress !== 'received' && (
        <p class="progress-step progress-reached">
          <span class="progress-mark">
            <Icon name="check" />
          </span>
          {text(`progress-${report.progress}`)}
        </p>
      )}
      {!isOver(report) && <Advice topic={report.topic} />}
      <div class="three-pictures">
        <PictureButton icon="family" expanded={open === 'adult'} onPress={() => turn('adult')}>
          {text('youngAdult')}
        </PictureButton>
        <PictureButton icon="phone" expanded={open === 'call'} onPress={() => turn('call')}>
          {text('youngCall')}
        </PictureButton>
        <PictureButton icon="door" onPress={leave}>
          {text('youngLeave')}
        </PictureButton>
      </div>
      <div class="stack said-here" role="status">
        {open === 'adult' && <TellAdult report={report} />}
        {open === 'call' && <YoungCall />}
      </div>
      {!isOver(report) && (
        <>
          <DeskMessages reporting={reporting} report={report} />
          {report.mayAdd && (
            <More label={text('reportAdd')}>
              <YoungTopics
                topic={report.topic}
                onChoose={(topic) => void reporting.add({ topic })}
              />
            </More>
          )}
          {report.route.kind === 'desk' && <p class="soft">{text('sentYoung')}</p>}
          <TakeBack reporting={reporting} report={report} />
        </>
      )}
    </>
  );
}

type PictureButtonProps = {
  readonly icon: IconName;
  readonly expanded?: boolean;
  readonly onPress: () => void;
  readonly children: string;
};

function PictureButton({ icon, expanded, onPress, children }: PictureButtonProps) {
  return (
    <button type="button" class="picture-button" aria-expanded={expanded} onClick={() => onPress()}>
      <Icon name={icon} size="big" />
      <span>{children}</span>
    </button>
  );
}

function TellAdult({ report }: Pick<YoungFiledProps, 'report'>) {
  const { text } = useServices();
  return (
    <>
      <p>{text('adultWhat')}</p>
      <p class="help-say">{text('adultSay')}</p>
      <ReadAloud words={`${text('adultWhat')} ${text('adultStart')} ${text('adultSay')}`} />
      {isByHand(report) && <GrownUpForm report={report} />}
    </>
  );
}
