// ask(name, body): typed by the contract's types alone, so that no schema reaches the page.
import type { Answered, Body, MessageName } from '@/rules/messages/contract.ts';

import { browser } from './browser.ts';

/** Sends one message to the background. A dead or updating worker is asked again, with growing pauses. */
export async function ask<Name extends MessageName>(
  name: Name,
  body: Body<Name>,
): Promise<Answered<Name>> {
  for (const pauseMs of [0, 50, 200, 800]) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    try {
      const answer: Answered<Name> | undefined = await browser.runtime.sendMessage({ name, body });
      if (answer !== undefined) return answer;
    } catch {
      // "Receiving end does not exist": the worker is starting. Try again.
    }
  }
  return { ok: false, failure: 'broken' };
}
