import './guides.css';
import { useEffect, useRef } from 'preact/hooks';

import { Icon } from '@/components/icons/Icon.tsx';
import type { Services } from '@/components/services.ts';
import { helpTopics, type HelpTopic } from '@/rules/help/topics.ts';

import { topicIcons } from './guide-topics.ts';

export type TopicsProps = {
  readonly words: Services['text'];
  readonly onOpen: (topic: HelpTopic) => void;
  /** The topic somebody comes back from: its button has the focus again. */
  readonly last: HelpTopic | null;
};

/** All topics, each a button with its picture. */
export function Topics({ words, onOpen, last }: TopicsProps) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <ul class="guide-topics">
      {helpTopics.map((topic) => (
        <li key={topic}>
          <button
            type="button"
            class="guide-topic"
            {...(topic === last && { ref: back })}
            onClick={() => onOpen(topic)}
          >
            <Icon name={topicIcons[topic]} size="big" />
            <span>{words(`guideName-${topic}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
