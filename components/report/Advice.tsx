import { HelpLine } from '@/components/help/HelpLine.tsx';
import { useHelp } from '@/components/help/use-help.ts';
import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import type { ReportTopic } from '@/rules/messages/contract.ts';

/** Topics where a voice matters more than a form. */
const heavy: ReadonlySet<ReportTopic> = new Set(['grooming', 'sextortion', 'self-harm', 'csam']);

/** What a topic calls for, said as soon as it is chosen: what not to do, and somebody to talk to. */
export function Advice({ topic }: { topic: ReportTopic | null }) {
  const { text, band } = useServices();
  const help = useHelp();
  if (topic === null || !heavy.has(topic)) return null;
  // The youngest have a picture for it.
  const line = band === '5-8' ? undefined : help?.lines[0];
  return (
    <>
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
      {line !== undefined && (
        <div class="stack-tight">
          <h3>{text('talkHeading')}</h3>
          <HelpLine resource={line} />
          <p class="soft small">{text('talkLimits')}</p>
        </div>
      )}
    </>
  );
}
