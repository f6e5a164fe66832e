// What a guardian typed into the form of an answer file.
import { parseAddress, toHost } from '@/rules/hosts/address.ts';
import type { Gives } from '@/rules/messages/codes-contract.ts';

const mostMinutes = 600;

/** What the file would give; or the key of the sentence that says what is wrong with it. */
export function readGives(typed: {
  readonly kind: Gives['kind'];
  readonly host: string;
  readonly minutes: string;
}): Gives | 'signHostWrong' | 'signMinutesWrong' {
  const minutes = Number(typed.minutes);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > mostMinutes) return 'signMinutesWrong';
  if (typed.kind !== 'host') return { kind: typed.kind, minutes };
  // A whole address is what people copy.
  const host = toHost(typed.host) ?? parseAddress(typed.host.trim())?.host ?? '';
  return host === '' ? 'signHostWrong' : { kind: 'host', host, minutes };
}
