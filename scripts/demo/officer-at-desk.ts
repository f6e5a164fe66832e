// The other end of the demo with a desk that answers: somebody types what an officer does.
import { createInterface } from 'node:readline';

import type { IntakeTrialDesk } from '../desk/intake.ts';

/** Lines of the terminal: "read 1", "say 1 words", "done 1", with the number that the desk gave a report. */
export function officerAtDesk(desk: IntakeTrialDesk): void {
  console.log('desk: you are the officer. Type: list, read NUMBER, say NUMBER WORDS, done NUMBER');
  createInterface({ input: process.stdin }).on('line', (line) => {
    obey(desk, line).then(
      (said) => console.log(`desk: ${said}`),
      (problem: unknown) => console.log(`desk: ${String(problem)}`),
    );
  });
}

async function obey({ officer }: IntakeTrialDesk, line: string): Promise<string> {
  const [, order = '', number = '', words = ''] = /^(\w+)\s*(\d*)\s*(.*)$/.exec(line.trim()) ?? [];
  const tickets = await officer.tickets();
  if (order === 'list') {
    return (
      tickets.map(({ id, status, subject }) => `${id} [${status}] ${subject}`).join('\n') || 'none'
    );
  }
  const ticket = tickets.find(({ id }) => id === Number(number));
  if (ticket === undefined) return 'there is no report of that number';
  const { receipt } = ticket;
  if (receipt === undefined) return 'that report has no receipt';
  if (order === 'say') return officer.say(receipt, words).then(() => 'written');
  if (order === 'done') return officer.finish(receipt).then(() => 'done');
  if (order !== 'read') return 'list, read NUMBER, say NUMBER WORDS, done NUMBER';
  const letters = await officer.read(receipt);
  const heard = await officer.heard(receipt);
  return [...(letters ?? []).map((one) => JSON.stringify(one, null, 1)), ...heard].join('\n');
}
