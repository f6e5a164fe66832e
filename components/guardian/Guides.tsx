import { useState } from 'preact/hooks';

import { AudienceChoice } from '@/components/help/AudienceChoice.tsx';
import { Danger } from '@/components/help/Danger.tsx';
import type { Audience } from '@/components/help/guide-topics.ts';
import { GuideSheet } from '@/components/help/GuideSheet.tsx';
import { Topics } from '@/components/help/Topics.tsx';
import { useGuideWords } from '@/components/help/use-guide-words.ts';
import { useHelp } from '@/components/help/use-help.ts';
import { useQuickExit } from '@/components/help/use-quick-exit.ts';
import { useTopic } from '@/components/help/use-topic.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';

/** What a parent or a teacher does when something has happened. Open to read for anybody; says nothing of what a child read. */
export function Guides() {
  const { text } = useServices();
  const words = useGuideWords();
  const help = useHelp();
  const { topic, last, open, close, place } = useTopic();
  const [audience, setAudience] = useState<Audience>('parent');
  useQuickExit();
  if (words === null) return <p aria-busy="true" />;
  return (
    <div class="stack-loose" data-saathi="guides">
      <div class="stack-tight no-print">
        <h1>{words('guidesHeading')}</h1>
        {topic === null && <p class="soft">{words('guidesIntro')}</p>}
      </div>
      <div class="no-print">
        <AudienceChoice audience={audience} onChange={setAudience} words={words} />
      </div>
      <h2 class="visually-hidden">{text('helpHeading')}</h2>
      {topic === null ? (
        <>
          {help && <Danger resource={help.emergency} />}
          <Topics words={words} onOpen={open} last={last} />
          <p class="soft">{words('guidesPrivate')}</p>
        </>
      ) : (
        <div class="stack" ref={place} tabIndex={-1}>
          <div class="row no-print">
            <Button kind="plain" icon="back" onPress={close}>
              {words('guidesAll')}
            </Button>
          </div>
          <div class="card">
            <GuideSheet topic={topic} audience={audience} help={help} />
          </div>
        </div>
      )}
    </div>
  );
}
