import type { ComponentChildren } from 'preact';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { Help } from '@/rules/help/choose.ts';
import type { HelpTopic } from '@/rules/help/topics.ts';

import { Danger } from './Danger.tsx';
import type { Audience } from './guide-topics.ts';
import { HelpLines } from './HelpLines.tsx';
import { TopicGuide } from './TopicGuide.tsx';

export type GuideSheetProps = {
  readonly topic: HelpTopic;
  readonly audience?: Audience;
  readonly help: Help | null;
  /** Reports the page that is meant; without it the sheet says how to. */
  readonly report?: ComponentChildren;
};

/** One topic as it stands on the screen and on paper: danger first, what to do, who listens. */
export function GuideSheet({ topic, audience, help, report }: GuideSheetProps) {
  const { text, print } = useServices();
  return (
    <div class="guide-sheet stack">
      {help && <Danger resource={help.emergency} />}
      <TopicGuide topic={topic} {...(audience && { audience })} />
      {help && <HelpLines lines={help.lines} />}
      <div class="no-print">{report ?? <p class="soft">{text('helpReportHow')}</p>}</div>
      <div class="row no-print">
        <Button icon="print" onPress={print}>
          {text('print')}
        </Button>
      </div>
    </div>
  );
}
