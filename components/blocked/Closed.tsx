import { HelpPanel } from '@/components/help/HelpPanel.tsx';
import { ReportCard } from '@/components/report/ReportCard.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import type { Explanation } from '@/rules/messages/replies.ts';

import { AskPanel } from './AskPanel.tsx';
import { Facts } from './Facts.tsx';
import { Hero } from './Hero.tsx';
import { useRuleWords } from './rule-words.ts';
import { situationOf, valuesOf } from './situation.ts';

export type ClosedProps = {
  readonly explanation: Explanation;
  readonly refresh: () => Promise<void>;
};

/** A page that a rule closes. There is no way to go on from here without a grown-up. */
export function Closed({ explanation, refresh }: ClosedProps) {
  const { text, goBack } = useServices();
  const situation = situationOf(explanation);
  const ruleWords = useRuleWords();
  const { reason } = explanation.verdict;
  const values = valuesOf(reason, text);
  return (
    <div class="stack-loose">
      <Hero
        scene={situation.scene}
        heading={text(`${situation.words}Heading`, values)}
        body={text(`${situation.words}Body`, values)}
      >
        {reason.kind === 'lookalike' && <Signs signs={reason.signs} values={values} />}
        {reason.kind === 'risk' && <Signs signs={reason.signs.slice(0, 3)} values={values} />}
      </Hero>
      <AskPanel explanation={explanation} refresh={refresh}>
        <Button kind="main" icon="back" onPress={goBack}>
          {text('goBack')}
        </Button>
      </AskPanel>
      {situation.helpFirst && (
        <Card>
          <HelpPanel report={<ReportCard url={explanation.url} />} />
        </Card>
      )}
      <Facts explanation={explanation} rule={ruleWords(explanation)} />
      <ReportCard url={explanation.url}>
        <LinkButton kind="plain" icon="book" href="/mine.html">
          {text('seeMyRules')}
        </LinkButton>
      </ReportCard>
    </div>
  );
}

type SignsProps = {
  readonly signs: readonly string[];
  readonly values: Readonly<Record<string, string>>;
};

function Signs({ signs, values }: SignsProps) {
  const { text } = useServices();
  return (
    <ul class="signs">
      {signs.map((sign) => (
        <li key={sign}>{text(sign, values)}</li>
      ))}
    </ul>
  );
}
