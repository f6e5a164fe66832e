import './rules.css';
import type { ComponentChildren } from 'preact';

import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';
import { useServices } from '@/components/services.ts';
import type { ChildProfile, Filter } from '@/rules/policy/schema.ts';

import type { ListsDesk } from '../lists/lists-desk.ts';
import { CategoryEditor } from './CategoryEditor.tsx';
import { QuietTimesEditor } from './QuietTimesEditor.tsx';
import { QuotasEditor } from './QuotasEditor.tsx';
import { SafetyEditor } from './SafetyEditor.tsx';
import { SitesEditor } from './SitesEditor.tsx';
import { WordsEditor } from './WordsEditor.tsx';

export type ProfileEditorProps = {
  readonly profile: ChildProfile;
  readonly onChange: (profile: ChildProfile) => void;
  /** null: before set-up there are no lists to choose. */
  readonly lists: ListsDesk | null;
  readonly disabled?: boolean;
};

/** All rules of one child, each kind behind its own line so that a screen holds one thought. */
export function ProfileEditor({ profile, onChange, lists, disabled = false }: ProfileEditorProps) {
  const { text } = useServices();
  const { filter, quietTimes, quotas } = profile;
  const filterProps = {
    filter,
    disabled,
    onChange: (changed: Filter) => onChange({ ...profile, filter: changed }),
  };
  return (
    <div class="stack folds">
      <Fold icon="list" heading={text('rulesTopics')}>
        <CategoryEditor {...filterProps} lists={lists} />
      </Fold>
      <Fold icon="shield" heading={text('rulesSafety')}>
        <SafetyEditor {...filterProps} />
      </Fold>
      <Fold icon="moon" heading={text('rulesQuiet')} count={quietTimes.length}>
        <QuietTimesEditor
          quietTimes={quietTimes}
          disabled={disabled}
          onChange={(changed) => onChange({ ...profile, quietTimes: changed })}
        />
      </Fold>
      <Fold icon="hourglass" heading={text('rulesQuotas')} count={quotas.length}>
        <QuotasEditor
          quotas={quotas}
          disabled={disabled}
          onChange={(changed) => onChange({ ...profile, quotas: changed })}
        />
      </Fold>
      <Fold icon="check" heading={text('rulesAllowlist')} count={filter.allowlist.length}>
        <SitesEditor {...filterProps} list="allowlist" />
      </Fold>
      <Fold icon="lock" heading={text('rulesBlocklist')} count={filter.blocklist.length}>
        <SitesEditor {...filterProps} list="blocklist" />
      </Fold>
      <Fold icon="search" heading={text('rulesWords')} count={filter.words?.length ?? 0}>
        <WordsEditor {...filterProps} />
      </Fold>
    </div>
  );
}

type FoldProps = {
  readonly icon: IconName;
  readonly heading: string;
  readonly count?: number;
  readonly children: ComponentChildren;
};

function Fold({ icon, heading, count, children }: FoldProps) {
  const { language } = useServices();
  return (
    <details class="fold">
      <summary>
        <Icon name={icon} />
        <h2 class="fold-heading">{heading}</h2>
        {count !== undefined && (
          <span class="fold-count">{new Intl.NumberFormat(language).format(count)}</span>
        )}
        <Icon name="chevron" />
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
