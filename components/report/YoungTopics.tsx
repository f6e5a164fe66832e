import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { ReadAloud } from '@/components/ui/ReadAloud.tsx';
import type { ReportTopic } from '@/rules/messages/contract.ts';

import { topicPictures } from './topic-pictures.ts';

const atOnce = 2;

export type YoungTopicsProps = {
  readonly topic: ReportTopic | null;
  readonly onChoose: (topic: ReportTopic) => void;
};

/** Two pictures at a time, and a way to see two others: nobody of six reads ten. */
export function YoungTopics({ topic: known, onChoose }: YoungTopicsProps) {
  const { text } = useServices();
  const [topic, setTopic] = useState(known);
  const [first, setFirst] = useState(() => pairOf(known));
  const shown = topicPictures.slice(first, first + atOnce);
  const options = shown.map((picture) => ({
    ...picture,
    label: text(`topicReport-${picture.value}`),
  }));
  return (
    <div class="stack-tight young-topics">
      <Choices
        key={first}
        label={text('reportWhat')}
        look="pictures"
        options={options}
        value={topic}
        onChange={(chosen) => {
          setTopic(chosen);
          onChoose(chosen);
        }}
      />
      <div class="row">
        <Button icon="next" onPress={() => setFirst((first + atOnce) % topicPictures.length)}>
          {text('youngOther')}
        </Button>
        <ReadAloud words={options.map(({ label }) => label).join('. ')} />
      </div>
      <p class="soft">{text('reportUnsure')}</p>
    </div>
  );
}

function pairOf(topic: ReportTopic | null): number {
  const at = topicPictures.findIndex(({ value }) => value === topic);
  return at < 0 ? 0 : at - (at % atOnce);
}
