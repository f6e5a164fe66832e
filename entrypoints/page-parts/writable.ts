/** Whether somebody could write there. */
export const isWritable = (target: EventTarget | null | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:input|textarea)$/.test(target.localName));
