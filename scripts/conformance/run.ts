// Holds a desk to docs/intake-protocol.md, one check after the other.
import type { IntakeDesk } from '../../rules/policy/desk-schema.ts';
import { answerChecks } from './answer-checks.ts';
import { Broken } from './broken.ts';
import type { Check, Stage, Verdict } from './check.ts';
import { hostileChecks } from './hostile-checks.ts';
import { createProbe, type Probe } from './probe.ts';
import { receiptChecks } from './receipt-checks.ts';

export const checks: readonly Check[] = [...receiptChecks, ...answerChecks, ...hostileChecks];

/** `only`: the ids of some; none: all of them. */
export async function holdToProtocol(
  desk: IntakeDesk,
  stage: Stage,
  {
    only,
    tell = () => undefined,
  }: { only?: readonly string[]; tell?: (one: Verdict) => void } = {},
): Promise<readonly Verdict[]> {
  const probe = createProbe(desk);
  const verdicts: Verdict[] = [];
  for (const check of checks) {
    if (only !== undefined && !only.includes(check.id)) continue;
    const verdict = await verdictOf(check, probe, stage);
    verdicts.push(verdict);
    tell(verdict);
  }
  return verdicts;
}

async function verdictOf(check: Check, probe: Probe, stage: Stage): Promise<Verdict> {
  const { id, what } = check;
  try {
    const applies = (await check.applies?.(probe, stage)) ?? true;
    if (applies) await check.run(probe, stage);
    return { id, what, result: applies ? 'kept' : 'left-out', why: null };
  } catch (reason) {
    // A connection that breaks or an answer that is none breaks the protocol as well.
    const why = reason instanceof Error ? reason.message : String(reason);
    return {
      id,
      what,
      result: 'broken',
      why: reason instanceof Broken ? why : `no answer: ${why}`,
    };
  }
}
