// One small card in a page, beside what it is about. It is a help and no wall: it takes no focus, no key but its own,
// and a page that takes it away gets it back three times and then has its will.
import type { CardAction, CardTexts } from '@/rules/messages/help-replies.ts';

import { isAlive, later, make, own } from '../page-parts/kit.ts';
import type { CardPlace } from '../page-parts/world.ts';
import { fillCard } from './content.ts';
import { placeBeside } from './place.ts';
import { hush } from './speak.ts';

/** A page may not make a child press what has only just come up under the finger. */
const readableMs = 800;
const beatMs = 400;
const beforeWordsMs = 60;
const mostMends = 3;
/** A field that grows by a line is no other place. */
const nearby = 40;
/** Inline and `!important`, so that no style sheet of a page can hide it. */
const hostStyle = 'all:initial!important;display:block!important';
/** What happens in the card is nobody else's business: pages close dialogs on clicks outside, and type on any key. */
const kept = ['pointerdown', 'mousedown', 'click', 'keydown', 'keypress'];

// Of the one card there is. Plain variables: names of properties would be paid for in every page.
let host: HTMLElement | null = null;
let root: ShadowRoot;
let card: HTMLElement;
let kind: CardTexts['kind'];
let place: CardPlace;
/** What it stands beside; null: in the corner or above the page. */
let field: HTMLElement | null;
let choose: (action: CardAction) => void;
let readyAt = 0;
let mendsLeft = 0;
/** Where the card stood when it was last put somewhere to be read. */
let stood = new DOMRect();

/** One card at a time: a new one takes the place of the old. */
export function show(
  texts: CardTexts,
  where: CardPlace,
  chosen: (action: CardAction) => void,
): void {
  take();
  ({ kind } = texts);
  // Nobody would see it come in far above what is read.
  place = where === 'top' && scrollY > innerHeight / 2 ? 'corner' : where;
  field = typeof where === 'object' ? (where.beside as HTMLElement) : null;
  mendsLeft = mostMends;
  choose = (action) => {
    const wasInside = root.activeElement;
    take();
    if (wasInside) field?.focus();
    chosen(action);
  };
  build(texts);
  const say = fillCard(card, texts, (action) => choose(action), onPress);
  // The same functions again are no second listeners.
  for (const type of ['scroll', 'resize']) addEventListener(type, follow, true);
  addEventListener('keydown', closeByKey, true);
  putIn();
  // Whatever is put into it makes it grow, and it would stand over the field. A microtask later: nobody sees it there.
  new MutationObserver(follow).observe(card, { childList: true, subtree: true });
  later(beforeWordsMs, say);
  beat(host);
}

export function hide(which: CardTexts['kind']): void {
  if (kind === which) take();
}

function take(): void {
  host?.remove();
  host = null;
  hush();
}

function build({ language, dir, band, look: sheetText }: CardTexts): void {
  host = make('div', { 'data-saathi': 'card' });
  host.style.cssText = hostStyle;
  root = host.attachShadow({ mode: 'closed' });
  card = make('section', {
    class: `card band-${band}`,
    lang: language,
    dir,
    'aria-labelledby': 'h',
    ...(place === 'top' ? {} : { popover: 'manual' }),
  });
  // An element of ours is let through by both browsers, whatever the page's policy says of styles.
  root.append(make('style', {}, sheetText), card);
  for (const type of kept) root.addEventListener(type, keep);
}

const isReady = (): boolean => performance.now() > readyAt;

/** Only a person's hand counts, and not before the card could be read. */
const onPress = (button: HTMLElement, action: () => void): void =>
  button.addEventListener('click', (event) => {
    if (event.isTrusted && isReady()) action();
  });

/** A press with the pointer leaves the focus, and with it the caret, where it is. */
function keep(event: Event): void {
  event.stopPropagation();
  if (event.type === 'mousedown') event.preventDefault();
}

/** Only from inside the card or from the field it stands beside: everywhere else Escape is the page's. */
function closeByKey(event: KeyboardEvent): void {
  if (host === null || event.key !== 'Escape' || event.isComposing || !event.isTrusted) return;
  if (!isReady() || !(root.activeElement ?? field?.matches(':focus,:focus-within'))) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  choose('understood');
}

function putIn(): void {
  const mine = host as Node;
  const page = own('documentElement');
  readyAt = performance.now() + readableMs;
  if (place === 'top') return void page.insertBefore(mine, own('body'));
  // Outside of an open modal dialog nothing can be pressed.
  (field?.closest('dialog:modal') ?? page).append(mine);
  // With its source, Tab leads from the field into the card.
  card.showPopover(field ? { source: field } : {});
  follow();
}

function beat(mine: HTMLElement | null): void {
  later(beatMs, () => {
    if (mine !== host || mine === null) return;
    // An update took the place of this instance: nobody would answer.
    if (!isAlive()) return take();
    try {
      if (own('visibilityState') !== 'hidden') look(mine);
    } catch {
      // The page is just taking the element out of the document: the next look finds it, or finds it gone.
    }
    beat(mine);
  });
}

function look(mine: HTMLElement): void {
  if (field?.isConnected === false) field = null;
  follow();
  if (mendsLeft === 0 || isSeen(mine)) return;
  mendsLeft -= 1;
  // Under a bar that stays at the top nobody sees it: then it stands in the corner.
  if (mine.isConnected && place === 'top') {
    place = 'corner';
    card.popover = 'manual';
  }
  mine.remove();
  putIn();
}

function isSeen(mine: HTMLElement): boolean {
  const { left, top, width, height } = card.getBoundingClientRect();
  const y = top + height / 2;
  // Scrolled away with the page.
  if (place === 'top' && mine.isConnected && (y < 0 || y > innerHeight)) return true;
  return own('elementFromPoint').call(document, left + width / 2, y) === mine;
}

function follow(): void {
  if (host === null) return;
  if (field) placeBeside(card, field, kind !== 'picture');
  else card.removeAttribute('style');
  if (place === 'top') return;
  const { x, y } = card.getBoundingClientRect();
  // A page that moves the field moves the card, and could bring its buttons under a finger that is on its way.
  if (Math.hypot(x - stood.x, y - stood.y) < nearby) return;
  stood = new DOMRect(x, y);
  readyAt = performance.now() + readableMs;
}
