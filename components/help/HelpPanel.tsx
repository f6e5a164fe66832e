import './help.css';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

import { Scene } from '@/components/scenes/Scene.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ReadAloud } from '@/components/ui/ReadAloud.tsx';
import type { Help } from '@/rules/help/choose.ts';

import { AudienceChoice } from './AudienceChoice.tsx';
import { Danger } from './Danger.tsx';
import type { Audience } from './guide-topics.ts';
import { GuideSheet } from './GuideSheet.tsx';
import { HelpLines } from './HelpLines.tsx';
import { LeaveRow } from './LeaveRow.tsx';
import { Topics } from './Topics.tsx';
import { useGuideWords } from './use-guide-words.ts';
import { useHelp } from './use-help.ts';
import { useTopic, type TopicPlace } from './use-topic.ts';
import { YoungTopics } from './YoungTopics.tsx';

export type HelpPanelProps = {
  /** false: what it stands in has the heading. */
  readonly heading?: boolean;
  /** Reports the page that the panel stands beside. */
  readonly report?: ComponentChildren;
};

/** Who helps, what to do, and a way to leave fast. Shown in place: nothing is added to the history. */
export function HelpPanel({ heading = true, report }: HelpPanelProps) {
  const { text } = useServices();
  const help = useHelp();
  const place = useTopic();
  const [audience, setAudience] = useState<Audience>('parent');
  const id = useId();
  return (
    <section class="help stack" data-saathi="help" aria-labelledby={id}>
      {place.topic === null ? (
        <Overview id={id} heading={heading} help={help}>
          <TopicList place={place} audience={audience} onAudience={setAudience} />
        </Overview>
      ) : (
        <div class="stack" ref={place.place} tabIndex={-1}>
          <h2 id={id} class="visually-hidden">
            {text('helpHeading')}
          </h2>
          <div class="row no-print">
            <Button kind="plain" icon="back" onPress={place.close}>
              {text('helpBack')}
            </Button>
          </div>
          <GuideSheet topic={place.topic} audience={audience} help={help} report={report} />
        </div>
      )}
      <p class="soft">{text('helpNobodySees')}</p>
      <LeaveRow />
    </section>
  );
}

type OverviewProps = {
  readonly id: string;
  readonly heading: boolean;
  readonly help: Help | null;
  /** The topics: before the lines for those who can not read yet, after them for all others. */
  readonly children: ComponentChildren;
};

function Overview({ id, heading, help, children }: OverviewProps) {
  const { text, band } = useServices();
  const young = band === '5-8';
  return (
    <>
      {young && <Scene name="hand" size="small" />}
      <h2 id={id} class={heading ? undefined : 'visually-hidden'}>
        {text('helpHeading')}
      </h2>
      <p class="lead">{text('helpReassurance')}</p>
      <div class="row">
        <ReadAloud words={`${text('helpHeading')} ${text('helpReassurance')}`} />
      </div>
      {help && <Danger resource={help.emergency} />}
      {young && children}
      {help && <HelpLines lines={help.lines} />}
      {!young && children}
      <TrustedAdult />
      <Steps />
    </>
  );
}

type TopicListProps = {
  readonly place: TopicPlace;
  readonly audience: Audience;
  readonly onAudience: (audience: Audience) => void;
};

function TopicList({ place, audience, onAudience }: TopicListProps) {
  const { band } = useServices();
  const words = useGuideWords();
  if (words === null) return <div aria-busy="true" />;
  const List = band === '5-8' ? YoungTopics : Topics;
  return (
    <div class="stack-tight">
      <h3>{words('guidesHeading')}</h3>
      {band === null && <AudienceChoice audience={audience} onChange={onAudience} words={words} />}
      <List words={words} onOpen={place.open} last={place.last} />
    </div>
  );
}

function TrustedAdult() {
  const { text } = useServices();
  return (
    <div class="stack-tight">
      <h3>{text('adultHeading')}</h3>
      <p>{text('adultWhat')}</p>
      <p class="soft">{text('adultStart')}</p>
      <p class="help-say">{text('adultSay')}</p>
    </div>
  );
}

const steps = ['stepOne', 'stepTwo', 'stepThree'] as const;

function Steps() {
  const { text } = useServices();
  return (
    <details class="help-more">
      <summary>{text('stepsHeading')}</summary>
      <ol class="help-steps">
        {steps.map((step) => (
          <li key={step}>{text(step)}</li>
        ))}
      </ol>
    </details>
  );
}
