import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { More } from '@/components/ui/More.tsx';
import type { HelpTopic } from '@/rules/help/topics.ts';

import { TopicGuide } from './TopicGuide.tsx';

/** "What you can do", folded: for places that speak of something else, such as a report. */
export function TopicGuideMore({ topic }: { topic: HelpTopic }) {
  const { text } = useServices();
  const [opened, setOpened] = useState(false);
  return (
    <More label={text('stepsHeading')} onOpen={() => setOpened(true)}>
      {opened && <TopicGuide topic={topic} />}
    </More>
  );
}
