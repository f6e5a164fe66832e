// The first wall's rules for the policy and the hour in force.
import { parseAddress } from '@/rules/hosts/address.ts';
import { decide } from '@/rules/policy/decide.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { compileRuleset, type TimeClosures } from '@/rules/rulesets/compile.ts';
import type { Rule } from '@/rules/rulesets/rule.ts';

import type { Loaded } from './situation.ts';

export function compileRules(loaded: Loaded, time: TimeClosures): Rule[] {
  const { situation, profile, allowlist, blocklist, helpHosts } = loaded;
  return compileRuleset({
    profile,
    allowlist,
    blocklist,
    lookup: situation.lookup,
    helpHosts,
    overrides: situation.overrides,
    time,
    isClosed: (example) => {
      const address = parseAddress(example);
      if (address === null) return true;
      // By its address alone: a closed hour has its own rules, above these.
      const anyHour = { ...situation, profile: { ...profile, quietTimes: [], quotas: [] } };
      return closesPage(decide(anyHour, { address, embedder: null, signals: [] }));
    },
  });
}
