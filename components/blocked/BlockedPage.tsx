import './blocked.css';
import { HelpButton } from '@/components/help/HelpButton.tsx';
import { ReportCard } from '@/components/report/ReportCard.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Screen } from '@/components/ui/Screen.tsx';
import type { Explanation } from '@/rules/messages/replies.ts';
import { isTimeReason } from '@/rules/policy/verdict.ts';

import type { PageAddress } from './address.ts';
import { Closed } from './Closed.tsx';
import { Hero } from './Hero.tsx';
import { TimeUp } from './TimeUp.tsx';
import { useExplanation } from './use-explanation.ts';

/** Stands in a closed page's place: why, who decided, what to do next, and help. null: no page can be named. */
export function BlockedPage({ address }: { address: PageAddress | null }) {
  return address === null ? <Unreadable /> : <Explained key={address.url} address={address} />;
}

function Explained({ address }: { address: PageAddress }) {
  const [explained, refresh] = useExplanation(address.url);
  if (explained.kind === 'silent') return <Silent onRetry={() => void refresh()} />;
  const explanation = explained.kind === 'told' ? explained.explanation : null;
  const isTime = explanation !== null && isTimeReason(explanation.verdict.reason);
  return (
    <Screen
      surface={isTime ? 'time-up' : 'blocked'}
      help={<HelpButton report={<ReportCard url={address.url} />} />}
    >
      {explanation && <Told explanation={explanation} isTime={isTime} refresh={refresh} />}
    </Screen>
  );
}

type ToldProps = {
  readonly explanation: Explanation;
  readonly isTime: boolean;
  readonly refresh: () => Promise<void>;
};

const Told = ({ explanation, isTime, refresh }: ToldProps) =>
  isTime ? (
    <TimeUp explanation={explanation} refresh={refresh} />
  ) : (
    <Closed explanation={explanation} refresh={refresh} />
  );

function Unreadable() {
  const { text, goBack } = useServices();
  return (
    <Screen surface="blocked" help={<HelpButton />}>
      <div class="stack-loose">
        <Hero
          scene="fork"
          heading={text('closedUnreadableHeading')}
          body={text('closedUnreadableBody')}
        />
        <div class="row blocked-actions">
          <Button kind="main" icon="back" onPress={goBack}>
            {text('goBack')}
          </Button>
        </div>
      </div>
    </Screen>
  );
}

/** The background did not answer: closed all the same, and said so. */
function Silent({ onRetry }: { onRetry: () => void }) {
  const { text, goBack } = useServices();
  return (
    <Screen surface="blocked" help={<HelpButton />}>
      <div class="stack-loose">
        <Hero scene="gate" heading={text('closedSilentHeading')} body={text('closedSilentBody')} />
        <div class="row blocked-actions">
          <Button kind="main" icon="back" onPress={goBack}>
            {text('goBack')}
          </Button>
          <Button icon="refresh" onPress={onRetry}>
            {text('tryAgain')}
          </Button>
        </div>
      </div>
    </Screen>
  );
}
