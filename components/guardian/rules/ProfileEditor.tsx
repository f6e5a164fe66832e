import './rules.css';
import { useServices } from '@/components/services.ts';
import type { ChildProfile, Filter } from '@/rules/policy/schema.ts';

import type { ListsDesk } from '../lists/lists-desk.ts';
import { TimeFolds } from '../time/TimeFolds.tsx';
import { CategoryEditor } from './CategoryEditor.tsx';
import { Fold } from './Fold.tsx';
import { HelpsEditor } from './HelpsEditor.tsx';
import { PrivateWordsEditor } from './PrivateWordsEditor.tsx';
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
  const { filter } = profile;
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
      <Fold icon="heart" heading={text('helpsHeading')}>
        <HelpsEditor profile={profile} onChange={onChange} disabled={disabled} />
      </Fold>
      <Fold
        icon="secret"
        heading={text('privateWords')}
        count={profile.privateWords?.hashes.length ?? 0}
      >
        <PrivateWordsEditor profile={profile} onChange={onChange} disabled={disabled} />
      </Fold>
      <TimeFolds
        profile={profile}
        onChange={onChange}
        disabled={disabled}
        isSetUp={lists !== null}
      />
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
