// What a page's forms want typed. What has been typed is never read.
import type { Body } from '@/rules/messages/contract.ts';

type FormFacts = Body<'page.read'>['forms'][number];

const card = /cc-|card.?n|cv[vc]|کارڈ|карт|tarjeta|卡号|بطاقة/i;
const secret = /\b(m?pin|otp|ssn|cnic)\b|passport|one.?time|شناختی|паспорт|验证码|身份证|هوية/i;

/** By form; fields outside of any form are of one that goes nowhere. */
export function formsOf(inputs: Iterable<HTMLInputElement>): FormFacts[] {
  const byForm = new Map<HTMLFormElement | null, FormFacts>();
  for (const input of inputs) {
    const { form, type, name, id, autocomplete, placeholder } = input;
    const { hasPassword, hasCard, hasSecret } = byForm.get(form) ?? {};
    const words = [name, id, autocomplete, placeholder].join();
    byForm.set(form, {
      hasPassword: hasPassword || type === 'password',
      hasCard: hasCard || card.test(words),
      hasSecret: hasSecret || secret.test(words),
      to: form === null ? '' : targetOf(form),
    });
  }
  return [...byForm.values()].slice(0, 20);
}

function targetOf(form: HTMLFormElement): string {
  // A form answers to any name that one of its fields bears.
  const action = Element.prototype.getAttribute.call(form, 'action') ?? '';
  const { host } = URL.parse(action, location.href) ?? location;
  return host === location.host ? '' : host.slice(0, 260);
}
