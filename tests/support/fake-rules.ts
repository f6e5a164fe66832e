// The browsers' dynamic rules, as far as they refuse things: one rule that does not fit refuses the whole update.
import type { Rule } from '@/rules/rulesets/rule.ts';

export type FakeRules = {
  readonly rules: () => readonly Rule[];
  /** Every update that was taken, as the ids it added and removed. */
  readonly updates: { readonly added: number[]; readonly removed: number[] }[];
  readonly getDynamicRules: () => Promise<Rule[]>;
  readonly updateDynamicRules: (change: {
    removeRuleIds?: number[];
    addRules?: Rule[];
  }) => Promise<void>;
  readonly isRegexSupported: (options: { regex: string }) => Promise<{ isSupported: boolean }>;
};

/** Firefox's limits, the lower ones of the two. */
const most = { rules: 5000, regexRules: 1000, regexLength: 1500 };

export function createFakeRules(): FakeRules {
  let present = new Map<number, Rule>();
  const updates: FakeRules['updates'] = [];
  return {
    rules: () => [...present.values()],
    updates,
    getDynamicRules: async () => [...present.values()].map(asFirefoxTells),
    isRegexSupported: async ({ regex }) => ({ isSupported: isSupported(regex) }),
    async updateDynamicRules({ removeRuleIds = [], addRules = [] }) {
      const next = new Map([...present].filter(([id]) => !removeRuleIds.includes(id)));
      for (const rule of structuredClone(addRules)) {
        if (next.has(rule.id))
          throw new Error(`Rule with id ${rule.id} does not have a unique ID.`);
        refuseUnfit(rule);
        next.set(rule.id, rule);
      }
      const regexRules = [...next.values()].filter(({ condition }) => condition.regexFilter);
      if (next.size > most.rules) throw new Error('Dynamic rule count exceeded.');
      if (regexRules.length > most.regexRules) throw new Error('Regex rule count exceeded.');
      present = next;
      updates.push({ added: addRules.map(({ id }) => id), removed: [...removeRuleIds] });
    },
  };
}

/** Firefox names every part of a condition, with null for what was not said. */
function asFirefoxTells(rule: Rule): Rule {
  const unsaid = { requestDomains: null, regexFilter: null, urlFilter: null, domainType: null };
  return structuredClone({ ...rule, condition: { ...unsaid, ...rule.condition } }) as Rule;
}

function refuseUnfit({ id, priority, condition }: Rule): void {
  const { requestDomains, regexFilter } = condition;
  const refuse = (why: string) => {
    throw new Error(`Rule with id ${id} ${why}`);
  };
  if (!Number.isInteger(id) || id < 1) refuse('has no valid id');
  if (!Number.isInteger(priority) || priority < 1) refuse('has no valid priority');
  if (requestDomains?.length === 0) refuse('has an empty list for "requestDomains"');
  if (requestDomains?.some((domain) => !/^[\x21-\x40\x5b-\x7e]+$/.test(domain)) === true)
    refuse('has non-ascii or upper-case "requestDomains"');
  if (regexFilter !== undefined && !isSupported(regexFilter))
    refuse('has a "regexFilter" that does not compile or exceeds the memory limit');
}

/** RE2 has neither look-around nor back-references, and a limit for what it compiles to. */
function isSupported(regex: string): boolean {
  if (/\(\?[=!<]|\\[1-9]/.test(regex) || /[^\x20-\x7e]/.test(regex)) return false;
  try {
    return new RegExp(regex).source.length <= most.regexLength;
  } catch {
    return false; // no regular expression at all
  }
}
