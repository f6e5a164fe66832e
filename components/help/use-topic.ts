import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';

import { useFocusPlace } from '@/components/page/use-focus-place.ts';
import type { HelpTopic } from '@/rules/help/topics.ts';

export type TopicPlace = {
  readonly topic: HelpTopic | null;
  /** The one that was open before: its button takes the focus. */
  readonly last: HelpTopic | null;
  readonly open: (topic: HelpTopic) => void;
  readonly close: () => void;
  /** Of what shows the topic: it takes the focus when one opens. */
  readonly place: RefObject<HTMLDivElement | null>;
};

/** Which topic is open, in place: no address, no history, no message. */
export function useTopic(): TopicPlace {
  const [topic, setTopic] = useState<HelpTopic | null>(null);
  const [last, setLast] = useState<HelpTopic | null>(null);
  const { place, takeFocus } = useFocusPlace();
  return {
    topic,
    last,
    place,
    open: (next) => {
      setTopic(next);
      takeFocus();
    },
    close: () => {
      setLast(topic);
      setTopic(null);
    },
  };
}
