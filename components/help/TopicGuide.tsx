import './guides.css';
import { Icon } from '@/components/icons/Icon.tsx';
import { useServices, type Services } from '@/components/services.ts';
import { ReadAloud } from '@/components/ui/ReadAloud.tsx';
import type { HelpTopic } from '@/rules/help/topics.ts';
import type { AgeBand } from '@/rules/policy/schema.ts';

import { AdultGuide } from './AdultGuide.tsx';
import { stepPictures, stepsFor, topicIcons, type Audience } from './guide-topics.ts';
import { useGuideWords } from './use-guide-words.ts';

export type TopicGuideProps = {
  readonly topic: HelpTopic;
  /** Who reads it where no child does. */
  readonly audience?: Audience;
};

/** What to do about one thing: for a child in the words of the age, for an adult as parent or teacher. Asks nobody, keeps nothing. */
export function TopicGuide({ topic, audience = 'parent' }: TopicGuideProps) {
  const { band } = useServices();
  const words = useGuideWords();
  if (words === null) return <div class="guide" aria-busy="true" />;
  return (
    <div class="guide stack" data-guide={topic}>
      <h3 class="guide-heading">
        <span class="guide-picture">
          <Icon name={topicIcons[topic]} size="big" />
        </span>
        <span>{words(`guideName-${topic}`)}</span>
      </h3>
      {band === null ? (
        <AdultGuide topic={topic} audience={audience} words={words} />
      ) : (
        <ChildGuide topic={topic} band={band} words={words} />
      )}
    </div>
  );
}

type ChildGuideProps = {
  readonly topic: HelpTopic;
  readonly band: AgeBand;
  readonly words: Services['text'];
};

function ChildGuide({ topic, band, words }: ChildGuideProps) {
  const young = band === '5-8';
  const steps = stepsFor(band).map((step) => words(`guideStep-${topic}-${step}`));
  const say = words(`guideSay-${topic}`);
  const spoken = [
    `${words(`guideName-${topic}`)}.`,
    words('guideStart'),
    ...steps,
    words('guideSayHeading'),
    say,
  ];
  return (
    <>
      <p class="lead">{words('guideStart')}</p>
      <ol class={young ? 'guide-steps guide-steps-young' : 'guide-steps'}>
        {steps.map((step, index) => (
          <li key={step}>
            {young && <Icon name={stepPictures[topic][index] ?? 'check'} size="big" />}
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <div class="stack-tight">
        <p class="strong">{words('guideSayHeading')}</p>
        <p class="help-say">{say}</p>
      </div>
      <div class="row no-print">
        <ReadAloud words={spoken.join(' ')} everyone />
      </div>
    </>
  );
}
