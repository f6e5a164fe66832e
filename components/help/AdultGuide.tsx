import type { ComponentChildren } from 'preact';

import type { Services } from '@/components/services.ts';
import { ReadAloud } from '@/components/ui/ReadAloud.tsx';
import type { HelpTopic } from '@/rules/help/topics.ts';

import { notLines, nowLines, type Audience } from './guide-topics.ts';

export type AdultGuideProps = {
  readonly topic: HelpTopic;
  readonly audience: Audience;
  readonly words: Services['text'];
};

/** What to do now, what not to do, whom to call, what to say. */
export function AdultGuide({ topic, audience, words }: AdultGuideProps) {
  const now = nowLines.map((line) => words(`${audience}Now-${topic}-${line}`));
  const not = notLines.map((line) => words(`${audience}Not-${topic}-${line}`));
  const who = words(`${audience}Who-${topic}`);
  const say = words(`${audience}Say-${topic}`);
  const spoken = [
    `${words(`guideName-${topic}`)}.`,
    `${words('guideNowHeading')}:`,
    ...now,
    `${words('guideNotHeading')}:`,
    ...not,
    `${words('guideWhoHeading')}:`,
    who,
    `${words('guideSayAdult')}:`,
    say,
  ];
  return (
    <>
      <Part heading={words('guideNowHeading')}>
        <ol class="guide-steps">
          {now.map((line) => (
            <li key={line}>
              <span>{line}</span>
            </li>
          ))}
        </ol>
      </Part>
      <Part heading={words('guideSayAdult')}>
        <p class="help-say">{say}</p>
      </Part>
      <Part heading={words('guideNotHeading')}>
        <ul class="guide-nots">
          {not.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Part>
      <Part heading={words('guideWhoHeading')}>
        <p>{who}</p>
      </Part>
      <div class="row no-print">
        <ReadAloud words={spoken.join(' ')} everyone />
      </div>
    </>
  );
}

function Part({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <div class="stack-tight">
      <h4>{heading}</h4>
      {children}
    </div>
  );
}
