import { useServices } from '@/components/services.ts';
import type { ChildProfile, HostSet, RuleSet } from '@/rules/policy/schema.ts';

import { Fold } from '../rules/Fold.tsx';
import { QuietTimesEditor } from '../rules/QuietTimesEditor.tsx';
import { QuotasEditor } from '../rules/QuotasEditor.tsx';
import { HostSetsContext } from '../rules/scope-words.ts';
import { HostSetsEditor } from './HostSetsEditor.tsx';
import { TimeRulesContext, useTimeRules } from './rules-context.ts';
import { RuleSetsEditor } from './RuleSetsEditor.tsx';
import { TryIt } from './TryIt.tsx';

export type TimeFoldsProps = {
  readonly profile: ChildProfile;
  readonly onChange: (profile: ChildProfile) => void;
  readonly disabled: boolean;
  /** Before set-up the two rules that every family knows are enough. */
  readonly isSetUp: boolean;
};

const noSets: readonly HostSet[] = [];

/** The time rules: first what every family has, then what some need, last a way to see what it all comes to. */
export function TimeFolds({ profile, onChange, disabled, isSetUp }: TimeFoldsProps) {
  const { text } = useServices();
  const rules = useTimeRules(profile);
  const { quietTimes, quotas, ruleSets = [], hostSets = noSets } = profile;
  return (
    <HostSetsContext.Provider value={hostSets}>
      <TimeRulesContext.Provider value={rules}>
        <Fold icon="moon" heading={text('rulesQuiet')} count={quietTimes.length}>
          <QuietTimesEditor
            quietTimes={quietTimes}
            set={null}
            disabled={disabled}
            onChange={(changed) => onChange({ ...profile, quietTimes: changed })}
          />
        </Fold>
        <Fold icon="hourglass" heading={text('rulesQuotas')} count={quotas.length}>
          <QuotasEditor
            quotas={quotas}
            set={null}
            disabled={disabled}
            onChange={(changed) => onChange({ ...profile, quotas: changed })}
          />
        </Fold>
        {isSetUp && (
          <>
            <Fold icon="calendar" heading={text('setsHeading')} count={ruleSets.length}>
              <RuleSetsEditor
                disabled={disabled}
                onChange={(changed) => onChange(withSets(profile, { ruleSets: changed }))}
              />
            </Fold>
            <Fold icon="school" heading={text('sitesHeading')} count={hostSets.length}>
              <HostSetsEditor
                profile={profile}
                disabled={disabled}
                onChange={(changed) => onChange(withSets(profile, { hostSets: changed }))}
              />
            </Fold>
            <div class="try-fold">
              <Fold icon="search" heading={text('tryHeading')}>
                <TryIt />
              </Fold>
            </div>
          </>
        )}
      </TimeRulesContext.Provider>
    </HostSetsContext.Provider>
  );
}

/** An empty list of sets is none: the document stays as it was before the first. */
function withSets(
  profile: ChildProfile,
  changed: { readonly ruleSets?: RuleSet[]; readonly hostSets?: HostSet[] },
): ChildProfile {
  const { ruleSets, hostSets, ...rest } = { ...profile, ...changed };
  return {
    ...rest,
    ...(ruleSets !== undefined && ruleSets.length > 0 && { ruleSets }),
    ...(hostSets !== undefined && hostSets.length > 0 && { hostSets }),
  };
}
