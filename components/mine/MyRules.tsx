import { Icon } from '@/components/icons/Icon.tsx';
import { useReply } from '@/components/page/use-reply.ts';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { Host } from '@/components/ui/Host.tsx';

import { ruleSentences } from './rule-sentences.ts';

/** The rules in force, each as one sentence. */
export function MyRules() {
  const { text, language, band } = useServices();
  const { value } = useReply('policy.read');
  const policy = value?.policy ?? null;
  const profile = policy?.children.find(({ id }) => id === policy.activeChild);
  if (value === null || profile === undefined) return null;
  return (
    <Card heading={text('mineRules')} icon="book">
      <p class="soft">{text(value.source === 'managed' ? 'mineRulesSchool' : 'mineRulesFamily')}</p>
      <ul class="sentences">
        {ruleSentences(profile, { text, language, band }).map(({ icon, words }) => (
          <li key={words} class="sentence">
            <Icon name={icon} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
      <Lists allowed={profile.filter.allowlist} closed={profile.filter.blocklist} />
    </Card>
  );
}

function Lists({ allowed, closed }: { allowed: readonly string[]; closed: readonly string[] }) {
  const { text } = useServices();
  return (
    <>
      {closed.length > 0 && <List name={text('mineClosedList')} patterns={closed} />}
      {allowed.length > 0 && <List name={text('mineOpenList')} patterns={allowed} />}
    </>
  );
}

const shown = 100;

function List({ name, patterns }: { name: string; patterns: readonly string[] }) {
  return (
    <details class="help-more">
      <summary>{`${name} (${patterns.length})`}</summary>
      <ul class="patterns">
        {patterns.slice(0, shown).map((pattern) => (
          <li key={pattern}>
            <Host name={pattern} />
          </li>
        ))}
      </ul>
    </details>
  );
}
