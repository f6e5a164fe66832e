// What only some pages need: a press on a cover, pictures that a page made itself, films.
import { type Bridge, bridge } from './bridge.ts';
import { drawn } from './draw.ts';
import { watchFilms } from './film.ts';
import { makeReachable, onKey, onPress } from './press.ts';

export function learnMore(): void {
  const made = bridge();
  if (made === undefined || made.hear !== null) return;
  const film = watchFilms(made);
  made.hear = (element) => {
    if (element instanceof HTMLVideoElement) film(element);
    else lookAgain(made, element);
  };
  addEventListener('click', (event) => onPress(made, event), true);
  addEventListener('keydown', (event) => onKey(made, event), true);
  made.waiting.splice(0).forEach(made.hear);
}

/** What no server gives a second time may be read where it stands, if the browser lets us. */
function lookAgain({ stateOf, want }: Bridge, element: Element): void {
  const state = stateOf(element);
  const isNew = state?.is === 'n' && state.asks === state.address;
  const image = isNew ? drawn(element) : null;
  if (state === undefined || image === null) return makeReachable(element);
  state.asks = image;
  want(element);
}
