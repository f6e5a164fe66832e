import './guides.css';
import { useEffect, useRef, useState } from 'preact/hooks';

import { Icon } from '@/components/icons/Icon.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ReadAloud } from '@/components/ui/ReadAloud.tsx';
import { helpTopics } from '@/rules/help/topics.ts';

import { topicIcons } from './guide-topics.ts';
import type { TopicsProps } from './Topics.tsx';

/** For those who can not read a list: one picture, two answers. */
export function YoungTopics({ words, onOpen, last }: TopicsProps) {
  const { text } = useServices();
  const [at, setAt] = useState(() => (last === null ? 0 : helpTopics.indexOf(last)));
  const answers = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (last !== null) answers.current?.querySelector('button')?.focus();
  }, [last]);
  const topic = helpTopics[at];
  const name = topic && words(`guideName-${topic}`);
  const question = name === undefined ? words('guideNone') : `${name}. ${words('guideIsIt')}`;
  return (
    <div class="guide-young">
      <div class="stack-tight" aria-live="polite">
        {topic ? (
          <>
            <span class="guide-picture guide-picture-big">
              <Icon name={topicIcons[topic]} size="big" />
            </span>
            <p class="lead strong">{name}</p>
            <p>{words('guideIsIt')}</p>
          </>
        ) : (
          <p class="lead strong">{words('guideNone')}</p>
        )}
      </div>
      <div class="guide-answers" ref={answers}>
        {topic && (
          <Button icon="check" onPress={() => onOpen(topic)}>
            {text('yes')}
          </Button>
        )}
        <Button key="next" icon={topic ? 'next' : 'undo'} onPress={() => setAt(topic ? at + 1 : 0)}>
          {words(topic ? 'guideIsNot' : 'guideAgain')}
        </Button>
      </div>
      <ReadAloud words={question} />
    </div>
  );
}
