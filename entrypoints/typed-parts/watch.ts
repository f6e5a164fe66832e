// Words before they are sent. No key is kept and no sending is stopped: a card comes up beside the field, once a message.
import type { Body } from '@/rules/messages/contract.ts';
import type { CardAction, CardTexts } from '@/rules/messages/help-replies.ts';

import { ask, later, own } from '../page-parts/kit.ts';
import { world } from '../page-parts/world.ts';
import { fieldOf, hintOf, placeOf, textOf } from './field.ts';
import { beginWriting, hasWritten, writtenIn } from './written.ts';

type Kind = Body<'typed.check'>['rested'][number];

/** A word is finished when the fingers rest. */
const restMs = 350;
/** After "send it as it is" the next words are another message. */
const silenceMs = 30_000;
const notNowMs = 600_000;
/** Editors keep `input` to themselves; a key that comes up or a press on Send is seen all the same. */
const signs = ['input', 'keyup', 'compositionend', 'paste', 'click'];
const allKinds: readonly Kind[] = ['kindness', 'privacy', 'password', 'search'];

// Of the one message that is being written. Nothing of it outlives the field.
let field: HTMLElement | null = null;
let text = '';
let rested: Kind[] = [];
let shown: CardTexts['kind'] | null = null;
let touchedAt = 0;
let touches = 0;
let kindFrom = 0;
let isComposing = false;
/** A box whose dots were made readable is still a password's. */
const secret = new WeakSet<HTMLElement>();

export function watchTyping(): void {
  for (const sign of signs) addEventListener(sign, notice, true);
  touch(fieldOf(focused()));
}

/** What was typed before this came is looked at too, also inside of open shadow roots. */
function focused(): Element | null {
  let found = own('activeElement');
  for (let inner = found; inner; inner = inner.shadowRoot?.activeElement ?? null) found = inner;
  return found;
}

function notice(event: Event): void {
  // Words of a Chinese keyboard are whole when the composition ends; Chromium itself calls that end untrusted. It is believed
  // once, after keys that are not: else a page could have looked at whatever it writes.
  const isEnd = isComposing && event.type === 'compositionend';
  if (event.isTrusted) {
    hasWritten(event);
    isComposing = (event as InputEvent).isComposing && !isEnd;
  } else if (!isEnd) return;
  if (isEnd) isComposing = false;
  if (isComposing) return;
  const touched = fieldOf(event.composedPath()[0]);
  touch(event.type === 'click' ? field : touched);
}

function touch(touched: HTMLElement | null): void {
  if (touched === null) return;
  const now = performance.now();
  if (touched !== field || (rested.length > 0 && now - touchedAt > silenceMs)) startMessage();
  field = touched;
  touchedAt = now;
  touches += 1;
  const mine = touches;
  later(restMs, () => {
    if (mine === touches) void check(touched, mine);
  });
}

function startMessage(): void {
  text = '';
  beginWriting();
  rested = [];
  unshow();
}

function unshow(): void {
  if (shown !== null) world().card?.hide(shown);
  shown = null;
}

async function check(at: HTMLElement, mine: number): Promise<void> {
  const place = secret.has(at) ? 'password' : placeOf(at);
  const isSecret = place === 'password';
  if (isSecret) secret.add(at);
  const found = isSecret ? '' : textOf(at).trim();
  // Sent, or taken back: what comes next is another message.
  if (found === '' && !isSecret) return startMessage();
  if (rested.length >= allKinds.length) return;
  if (found === text && (text !== '' || rested.includes('password'))) return;
  const written = isSecret ? '' : writtenIn(text, found);
  text = found;
  if (written.trim() === '' && !isSecret) return unshow();
  // One look is enough: what is in it is not read.
  const skipped = performance.now() < kindFrom ? [...rested, 'kindness' as const] : [...rested];
  if (isSecret) rested.push('password');
  const hint = hintOf(at);
  const answer = await ask('typed.check', {
    text: written,
    place,
    hint,
    rested: skipped.slice(0, 4),
  });
  // Typed on meanwhile: the next look is on its way; a password is looked at only once.
  if (!answer.ok || (isSecret ? field !== at : mine !== touches)) return;
  const { card } = answer.value;
  if (card === null) return unshow();
  if (card.kind === shown) return;
  shown = card.kind;
  world().card?.show(card, { beside: at }, (action) => choose(at, card.kind as Kind, action));
}

function choose(at: HTMLElement, kind: Kind, action: CardAction): void {
  shown = null;
  rested = action === 'send' ? [...allKinds] : [...new Set([...rested, kind])];
  touchedAt = performance.now();
  if (action === 'reword') at.focus();
  if (action === 'not-now') kindFrom = touchedAt + notNowMs;
  // Nobody answers: no page is the safe one.
  if (action === 'leave')
    void ask('warning.leave', {}).then(({ ok }) => ok || location.replace('about:blank'));
}
