// What a child adds goes behind its report: after it, and to the desk that has it.
import type { MachineDesk } from '@/rules/policy/desk-schema.ts';
import type { OutboxEntry, OutboxEvent } from '@/rules/reporting/outbox-state.ts';

type Way = { readonly kind: 'go'; readonly token: string } | OutboxEvent;

/** null: nothing of the report stands against it (a ticket system joins by the report's id). */
export function whereAdditionGoes(
  report: OutboxEntry | null,
  desk: MachineDesk,
  now: number,
): Way | null {
  const has = report?.state === 'delivered' ? report : undefined;
  const follow = has?.follow;
  // Who has the report is who may have the rest; rows from before it was kept do not tell.
  if (has?.endpoint !== undefined && has.endpoint !== desk.endpoint) {
    return { kind: 'desk-gone', at: now };
  }
  if (desk.kind !== 'intake' && follow === undefined) return null;
  if (report?.state === 'queued' || report?.state === 'waiting') {
    return { kind: 'held', until: report.notBefore };
  }
  if (report?.state === 'sending') return { kind: 'held', until: now + 60_000 };
  return follow !== undefined && desk.kind === 'intake' && desk.endpoint === follow.endpoint
    ? { kind: 'go', token: follow.token }
    : { kind: 'desk-gone', at: now };
}
