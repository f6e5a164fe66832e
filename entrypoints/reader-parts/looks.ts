// When a page is looked at: once it is calm, again for what comes later, afresh under another address or title.
import { ask, isAlive, later, own } from '../page-parts/kit.ts';
import { mark } from './mark.ts';
import { addRoot, hasMore, startAfresh, step, taken } from './walk.ts';

const betweenMs = 5000;
const leastMs = 1000;
/** Under one address. Whoever scrolls on and on is read for the first half minute of new text. */
const mostLooks = 7;
const longestPiece = 20_000;
/** A page that is never idle is read all the same, a slice at a time. */
const longestWaitMs = 100;

let looks = 0;
let seenAt = '';
let seenTitle = '';
let isBusy = false;
let lookedAt = 0;

/** Starts reading. Whatever a page does to it, it ends in "not checked". */
export function read(): void {
  look();
  new MutationObserver((records) => {
    if (looks < mostLooks) records.forEach(addLate);
    plan();
  }).observe(document, { childList: true, characterData: true, subtree: true });
}

function addLate({ target, addedNodes }: MutationRecord): void {
  if (target instanceof Text) addRoot(target);
  for (const node of addedNodes) addRoot(node);
}

function plan(): void {
  if (isBusy) return;
  isBusy = true;
  later(Math.max(leastMs, lookedAt + betweenMs - performance.now()), look);
}

/** Another address is another page; a new title only a reason to read this one again. */
function look(): void {
  const [at, title] = [location.href, own('title')];
  if (at !== seenAt) looks = 0;
  isBusy = looks < mostLooks && isAlive();
  if (!isBusy) return;
  if (at !== seenAt || title !== seenTitle) startAfresh();
  [seenAt, seenTitle] = [at, title];
  idle();
}

const idle = (): number =>
  requestIdleCallback(() => void (step() ? idle() : tell()), { timeout: longestWaitMs });

async function tell(): Promise<void> {
  const { facts, isFull } = taken();
  looks += 1;
  lookedAt = performance.now();
  const isOver = isFull || (hasMore() && looks === mostLooks);
  const [description] = own('querySelectorAll').call(document, 'meta[name=description i]');
  const about = {
    ...facts,
    title: seenTitle.slice(0, 300),
    description: (description as HTMLMetaElement | undefined)?.content?.slice(0, 500) ?? '',
    language: (own('documentElement') as HTMLElement | null)?.lang?.slice(0, 40) ?? '',
  };
  // Always once: forms and title speak without a text.
  for (let start = 0; start === 0 || start < facts.text.length; start += longestPiece) {
    const end = start + longestPiece;
    const isLast = end >= facts.text.length;
    const text = facts.text.slice(start, end);
    const answer = await ask('page.read', { ...about, text, isCut: isOver && isLast });
    if (isLast && answer.ok) mark(answer.value.isChecked ? '' : answer.value.markWords);
  }
  isBusy = false;
  if (hasMore()) plan();
}
