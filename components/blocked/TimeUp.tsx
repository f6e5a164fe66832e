import { whenWords } from '@/components/page/when.ts';
import { ReportCard } from '@/components/report/ReportCard.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import type { Explanation } from '@/rules/messages/replies.ts';

import { AskPanel } from './AskPanel.tsx';
import { Facts } from './Facts.tsx';
import { Hero } from './Hero.tsx';
import { situationOf, valuesOf } from './situation.ts';

export type TimeUpProps = {
  readonly explanation: Explanation;
  readonly refresh: () => Promise<void>;
};

/** Today's time is over, or it is a quiet time: what happened, when it opens again, and what else there is to do. */
export function TimeUp({ explanation, refresh }: TimeUpProps) {
  const services = useServices();
  const { text, goBack } = services;
  const situation = situationOf(explanation);
  const { reason, until } = explanation.verdict;
  const values = valuesOf(reason, text);
  const opens =
    until === null ? text('timeEnds') : text('timeOpens', { when: whenWords(services, until) });
  return (
    <div class="stack-loose">
      <Hero
        scene={situation.scene}
        heading={text(`${situation.words}Heading`, values)}
        body={opens}
      />
      <AskPanel explanation={explanation} refresh={refresh}>
        <Button kind="main" icon="back" onPress={goBack}>
          {text('goBack')}
        </Button>
      </AskPanel>
      {reason.kind === 'quota' && <Ideas />}
      <Facts explanation={explanation} rule={text(situation.rule, values)} />
      <ReportCard url={explanation.url}>
        <LinkButton kind="plain" icon="book" href="/mine.html">
          {text('seeMyRules')}
        </LinkButton>
      </ReportCard>
    </div>
  );
}

const ideas = ['Draw', 'Outside', 'Book', 'Cook', 'Game', 'Talk', 'Build', 'Music'] as const;
const shown = 3;
const dayMs = 86_400_000;

/** Other ones each day, the same ones all day. */
function Ideas() {
  const { text, now } = useServices();
  const first = Math.floor(now() / dayMs) * shown;
  return (
    <Card heading={text('ideasHeading')} icon="sun">
      <ul class="ideas">
        {Array.from({ length: shown }, (_, index) => ideas[(first + index) % ideas.length]).map(
          (idea) => (
            <li key={idea}>{text(`idea${idea ?? ''}`)}</li>
          ),
        )}
      </ul>
    </Card>
  );
}
