// What is being written in, what stands in it, and what it says of itself. What is in a password's field is never read.
import type { Body } from '@/rules/messages/contract.ts';

import { own } from '../page-parts/kit.ts';

type Place = Body<'typed.check'>['place'];
type Input = HTMLInputElement;

const longestText = 4000;
const longestHint = 300;
/** More is a book and no message: its end is read, and without a layout. */
const longestWhole = 20_000;

/** Kinds of boxes that words can be typed into. */
const worded = /^(?:text|search|email|tel|url|number|password)$/;

/** The outermost thing that is written in. Null: nothing is. */
export function fieldOf(target: EventTarget | null | undefined): HTMLElement | null {
  if (!(target instanceof HTMLElement)) return null;
  if (target.localName === 'input') return worded.test((target as Input).type) ? target : null;
  // Editors of code type into a box that nobody sees, and show the text themselves.
  if (target.localName === 'textarea')
    return target.closest<HTMLElement>('.CodeMirror,.monaco-editor,.ace_editor') ?? target;
  if (!target.isContentEditable) return null;
  let field = target;
  while (field.parentElement?.isContentEditable) field = field.parentElement;
  return field;
}

const isBox = (field: HTMLElement): field is Input => /^(?:input|textarea)$/.test(field.localName);

export function textOf(field: HTMLElement): string {
  if (isBox(field)) return field.value.slice(-longestText);
  // A form's own boxes answer to the names of its properties; the prototype does not.
  const read = (from: object, name: string): string => String(Reflect.get(from, name, field) ?? '');
  const whole = read(Node.prototype, 'textContent');
  return (whole.length > longestWhole ? whole : read(HTMLElement.prototype, 'innerText')).slice(
    -longestText,
  );
}

const attribute = (field: Element, name: string): string => field.getAttribute(name) ?? '';

export function placeOf(field: HTMLElement): Place {
  const { type = '' } = field as Partial<Input>;
  if (type === 'password' || /password/.test(attribute(field, 'autocomplete'))) return 'password';
  if (
    type === 'search' ||
    /^(?:searchbox|combobox)$/.test(attribute(field, 'role')) ||
    field.closest('[role=search]')
  )
    return 'search';
  if (own('querySelector').call(document, '[role=log]')) return 'chat';
  return field.localName === 'input' ? 'form' : 'unknown';
}

const spoken =
  'type autocomplete name id placeholder aria-label data-placeholder aria-placeholder title';

export const hintOf = (field: HTMLElement): string =>
  [
    ...spoken.split(' ').map((name) => attribute(field, name)),
    (field as Partial<Input>).labels?.[0]?.textContent,
    ...attribute(field, 'aria-labelledby')
      .split(' ')
      .map((id) => own('getElementById').call(document, id)?.textContent),
    field.closest('[aria-label]')?.ariaLabel,
  ]
    .filter(Boolean)
    .join(' ')
    .slice(0, longestHint);
