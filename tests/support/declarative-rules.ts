// Matches our rules as the browsers do, for the parity tests. Kept honest by the same cases in Chromium (tests/e2e).
import { sameRegistrableDomain } from '@/rules/hosts/registrable-domain.ts';
import type { ResourceType, Rule } from '@/rules/rulesets/rule.ts';

export type Request = {
  readonly url: string;
  readonly type: ResourceType;
  readonly initiator?: string;
};

/** What wins: the highest priority, and at equal priority allow before block. Header rules ride along. */
export function outcomeOf(
  rules: readonly Rule[],
  request: Request,
): 'allow' | 'block' | 'redirect' {
  const [winner] = rules
    .filter((rule) => rule.action.type !== 'modifyHeaders' && matches(rule, request))
    .toSorted((a, b) => b.priority - a.priority || rank(a) - rank(b));
  if (winner === undefined || winner.action.type === 'allow') return 'allow';
  return winner.action.type === 'block' ? 'block' : 'redirect';
}

const rank = (rule: Rule): number => ['allow', 'block', 'redirect'].indexOf(rule.action.type);

function matches({ condition }: Rule, { url, type, initiator }: Request): boolean {
  const { hostname } = new URL(url);
  const isUnder = (domain: string) => hostname === domain || hostname.endsWith(`.${domain}`);
  if (!condition.resourceTypes.includes(type)) return false;
  if (condition.requestDomains?.some(isUnder) === false) return false;
  if (condition.excludedRequestDomains?.some(isUnder) === true) return false;
  if (condition.initiatorDomains !== undefined) {
    if (initiator === undefined || !condition.initiatorDomains.includes(initiator)) return false;
  }
  if (condition.domainType !== undefined) {
    const isThird = initiator !== undefined && !sameRegistrableDomain(initiator, hostname);
    if ((condition.domainType === 'thirdParty') !== isThird) return false;
  }
  if (condition.regexFilter === undefined) return true;
  const flags = condition.isUrlFilterCaseSensitive === false ? 'i' : '';
  return new RegExp(condition.regexFilter, flags).test(url);
}
