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
    const changed = rules.filter((rule) => present.get(rule.id) !== written(rule));
    const wanted = new Set(rules.map(({ id }) => id));
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
