import { useEffect, useState } from 'preact/hooks';

import { useRuleWords } from '@/components/blocked/rule-words.ts';
import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';
import { usePageState } from '@/components/page/page-state.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices, type Services } from '@/components/services.ts';
import { Host } from '@/components/ui/Host.tsx';
import type { Explanation } from '@/rules/messages/replies.ts';
import type { Verdict } from '@/rules/policy/verdict.ts';

/** How the page in this tab stands; always says that Saathi is on. */
export function TabStatus({ address }: { address: string | null }) {
  const { text, ask } = useServices();
  const { state } = usePageState();
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  useEffect(() => {
    if (address === null || !/^https?:/.test(address)) return;
    void ask('visit.explain', { url: address }).then((answered) => {
      if (answered.ok) setExplanation(answered.value);
    });
  }, [ask, address]);
  const nickname = state?.child?.nickname ?? '';
  return (
    <div class="tab-status">
      <h2 class="popup-heading">
        <Icon name="shield-check" />
        <span>{nickname === '' ? text('popupOn') : text('popupOnFor', { nickname })}</span>
      </h2>
      {explanation && <PageLine explanation={explanation} />}
    </div>
  );
}

function PageLine({ explanation }: { explanation: Explanation }) {
  const services = useServices();
  const { icon, words } = lineOf(explanation.verdict, services);
  const ruleWords = useRuleWords();
  const isListed = explanation.verdict.action !== 'allow' && explanation.matched.length > 0;
  return (
    <p class="tab-line">
      <Icon name={icon} />
      <span>
        <Host name={explanation.host} strong />
        <span class="tab-words">{words}</span>
        {isListed && <span class="tab-words soft small">{ruleWords(explanation)}</span>}
      </span>
    </p>
  );
}

function lineOf(
  { action, reason }: Verdict,
  services: Services,
): { readonly icon: IconName; readonly words: string } {
  const { text } = services;
  if (reason.kind === 'override') {
    return {
      icon: 'unlock',
      words: text('tabAllowedUntil', { when: whenWords(services, reason.expiresAt) }),
    };
  }
  if (reason.kind === 'help') return { icon: 'help', words: text('tabHelp') };
  if (action === 'allow') return { icon: 'check', words: text('tabOpen') };
  if (action === 'warn') return { icon: 'info', words: text('tabWarn') };
  return { icon: 'door', words: text(action === 'ask' ? 'tabAsk' : 'tabClosed') };
}
