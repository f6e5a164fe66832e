// Documents and workers of an extension that a page object does not reach, over the browser's own protocol.
import type { CDPSession } from '@playwright/test';

type Reply = { readonly id?: number; readonly result?: Record<string, unknown> };

export type Target = {
  readonly send: (
    method: string,
    params?: Record<string, unknown>,
  ) => Promise<Record<string, unknown>>;
  /** The value of an expression; a promise is awaited. */
  readonly evaluate: (expression: string) => Promise<unknown>;
};

/** The target whose address ends so, if it is there. */
export async function targetAt(browser: CDPSession, ending: string): Promise<Target | null> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const found = targetInfos.find(({ url }) => url.endsWith(ending));
  if (found === undefined) return null;
  // Not "flat": Playwright's session speaks to the browser alone, so messages are passed on by hand.
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: found.targetId });
  const waiting = new Map<number, (result: Record<string, unknown>) => void>();
  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result } = JSON.parse(event.message) as Reply;
    if (id !== undefined) waiting.get(id)?.(result ?? {});
  });
  let last = 0;
  const send: Target['send'] = async (method, params = {}) => {
    last += 1;
    const id = last;
    const replied = new Promise<Record<string, unknown>>((resolve) => waiting.set(id, resolve));
    await browser.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    return replied;
  };
  return {
    send,
    async evaluate(expression) {
      const { result } = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      return (result as { readonly value?: unknown } | undefined)?.value;
    },
  };
}
