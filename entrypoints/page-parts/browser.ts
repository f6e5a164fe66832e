// The content script's seam to the extension. No polyfill: under manifest 3 both browsers' chrome.* answer with promises.
import type { Answered, Body, MessageName } from '@/rules/messages/contract.ts';
import type { PageOrder } from '@/rules/messages/page-replies.ts';
import type { Helps } from '@/rules/policy/schema.ts';

import { pause } from './clock.ts';

type Api = {
  readonly runtime?: {
    readonly id?: string;
    readonly sendMessage: (message: unknown) => Promise<unknown>;
    readonly onMessage: { addListener(listener: (message: Pushed | null) => void): void };
  };
  readonly i18n?: { getMessage(name: string): string };
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
};
type Pushed = {
  readonly order?: PageOrder;
  readonly still?: boolean;
  readonly pictures?: Helps['pictures'];
};

const here = globalThis as { readonly chrome?: Api; readonly browser?: Api };
// chrome first: where `browser` does not exist, an element with that id would answer to the name.
// Asked for only when needed: a frame that says nothing does not pay for it.
const api = (): Api | undefined => here.chrome ?? here.browser;

/** False once the extension was updated or removed under this script: nobody will answer any more. */
export const isAlive = (): boolean => api()?.runtime?.id !== undefined;

/** Sends one message. A dead or updating worker is asked again, with growing pauses. */
export async function ask<Name extends MessageName>(
  name: Name,
  body: Body<Name>,
): Promise<Answered<Name>> {
  for (const pauseMs of [0, 100, 400, 1600, 4000]) {
    if (pauseMs > 0) await pause(pauseMs);
    if (!isAlive()) break;
    try {
      const answer = await api()?.runtime?.sendMessage({ name, body });
      if (answer) return answer as Answered<Name>;
    } catch {
      // The worker is starting, or this extension was just replaced. Try again, or find out above.
    }
  }
  return { ok: false, failure: 'broken' };
}

export function onOrder(listener: (order: PageOrder) => void): void {
  api()?.runtime?.onMessage.addListener((message) => {
    if (message?.order !== undefined) listener(message.order);
  });
}

export function onStill(listener: (isStill: boolean) => void): void {
  api()?.runtime?.onMessage.addListener((message) => {
    if (message?.still !== undefined) listener(message.still);
  });
}

export function onPictures(listener: (mode: Helps['pictures']) => void): void {
  api()?.runtime?.onMessage.addListener((message) => {
    if (message?.pictures !== undefined) listener(message.pictures);
  });
}

/** Words in the browser's own language, from the package: there without anybody's answer. */
export const message = (name: string): string => api()?.i18n?.getMessage(name) ?? '';

/** Looks behind a closed shadow root: only extensions can, so what is written there no page has seen. */
export const closedRootOf = (element: Element): ShadowRoot | null =>
  api()?.dom?.openOrClosedShadowRoot(element) ?? null;
