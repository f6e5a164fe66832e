// The first wall. Compares before it changes: an update that changes nothing costs nothing.
import { browser, type Browser } from 'wxt/browser';

import { lastRuleId } from '@/rules/rulesets/ids.ts';
import type { Rule } from '@/rules/rulesets/rule.ts';

export type Dnr = {
  /**
   * Makes the browser's rules equal to `rules`, in one atomic update, but for those that `isKept`, which stay as they
   * stand. Returns how many changed.
   */
  readonly replaceDynamic: (
    rules: readonly Rule[],
    isKept?: (id: number) => boolean,
  ) => Promise<number>;
};

export const dnr: Dnr = {
  async replaceDynamic(rules, isKept = () => false) {
    // Names by the hundred thousand are not fetched only to be left alone.
    const ruleIds = Array.from({ length: lastRuleId }, (_, at) => at + 1).filter(
      (id) => !isKept(id),
    );
    const standing = await browser.declarativeNetRequest.getDynamicRules({ ruleIds });
    const present = new Map(
      standing.filter(({ id }) => !isKept(id)).map((rule) => [rule.id, rule]),
    );
    const isNew = (rule: Rule): boolean => {
      const old = present.get(rule.id);
      return old === undefined || !isSame(old, rule);
    };
    const differing = rules.filter(isNew);
    const unfit = await unfitAmong(differing);
    const changed = differing.filter((rule) => !unfit.has(rule));
    const wanted = new Set(rules.filter((rule) => !unfit.has(rule)).map(({ id }) => id));
    const removeRuleIds = [
      ...[...present.keys()].filter((id) => !wanted.has(id)),
      ...changed.map(({ id }) => id).filter((id) => present.has(id)),
    ];
    if (changed.length === 0 && removeRuleIds.length === 0) return 0;
    await browser.declarativeNetRequest.updateDynamicRules({
      removeRuleIds,
      addRules: changed as unknown as Browser.declarativeNetRequest.Rule[],
    });
    return changed.length + removeRuleIds.length;
  },
};

/** One expression that the browser can not compile would have it refuse every rule; the second wall stands in for it. */
async function unfitAmong(rules: readonly Rule[]): Promise<ReadonlySet<Rule>> {
  const unfit = new Set<Rule>();
  await Promise.all(
    rules.map(async (rule) => {
      const { regexFilter: regex, isUrlFilterCaseSensitive: isCaseSensitive = false } =
        rule.condition;
      if (regex === undefined) return;
      const asked = await browser.declarativeNetRequest.isRegexSupported({
        regex,
        isCaseSensitive,
      });
      if (!asked.isSupported) unfit.add(rule);
    }),
  );
  return unfit;
}

type Written = Omit<Rule, 'condition'> & {
  readonly condition: Partial<Rule['condition']>;
};

/** The names apart from the rest: a hundred thousand of them are compared in a blink, but not made into a text. */
function isSame(standing: unknown, rule: Rule): boolean {
  const { condition, ...rest } = standing as Written;
  const { requestDomains, ...others } = condition;
  const { requestDomains: names = [], ...wanted } = rule.condition;
  // Firefox says null for what a rule does not name.
  const held = requestDomains ?? [];
  return (
    names.length === held.length &&
    names.every((name, index) => name === held[index]) &&
    written({ ...rest, condition: others }) === written({ ...rule, condition: wanted })
  );
}

/** A rule as text. The browser may reorder keys and add empty ones; what counts is what we wrote. */
const written = (rule: unknown): string =>
  JSON.stringify(rule, (_, value: unknown) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value))
      return value ?? undefined;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, held]) => held !== null && held !== undefined)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
