// Where a card stands beside a field or a picture: above or below it, never over it or over the buttons that belong to it.

const gap = 8;
const leastHeight = 96;
const levelsUp = 5;
/** A button below a field whose surroundings are half the page. */
const buttonHeight = 64;

/** `isField`: something is written there and sent off by a button nearby. */
export function placeBeside(card: HTMLElement, beside: Element, isField: boolean): void {
  const { style } = card;
  const { left, right, top, bottom } = isField ? takenBy(beside) : beside.getBoundingClientRect();
  style.maxHeight = '';
  const { width, height } = card.getBoundingClientRect();
  const above = within(top, 0, innerHeight) - 2 * gap;
  const below = innerHeight - within(bottom, 0, innerHeight) - 2 * gap;
  // Above is where a child looks while the talk goes on there; Send stands beside a field or below it.
  const isAbove = above >= height || above >= below;
  const room = Math.max(isAbove ? above : below, leastHeight);
  const tall = Math.min(height, room);
  const x = card.dir === 'rtl' ? right - width : left;
  style.maxHeight = `${room}px`;
  style.left = `${within(x, gap, innerWidth - width - gap)}px`;
  style.top = `${within(isAbove ? top - gap - tall : bottom + gap, gap, innerHeight - tall - gap)}px`;
}

const within = (at: number, least: number, most: number): number =>
  Math.max(least, Math.min(at, most));

type Box = { left: number; right: number; top: number; bottom: number };

function takenBy(field: Element): Box {
  const { left, right, top, bottom } = field.getBoundingClientRect();
  let around: Element | null = field;
  for (let level = 0; level < levelsUp && around; level += 1) {
    if (around.querySelector('button,[role=button],[type=submit]')) break;
    around = around.parentElement;
  }
  const box = around?.getBoundingClientRect();
  return box && box.height < innerHeight / 2
    ? { left, right, top: Math.min(top, box.top), bottom: Math.max(bottom, box.bottom) }
    : { left, right, top, bottom: bottom + buttonHeight };
}
