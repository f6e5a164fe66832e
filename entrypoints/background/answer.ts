// Who, then whether, then what. Every message passes here; of a refused one only its name is kept.
import * as z from 'zod/mini';

import type { Answered, Body, MessageName, Refused, ReplyTo } from '@/rules/messages/contract.ts';
import { parseWith } from '@/rules/parse.ts';
import { isStorageFull } from '@/rules/storage-full.ts';

import { type Ours, recognise, type Sender, type UntrustedSender } from './sender.ts';

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

type Definition = { readonly from: readonly string[]; readonly body: z.ZodMiniType };
type Handle = (body: never, from: Sender) => Promise<unknown>;
/** What answers the messages of a room: one function for each name. */
export type HandlersOf<Names extends MessageName> = {
  readonly [Name in Names]: (body: Body<Name>, from: Sender) => Promise<ReplyTo<Name>>;
};
export type Desk = {
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly handlers: Readonly<Record<string, Handle>>;
};

/**
 * Answers one message; null if it is not this desk's. Never throws: a rejected handler would leave the page without
 * any answer.
 */
export async function answer(
  { definitions, handlers }: Desk,
  untrustedMessage: unknown,
  sender: UntrustedSender,
  ours: Ours,
): Promise<Answered<MessageName> | null> {
  const message = parseWith(envelope, untrustedMessage);
  if (!message.ok) return refuse('not-allowed');
  const { name, body } = message.value;
  const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
  const handle = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (definition === undefined || handle === undefined) return null;
  const from = recognise(sender, ours);
  if (from === null || !definition.from.includes(from.surface)) return refuse('not-allowed');
  const parsed = parseWith(definition.body, body);
  if (!parsed.ok) return refuse('malformed');
  try {
    return { ok: true, value: (await handle(parsed.value as never, from)) as never };
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.failure);
    // Nor the name where it would tell a parent that a child reported something.
    const what = /report|undo/.test(name) ? 'a message' : `"${name}"`;
    // oxlint-disable-next-line no-console -- a bug: the name only, never what was in the message.
    console.error(`Saathi: ${what} failed`, error);
    return refuse(isStorageFull(error) ? 'storage-full' : 'broken');
  }
}
