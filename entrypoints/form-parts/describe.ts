// What boxes a form has, in words the rules can judge. Nothing that stands in a box is read, only whether it is empty.
import type { Box, Described } from '@/rules/forms/box.ts';

import { type BoxElement, boxesIn, isSeen, labelOf, wordsOf } from './boxes.ts';

/** The boxes last described, for what fills them: a page that puts others in their place gets nothing. */
export const describedBoxes: BoxElement[] = [];

export function describeForm(): Described {
  describedBoxes.splice(0, describedBoxes.length, ...boxesIn(document));
  return { url: location.href.slice(0, 2000), boxes: describedBoxes.map(describe) };
}

function describe(box: BoxElement, at: number): Box {
  const tag = box.localName === 'textarea' ? 'textarea' : 'input';
  return {
    at,
    tag,
    type: box.type.slice(0, 20),
    name: wordsOf(box.name),
    id: wordsOf(box.id),
    label: labelOf(box),
    placeholder: wordsOf(box.placeholder),
    autocomplete: wordsOf(box.autocomplete),
    maxLength: box.maxLength < 0 ? null : box.maxLength,
    isVisible: isSeen(box),
    isEmpty: box.value === '',
    isEnabled: !box.matches(':disabled') && !box.readOnly,
    besidePassword: box.form?.querySelector('input[type="password"]') !== null && box.form !== null,
  };
}
