// The last messages of a list, from its end: a page with a hundred thousand rows costs no more than one with forty.
import type { ChatPlan } from '@/rules/received/chat-plan.ts';

import { own } from '../page-parts/kit.ts';
import { inPage, within } from './within.ts';

type From = 'them' | 'me' | 'unknown';
export type Message = { readonly from: From; readonly text: string };

/** As the contract has it, which is too heavy for a page. */
const mostMessages = 40;
const mostText = 2000;
const mostNodes = 6000;
const mostPieces = 80;
const mostDeep = 500;
/** Rows nearer to the middle than this part of the list's width belong to nobody. */
const leastAside = 0.04;

/** 1: elements, 4: texts. */
const walk = (from: Element, what: 1 | 4): TreeWalker =>
  own('createTreeWalker').call(document, from, what);

/** Oldest first. In a chat that nobody knows, every child of the list is a row, and all of it is text. */
export function messagesIn(list: Element, plan: ChatPlan): Message[] {
  const self = inPage(plan.self);
  const me = textOf(self) + (self?.ariaLabel ?? '');
  let author = '';
  const from = (row: Element, part: Element): From => {
    if (plan.mine !== '') return row.matches(plan.mine) || within(row, plan.mine) ? 'me' : 'them';
    if (plan.author === '') return sideOf(part, list);
    return author && me ? (me.includes(author) ? 'me' : 'them') : 'unknown';
  };
  return rowsIn(list, plan.row).flatMap((row): Message[] => {
    const part = plan.text === '' ? row : within(row, plan.text);
    const text = textOf(part);
    author = textOf(within(row, plan.author)) || author;
    return part && text ? [{ from: from(row, part), text }] : [];
  });
}

function rowsIn(list: Element, row: string): Element[] {
  const walker = walk(list, 1);
  const rows: Element[] = [];
  for (let deep = mostDeep; deep > 0 && walker.lastChild() !== null; deep -= 1);
  for (let left = mostNodes; left > 0 && rows.length < mostMessages; left -= 1) {
    const node = walker.currentNode as Element;
    if (row === '' ? node.parentNode === list : node.matches(row)) rows.unshift(node);
    if (walker.previousNode() === null) break;
  }
  return rows;
}

function textOf(element: Element | null): string {
  let text = '';
  if (element === null) return text;
  const walker = walk(element, 4);
  for (let left = mostPieces; left > 0 && text.length < mostText; left -= 1) {
    text += ` ${(walker.nextNode() as Text | null)?.substringData(0, mostText) ?? ''}`;
  }
  return text.trim().slice(0, mostText);
}

/** Chats of every kind put what oneself wrote at the end of the line. */
function sideOf(row: Element, list: Element): From {
  const words = new Range();
  words.selectNode(list);
  const all = words.getBoundingClientRect();
  words.selectNodeContents(row);
  const { left, width } = words.getBoundingClientRect();
  const aside = left + width / 2 - all.left - all.width / 2;
  if (width === 0 || Math.abs(aside) < all.width * leastAside) return 'unknown';
  return aside > 0 === (getComputedStyle(list).direction === 'rtl') ? 'them' : 'me';
}
