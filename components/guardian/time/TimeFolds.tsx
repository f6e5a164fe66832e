import { useServices } from '@/components/services.ts';
import type { ChildProfile, HostSet, RuleSet } from '@/rules/policy/schema.ts';

import { Fold } from '../rules/Fold.tsx';
import { QuietTimesEditor } from '../rules/QuietTimesEditor.tsx';
import { QuotasEditor } from '../rules/QuotasEditor.tsx';
import { HostSetsContext } from '../rules/scope-words.ts';
import { HostSetsEditor } from './HostSetsEditor.tsx';
import { TimeRulesContext, useRules, useTimeRules } from './rules-context.ts';
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
export function TimeFolds(props: TimeFoldsProps) {
  const { profile, isSetUp } = props;
  const rules = useTimeRules(profile);
  return (
    <HostSetsContext.Provider value={profile.hostSets ?? noSets}>
      <TimeRulesContext.Provider value={rules}>
        <OrdinaryFolds {...props} />
        {isSetUp && <SetFolds {...props} />}
      </TimeRulesContext.Provider>
    </HostSetsContext.Provider>
  );
}

function OrdinaryFolds({ profile, onChange, disabled }: TimeFoldsProps) {
  const { text } = useServices();
  const needsCare = useCare();
  const { quietTimes, quotas } = profile;
  return (
    <>
      <Fold
        icon="moon"
        heading={text('rulesQuiet')}
        count={quietTimes.length}
        care={needsCare(quietTimes)}
      >
        <QuietTimesEditor
          quietTimes={quietTimes}
          set={null}
          disabled={disabled}
          onChange={(changed) => onChange({ ...profile, quietTimes: changed })}
        />
      </Fold>
      <Fold
        icon="hourglass"
        heading={text('rulesQuotas')}
        count={quotas.length}
        care={needsCare(quotas)}
      >
        <QuotasEditor
          quotas={quotas}
          set={null}
          disabled={disabled}
          onChange={(changed) => onChange({ ...profile, quotas: changed })}
        />
      </Fold>
    </>
  );
}

function SetFolds({ profile, onChange, disabled }: TimeFoldsProps) {
  const { text } = useServices();
  const needsCare = useCare();
  const { ruleSets = [], hostSets = [] } = profile;
  const inSets = ruleSets.flatMap((set) => [set, ...set.quietTimes, ...set.quotas]);
  return (
    <>
      <Fold
        icon="calendar"
        heading={text('setsHeading')}
        count={ruleSets.length}
        care={needsCare(inSets)}
      >
        <RuleSetsEditor
          disabled={disabled}
          onChange={(changed) => onChange(withSets(profile, { ruleSets: changed }))}
        />
      </Fold>
      <Fold
        icon="school"
        heading={text('sitesHeading')}
        count={hostSets.length}
        care={needsCare(hostSets)}
      >
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
  );
}

/** Whether one of these keeps the rules from being saved. */
function useCare(): (rules: readonly { readonly id: string }[]) => boolean {
  const { problems } = useRules();
  return (rules) => rules.some(({ id }) => problems.some((problem) => problem.id === id));
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
