import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

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
  // The focus alone does not scroll to the top of what is taller than the window: danger stands there.
  useEffect(() => {
    if (topic !== null) place.current?.scrollIntoView({ block: 'start' });
  }, [topic, place]);
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
