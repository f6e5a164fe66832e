// A chat that nobody knows: a log, or rows that scroll and grow at their end, above something to write in.
import { within } from './within.ts';

/** Levels up from the field, neighbours before it, boxes down in one of them. */
const most = 9;

const writable = 'textarea,input,[role=textbox]';

export function listBeside(target: HTMLElement): Element | null {
  if (!target.isContentEditable && !target.matches(writable)) return null;
  let around: Element | null = target;
  for (let level = most; level > 0 && around !== null; level -= 1) {
    const list = within(around, '[role=log]') ?? rowsBefore(around);
    if (list !== null) return list;
    around = around.parentElement;
  }
  return null;
}

function rowsBefore(around: Element): Element | null {
  let beside = around.previousElementSibling;
  for (let left = most; left > 0 && beside !== null; left -= 1) {
    let box: Element | null = beside;
    for (let deep = most; deep > 0 && box !== null; deep -= 1) {
      if (box.childElementCount > 2 && (isScrolled(box) || isScrolled(box.parentElement))) {
        return box;
      }
      box = box.lastElementChild;
    }
    beside = beside.previousElementSibling;
  }
  return null;
}

const isScrolled = (box: Element | null): boolean =>
  box !== null && /auto|scroll/.test(getComputedStyle(box).overflowY);
