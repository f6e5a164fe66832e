// What a check is, and what comes of it.
import type { IntakeError } from '../../rules/reporting/intake/protocol.ts';
import type { IntakeOfficer } from '../desk/intake-officer.ts';
import { must, short } from './broken.ts';
import type { Answer, Probe } from './probe.ts';

export type Stage = {
  /** Somebody at the desk who reads and writes while the checks run; null: nobody, and what needs one is left out. */
  readonly officer: Pick<IntakeOfficer, 'read' | 'say' | 'finish'> | null;
  /** How long a desk may wait for the rest of a request before it hangs up. */
  readonly patienceMs: number;
  /** Letters that are sent at once to see the desk defend itself; 0: it is spared. */
  readonly flood: number;
};
export type Check = {
  readonly id: string;
  /** The sentence of docs/intake-protocol.md that it holds the desk to. */
  readonly what: string;
  /** Whether there is anything to check at this desk; none: always. */
  readonly applies?: (probe: Probe, stage: Stage) => boolean | Promise<boolean>;
  /** Throws a Broken. */
  readonly run: (probe: Probe, stage: Stage) => Promise<void>;
};
export type Verdict = {
  readonly id: string;
  readonly what: string;
  readonly result: 'kept' | 'broken' | 'left-out';
  readonly why: string | null;
};

export function mustBe(answer: Answer, status: number, error?: IntakeError): void {
  const said = `${answer.status} ${short(answer.text)}`;
  must(answer.status === status, `expected ${status}, got ${said}`);
  if (error !== undefined) {
    must(answer.json['error'] === error, `expected the error "${error}", got ${said}`);
  }
}
