// One worker's modules, loaded together: whoever imports this after vi.resetModules() has a worker of its own.
export { clock } from '@/entrypoints/background/adapters/clock.ts';
export { answer } from '@/entrypoints/background/answer.ts';
export { createDatabase } from '@/entrypoints/background/database/create.ts';
export { createLater, policyRules } from '@/entrypoints/background/later.ts';
export { listenToLife } from '@/entrypoints/background/listeners/life.ts';
export { listenToLists } from '@/entrypoints/background/listeners/lists.ts';
export { listenToNavigation } from '@/entrypoints/background/listeners/navigation.ts';
export { listenToReporting } from '@/entrypoints/background/listeners/reporting.ts';
export { listenToTime } from '@/entrypoints/background/listeners/time.ts';
export { openLater } from '@/entrypoints/background/load-later.ts';
export { createPageHandlers } from '@/entrypoints/background/page-handlers.ts';
export { reconcile, reconcileIfStale } from '@/entrypoints/background/reconcile.ts';
export { observeFront, tell } from '@/entrypoints/background/use-cases/count-time.ts';
export { judgeTab } from '@/entrypoints/background/use-cases/judge.ts';
export { createWorld } from '@/entrypoints/background/world.ts';
export { pageContract } from '@/rules/messages/page-contract.ts';
