import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { Danger } from '@/components/help/Danger.tsx';
import { HelpLines } from '@/components/help/HelpLines.tsx';
import { useHelp } from '@/components/help/use-help.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { ReportTopic } from '@/rules/messages/contract.ts';

/** Topics where a voice matters more than a form. */
const heavy: ReadonlySet<ReportTopic> = new Set(['grooming', 'sextortion', 'self-harm', 'csam']);

/** "I need help now" is always one press away; what a topic calls for is said with it. */
export function Support({
  topic,
  children,
}: {
  topic: ReportTopic | null;
  children: ComponentChildren;
}) {
  const { text } = useServices();
  const help = useHelp();
  const [now, setNow] = useState(false);
  return (
    <>
      <div class="row">
        <Button icon="phone" expanded={now} onPress={() => setNow(!now)}>
          {text('dangerHeading')}
        </Button>
        {children}
      </div>
      {now && help && <Danger resource={help.emergency} />}
      {topic === 'csam' && (
        <Notice tone="care" icon="eye-off" live>
          <p class="strong">{text('reportNoScreenshot')}</p>
        </Notice>
      )}
      {topic === 'sextortion' && (
        <Notice tone="care" live>
          <p class="strong">{text('reportBlackmail')}</p>
          <p>{text('reportOwnPicture')}</p>
        </Notice>
      )}
      {help && (now || (topic !== null && heavy.has(topic))) && <HelpLines lines={help.lines} />}
    </>
  );
}
