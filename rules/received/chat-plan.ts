// Where well-known chats keep their messages, for the script in the page. Classes that a build makes up are never used:
// only roles, ids and data attributes, a style guide's own words, and where nothing else is there the side of a message.
import { parentsOf } from '../hosts/match.ts';
import type { ChatHost } from './chat-hosts.ts';

/** Selectors; '' where there is none. */
export type ChatPlan = {
  readonly list: string;
  readonly row: string;
  readonly text: string;
  /** On or in a row that the child wrote. */
  readonly mine: string;
  /** Who wrote a row and those after it, and where the child's own name stands. */
  readonly author: string;
  readonly self: string;
  /** Names the conversation where the address does not. */
  readonly title: string;
};

const none = { mine: '', author: '', self: '', title: '' };
const meta: ChatPlan = {
  ...none,
  list: '[role=main] [role=log],[role=main] [role=grid]',
  row: '[role=row]',
  text: 'div[dir=auto]',
};

/** One for each host that a page's hello takes for a chat. */
const plans: Readonly<Record<ChatHost, ChatPlan>> = {
  'web.whatsapp.com': {
    ...none,
    list: '#main',
    row: '[role=row]',
    text: '[data-testid=selectable-text],.selectable-text',
    mine: '[data-id^=true_],.message-out,[data-icon^=msg-]',
    title: '#main header [dir=auto]',
  },
  'discord.com': {
    ...none,
    list: '[data-list-id=chat-messages]',
    row: '[id^=chat-messages-]',
    text: '[id^=message-content-]',
    author: '[id^=message-username-]',
    self: 'section:has([role=switch])',
  },
  'messenger.com': meta,
  'facebook.com': meta,
  'instagram.com': {
    ...meta,
    list: '[role=main] [role=grid],[role=main] [role=log],[aria-label][role=group]',
    text: '[dir=auto]',
  },
  'web.telegram.org': {
    ...none,
    list: '.bubbles,.MessageList',
    row: '.bubble[data-mid],.Message[data-message-id]',
    text: '.message,.text-content',
    mine: '.is-out,.own',
  },
  'roblox.com': {
    ...none,
    list: '[class*=dialog-message-container],[class*=dialog] [class*=message-list]',
    row: '[class*=message-inbound],[class*=message-outbound]',
    text: '[class*=message-content]',
    mine: '[class*=message-outbound]',
    title: '[class*=dialog-header]',
  },
  'chat.google.com': {
    ...none,
    list: '[role=main]',
    row: '[data-is-user-topic=true]',
    text: '[jsname=bgckF]',
    author: '[data-member-id],[data-name]',
    self: '[href*=SignOutOptions]',
  },
};

/** A chat that nobody knows: the page looks for it beside what a child writes in. */
const unknown: ChatPlan = { ...none, list: '', row: '', text: '' };

export function chatPlanOf(host: string): ChatPlan {
  const known = parentsOf(host).find((name) => Object.hasOwn(plans, name));
  return known === undefined ? unknown : plans[known as ChatHost];
}
