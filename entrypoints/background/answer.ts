// Who, then whether, then what. Every message passes here; of a refused one only its name is kept.
import * as z from 'zod/mini';

import {
  type Answered,
  contract,
  type MessageName,
  type Refused,
} from '@/rules/messages/contract.ts';
import { parseWith } from '@/rules/parse.ts';

import type { Handlers } from './handlers.ts';
import { recognise, type UntrustedSender } from './sender.ts';

const envelope = z.strictObject({ name: z.string().check(z.maxLength(40)), body: z.unknown() });

/** A use case that says no throws this; anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly failure: Refused;
  constructor(failure: Refused) {
    super(failure);
    this.failure = failure;
  }
}

export type Refuses = { readonly ok: false; readonly failure: Refused };
const refuse = (failure: Refused): Refuses => ({ ok: false, failure });

/** Answers one message. Never throws: a rejected handler would leave the page without any answer. */
export async function answer(
  handlers: Handlers,
  untrustedMessage: unknown,
  sender: UntrustedSender,
  ours: { readonly id: string; readonly origin: string },
): Promise<Answered<MessageName>> {
  const from = recognise(sender, ours);
  const message = parseWith(envelope, untrustedMessage);
  if (from === null || !message.ok) return refuse('not-allowed');
  const { name, body } = message.value;
  if (!isMessage(name) || !contract[name].from.some((surface) => surface === from.surface)) {
    return refuse('not-allowed');
  }
  const parsed = parseWith(contract[name].body, body);
  if (!parsed.ok) return refuse('malformed');
  try {
    const handle = handlers[name] as (body: unknown, from: unknown) => Promise<never>;
    return { ok: true, value: await handle(parsed.value, from) };
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.failure);
    // oxlint-disable-next-line no-console -- a bug: the name only, never what was in the message.
    console.error(`Saathi: "${name}" failed`, error);
    return refuse(
      error instanceof Error && error.name === 'QuotaExceededError' ? 'storage-full' : 'broken',
    );
  }
}

const isMessage = (name: string): name is MessageName => Object.hasOwn(contract, name);
