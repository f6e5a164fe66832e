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
  // As if written anew: what the session's memory counted on from the old one is not believed.
  const writes = (ledger.writes ?? 0) + 1;
  return { ...ledger, writes, usage: { ...ledger.usage, [about.childId]: usage } };
}
