// A ledger in which a child has already spent some time today.
import { emptyLedger, type Ledger, ledgerSchema } from '../../../rules/time/ledger.ts';
import { emptyUsage } from '../../../rules/time/usage.ts';

export function spentLedger(
  stored: unknown,
  about: {
    readonly childId: string;
    readonly timeZone: string;
    /** As in a quota: "all", "category:games", "host:video.test". */
    readonly scope: string;
    readonly spent: number;
  },
): Ledger {
  const parsed = ledgerSchema.safeParse(stored);
  const ledger = parsed.success ? parsed.data : emptyLedger;
  // Canadian English writes dates as ISO does.
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: about.timeZone }).format(new Date());
  const [kind, name = ''] = about.scope.split(/:(.*)/);
  const usage = {
    ...emptyUsage(date),
    totalSeconds: about.spent,
    ...(kind === 'host' ? { byHost: { [name]: about.spent } } : {}),
    ...(kind === 'category' ? { byCategory: { [name]: about.spent } } : {}),
  };
  return { ...ledger, usage: { ...ledger.usage, [about.childId]: usage } };
}
