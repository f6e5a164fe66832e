// Looks at a chat while somebody looks at it: what is new is judged at most once in three seconds, and then forgotten.
import type { ChatPlan } from '@/rules/received/chat-plan.ts';

import { ask, later, own } from '../page-parts/kit.ts';
import { world } from '../page-parts/world.ts';
import { listBeside } from './find.ts';
import { messagesIn } from './read.ts';
import { inPage } from './within.ts';

const beatMs = 3000;

/** The gravest level shown of each kind in each conversation, as long as this page lives. */
const shown = new Map<string, number>();
let list: Element | null = null;
let isLog = false;
let isNew = false;
let before = '';

export async function start(): Promise<void> {
  const answer = await ask('received.check', { messages: [] });
  const plan = answer.ok ? answer.value.plan : null;
  if (plan === null) return;
  const changes = new MutationObserver((records) => {
    // In rows that nobody calls a log, only what comes after all others is a message.
    isNew ||=
      isLog ||
      records.some(({ addedNodes, nextSibling }) => addedNodes.length > 0 && nextSibling === null);
  });
  const follow = (next: Element | null): void => {
    if (next === null || next === list) return;
    list = next;
    isLog = plan.list !== '' || next.role === 'log';
    isNew = isLog;
    changes.disconnect();
    changes.observe(next, { childList: true, subtree: true });
  };
  const look = (target: EventTarget | null): void => {
    if (target instanceof HTMLElement) follow(listBeside(target));
  };
  /** Nothing is looked at while nobody looks. */
  const beat = (): void => {
    if (!own('hidden')) {
      follow(inPage(plan.list));
      if (isNew) requestIdleCallback(() => void check(plan), { timeout: beatMs });
    }
    later(beatMs, beat);
  };
  if (plan.list === '') {
    addEventListener('focusin', ({ target }) => look(target), true);
    look(own('activeElement'));
  }
  beat();
}

async function check(plan: ChatPlan): Promise<void> {
  if (list === null) return;
  isNew = false;
  const messages = messagesIn(list, plan);
  const now = JSON.stringify(messages);
  if (now === before) return;
  before = now;
  const conversation = nameOf(plan);
  const answer = await ask('received.check', { messages });
  if (!answer.ok || conversation !== nameOf(plan)) return;
  const { card, level } = answer.value;
  if (card === null) return;
  const key = card.kind + conversation;
  if ((shown.get(key) ?? 0) >= level) return;
  shown.set(key, level);
  world().card?.show(card, 'corner', (action) => {
    if (action === 'leave') void ask('warning.leave', {});
  });
}

const nameOf = ({ title }: ChatPlan): string => `${location.href}${inPage(title)?.textContent}`;
