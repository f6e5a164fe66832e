// The whole ladder of the first wall, lowest first. It mirrors the order of policy/decide.ts.
// Chromium and Firefox: the highest priority wins; at equal priority allow beats block, so no two meet here.
export const priorities = {
  unknownBlock: 100,
  knownAllow: 200,
  categoryAllow: 300,
  categoryBlock: 400,
  /** plus 2 x specificity (0..1000), plus 1 for a block: the more exact wins, block wins a tie. */
  patterns: 10_000,
  override: 20_000,
  /** Above every allow rule, which would otherwise switch it off. Engines that are blocked get no such rule. */
  safety: 30_000,
  timeBlock: 40_000,
  help: 50_000,
} as const;

/** Specificity is at most 1000 (rules/hosts/pattern.ts). */
export const patternPriority = (specificity: number, action: 'allow' | 'block'): number =>
  priorities.patterns + 2 * Math.min(1000, Math.max(0, specificity)) + (action === 'block' ? 1 : 0);
