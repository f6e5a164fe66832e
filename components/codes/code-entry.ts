// A typed code, sent to where it belongs, and what came of it as a sentence's key.
import type { Services } from '@/components/services.ts';
import { kindOfCode } from '@/rules/codes/typed.ts';
import type { Instant } from '@/rules/policy/verdict.ts';

/** What a code can be typed for on this page. */
export type CodeFor = {
  /** The open question that six digits answer; null: none, or no phone is paired. */
  readonly requestId: string | null;
  /** The page that ten digits of a card give more time to; null: cards do not serve here. */
  readonly cardUrl: string | null;
};
export type CodeOutcome =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'refused'; readonly key: string; readonly waitUntil: Instant | null };

const refused = (key: string, waitUntil: Instant | null = null): CodeOutcome => ({
  kind: 'refused',
  key,
  waitUntil,
});

export function sendCode(services: Services, typed: string, about: CodeFor): Promise<CodeOutcome> {
  const kind = kindOfCode(typed);
  if (kind === 'phone' && about.requestId !== null) {
    return sendPhoneCode(services, typed, about.requestId);
  }
  if (kind === 'card' && about.cardUrl !== null) return sendCard(services, typed, about.cardUrl);
  return Promise.resolve(refused(slipKey(about)));
}

/** How many digits a code has that serves here. */
export function slipKey({ requestId, cardUrl }: CodeFor): string {
  if (requestId === null) return 'cardSlip';
  return cardUrl === null ? 'codeSlip' : 'codeSlipBoth';
}

async function sendPhoneCode(
  { ask }: Services,
  code: string,
  requestId: string,
): Promise<CodeOutcome> {
  const answered = await ask('code.redeem', { requestId, code });
  if (!answered.ok) return refused('unlockBroken');
  const { value } = answered;
  if (value.kind === 'allowed') return { kind: 'allowed' };
  if (value.kind === 'wait') return refused('', value.waitUntil);
  return refused(`codeRefused-${value.why}`, value.waitUntil);
}

async function sendCard({ ask }: Services, code: string, url: string): Promise<CodeOutcome> {
  const answered = await ask('voucher.redeem', { url, code });
  if (!answered.ok) return refused('unlockBroken');
  const { value } = answered;
  if (value.kind === 'given') return { kind: 'minutes', minutes: value.minutes };
  if (value.kind === 'wait') return refused('', value.waitUntil);
  return refused(`cardRefused-${value.why}`, value.waitUntil);
}
