// One walk through what a page shows, in slices of a few milliseconds. It stands where its budget ended, and can go on.
// Plain properties are read of everything but forms: a form answers to any name that one of its fields bears.
import { own } from '../page-parts/kit.ts';
import { formsOf } from './forms.ts';

/** Not read: what is no text, and what a child writes. */
const skipped =
  'script,style,noscript,svg,math,iframe,object,textarea,select,[contenteditable]:not([contenteditable=false i])';
const sliceMs = 4;
const nodesPerGlance = 32;
const mostNodes = 40_000;
const mostCharacters = 60_000;
const mostRoots = 10_000;
/** Of one text: a file of megabytes is a single one. */
const longestText = 20_000;
const deepest = 8;
/** NodeFilter.SHOW_ELEMENT and SHOW_TEXT. */
const elementsAndTexts = 5;
const mostButtons = 60;
const mostInputs = 200;

/** Still to be read, each with how many shadow roots it stands in. */
let roots = new Map<Node, number>();
let walker: TreeWalker | null = null;
let depth = 0;
let nodes = 0;
let text = '';
let buttons = new Set<string>();
let inputs = new Set<HTMLInputElement>();
let button: Element | null = null;
/** Something was left out for good: an endless text, too many additions, too many levels of shadow, a trap. */
let isCut = false;

export function startAfresh(): void {
  roots = new Map();
  buttons = new Set();
  inputs = new Set();
  walker = null;
  isCut = false;
  const root = own('documentElement') as Node | null;
  if (root !== null) addRoot(root, 0);
}

export function addRoot(node: Node, within = 0): void {
  if (within > deepest || roots.size >= mostRoots) isCut = true;
  else roots.set(node, within);
}

export const hasMore = (): boolean => roots.size > 0 || walker !== null;

/** Reads on for one slice. False: there is no more to read, or no budget for it. */
export function step(): boolean {
  const end = performance.now() + sliceMs;
  try {
    while (performance.now() < end) if (!glance()) return false;
  } catch {
    // A node that is not what it says it is: what stands behind it stays unread, and the page is marked.
    isCut = true;
    walker = null;
  }
  return true;
}

function glance(): boolean {
  for (let count = 0; count < nodesPerGlance; count += 1) {
    if (nodes >= mostNodes || text.length >= mostCharacters || !readNext()) return false;
  }
  return true;
}

/** What was read since the last time. */
export function taken() {
  const facts = { text, buttons: [...buttons], forms: formsOf(inputs) };
  const isFull = isCut || (nodes >= mostNodes && hasMore());
  text = '';
  nodes = 0;
  return { facts, isFull };
}

function readNext(): boolean {
  if (walker !== null) {
    if (walker.nextNode() === null) walker = null;
    else take(walker);
    return true;
  }
  const [root] = roots;
  if (root === undefined) return false;
  const [node] = root;
  [, depth] = root;
  roots.delete(node);
  if (isReadable(node)) {
    walker = own('createTreeWalker').call(document, node, elementsAndTexts);
    take(walker);
  }
  return true;
}

/** What came later may have come into a field, or into what is hidden. */
function isReadable(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  if (element instanceof HTMLFormElement || node instanceof ShadowRoot) return true;
  return element !== null && element.closest(skipped) === null && isSeen(element);
}

const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

function take(at: TreeWalker): void {
  nodes += 1;
  const node = at.currentNode;
  if (node instanceof Text) takeText(node);
  else if (node instanceof Element && !takeElement(node)) {
    // To the last node below it, so that the next one is behind it.
    while (at.lastChild() !== null);
  }
}

/** False: nothing below it is read. */
function takeElement(element: Element): boolean {
  if (element instanceof HTMLFormElement) return true;
  if (element.matches(skipped) || !isSeen(element)) return false;
  if (element instanceof HTMLInputElement) {
    if (inputs.size < mostInputs) inputs.add(element);
    if (/submit|button/.test(element.type)) addButton(element.value);
  }
  if (element.matches('a,button,[role=button]')) button = element;
  if (element.shadowRoot !== null) addRoot(element.shadowRoot, depth + 1);
  return true;
}

function takeText(node: Text): void {
  if (node.length > longestText) isCut = true;
  const words = node.substringData(0, longestText).replaceAll(/\s+/g, ' ').trim();
  if (words === '') return;
  text += `${words} `;
  if (button?.contains(node) === true) addButton(words);
  button = null;
}

function addButton(words: string): void {
  if (buttons.size < mostButtons) buttons.add(words.slice(0, 120));
}
