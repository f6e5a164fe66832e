// Inline `!important` declarations on the page's own elements: no style sheet of a page outdoes them,
// no content security policy forbids them, and they can be taken off again without a trace.

type Wanted = Readonly<Record<string, string>>;
type Before = readonly [value: string, priority: string];

/** The root keeps the top layer visible: what a page could use to fade, mask, shrink or skip everything. */
const plainRoot: Wanted = {
  opacity: '1',
  filter: 'none',
  zoom: '1',
  display: 'block',
  'clip-path': 'none',
  'mask-image': 'none',
  '-webkit-mask-box-image-source': 'none',
  'mix-blend-mode': 'normal',
  'content-visibility': 'visible',
  contain: 'none',
  interactivity: 'auto',
  'overflow-x': 'hidden',
  'overflow-y': 'hidden',
  'transition-property': 'none',
  'background-image': 'none',
  'background-color': 'canvas',
};
/** Skips the body's contents for eye, search, selection and screen reader, its own top-layer elements too. */
const emptyBody: Wanted = { 'content-visibility': 'hidden', visibility: 'hidden' };
const gone: Wanted = { display: 'none' };

const beforeOf = new Map<HTMLElement, Map<string, Before>>();

/** Keeps the page out of sight, all but `except`. False: somebody had undone a part of it. */
export function veil(root: HTMLElement, except: Element | null): boolean {
  let held = impose(root, plainRoot);
  for (const child of root.children) {
    if (child === except || !('style' in child)) continue;
    held = impose(child as HTMLElement, isBody(child) ? emptyBody : gone) && held;
  }
  return held;
}

/** Gives every element its own declarations back. */
export function unveil(): void {
  for (const [element, declarations] of beforeOf) {
    for (const [name, [value, priority]] of declarations) {
      element.style.setProperty(name, value, priority);
    }
    dropEmptyStyle(element);
  }
  beforeOf.clear();
}

/** Takes off what another, dead instance of this script had imposed; its memory died with it. */
export function unveilAfter(root: HTMLElement): void {
  takeOff(root, plainRoot);
  for (const child of root.children) {
    if ('style' in child) takeOff(child as HTMLElement, isBody(child) ? emptyBody : gone);
  }
}

const isBody = (element: Element): boolean => /^(?:body|frameset)$/.test(element.localName);

function impose(element: HTMLElement, wanted: Wanted): boolean {
  const { style } = element;
  const before = beforeOf.get(element) ?? new Map<string, Before>();
  beforeOf.set(element, before);
  let held = true;
  for (const [name, value] of Object.entries(wanted)) {
    if (isImposed(style, name, value) || !CSS.supports(name, value)) continue;
    if (before.has(name)) held = false;
    else before.set(name, [style.getPropertyValue(name), style.getPropertyPriority(name)]);
    style.setProperty(name, value, 'important');
  }
  return held;
}

function takeOff(element: HTMLElement, wanted: Wanted): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (isImposed(element.style, name, value)) element.style.removeProperty(name);
  }
  dropEmptyStyle(element);
}

const isImposed = (style: CSSStyleDeclaration, name: string, value: string): boolean =>
  style.getPropertyValue(name) === value && style.getPropertyPriority(name) === 'important';

/** Read first: Chromium does not remove a style attribute that it has yet to write. */
function dropEmptyStyle(element: HTMLElement): void {
  if (element.getAttribute('style') === '') element.removeAttribute('style');
}
