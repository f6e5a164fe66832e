// Films: the poster like any picture, and now and then one image of what plays. The stream itself is left alone.
import { runningMs } from '../page-parts/clock.ts';
import type { Bridge } from './bridge.ts';
import { drawn } from './draw.ts';

/** Between two looks: often at first, then seldom. */
const betweenMs = [0, 1500, 4000, 10_000, 20_000];
const smallest = 40;
const hasData = 2;

export function watchFilms({
  stateOf,
  begin,
  settle,
  want,
}: Bridge): (film: HTMLVideoElement) => void {
  const looks = new WeakMap<Element, { readonly count: number; readonly at: number }>();
  const look = (film: HTMLVideoElement): void => {
    const { count, at } = looks.get(film) ?? { count: 0, at: -Infinity };
    const gap = betweenMs[Math.min(count, betweenMs.length - 1)] ?? 0;
    if (film.readyState < hasData || film.videoWidth <= smallest || runningMs() - at < gap) return;
    looks.set(film, { count: count + 1, at: runningMs() });
    const address = film.poster || film.currentSrc;
    const known = stateOf(film);
    const state = known?.address === address ? known : begin(film, address);
    // What was covered once stays so until another film comes.
    if (state.is === 'u') return;
    const image = drawn(film);
    if (image !== null) {
      state.asks = image;
      want(film);
    } else if (film.poster === '' && state.is === '') settle(film, state, 'n');
  };
  for (const name of ['loadeddata', 'seeked', 'timeupdate']) {
    const hear = ({ target }: Event): void => {
      if (target instanceof HTMLVideoElement) look(target);
    };
    addEventListener(name, hear, true);
  }
  return look;
}
