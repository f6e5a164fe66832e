// What a child adds goes behind its report: after it, and to the desk that has it.
import type { MachineDesk } from '@/rules/policy/schema.ts';
import type { OutboxEntry, OutboxEvent } from '@/rules/reporting/outbox-state.ts';

type Way = { readonly kind: 'go'; readonly token: string } | OutboxEvent;

/** null: any desk may have it, as its first (a ticket system joins by the report's id). */
export function whereAdditionGoes(
  report: OutboxEntry | null,
  desk: MachineDesk,
  now: number,
): Way | null {
  const follow = report?.state === 'delivered' ? report.follow : undefined;
  if (desk.kind !== 'intake' && follow === undefined) return null;
  if (report?.state === 'queued' || report?.state === 'waiting') {
    return { kind: 'held', until: report.notBefore };
  }
  if (report?.state === 'sending') return { kind: 'held', until: now + 60_000 };
  return follow !== undefined && desk.kind === 'intake' && desk.endpoint === follow.endpoint
    ? { kind: 'go', token: follow.token }
    : { kind: 'desk-gone', at: now };
}
