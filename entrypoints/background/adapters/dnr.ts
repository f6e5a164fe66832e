// The first wall. Compares before it changes: an update that changes nothing costs nothing.
import { browser, type Browser } from 'wxt/browser';

import type { Rule } from '@/rules/rulesets/rule.ts';

export type Dnr = {
  /** Makes the browser's rules equal to `rules`, in one atomic update. Returns how many changed. */
  readonly replaceDynamic: (rules: readonly Rule[]) => Promise<number>;
};

export const dnr: Dnr = {
  async replaceDynamic(rules) {
    const present = new Map(
      (await browser.declarativeNetRequest.getDynamicRules()).map((rule) => [
        rule.id,
        written(rule),
      ]),
    );
    const isNew = (rule: Rule): boolean => present.get(rule.id) !== written(rule);
    const unfit = await unfitAmong(rules.filter(isNew));
    const fitting = rules.filter((rule) => !unfit.has(rule));
    const changed = fitting.filter(isNew);
    const wanted = new Set(fitting.map(({ id }) => id));
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
