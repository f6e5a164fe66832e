// While a page is covered it shall not be heard, and nothing of it shall be shown elsewhere.
import { allThat, own } from '../page-parts/document.ts';

type WithPictureWindow = { readonly documentPictureInPicture?: { readonly window: Window | null } };

const paused = new Set<HTMLMediaElement>();

/** Pauses media and ends full screen, pointer lock and pictures in other windows. Safe to call again and again. */
export function hush(): void {
  for (const media of allThat('video,audio') as NodeListOf<HTMLMediaElement>) pauseMedia(media);
  if (own('fullscreenElement') !== null) quietly(own('exitFullscreen').call(document));
  if (own('pictureInPictureElement')) quietly(own('exitPictureInPicture').call(document));
  if (own('pointerLockElement') !== null) own('exitPointerLock').call(document);
  (globalThis as WithPictureWindow).documentPictureInPicture?.window?.close();
}

export function pauseMedia(media: HTMLMediaElement): void {
  if (media.paused) return;
  paused.add(media);
  // A page may have put another "pause" in its place; the prototype of our own world is out of its reach.
  HTMLMediaElement.prototype.pause.call(media);
}

/** Ends a view transition: its snapshots lie above every dialog. */
export const endTransition = (): void => own('activeViewTransition')?.skipTransition();

/** Plays on what hush() had stopped. */
export function unhush(): void {
  for (const media of paused) if (media.isConnected) quietly(media.play());
  paused.clear();
}

function quietly(promise: Promise<void> | undefined): void {
  promise?.catch(() => {
    // It ended by itself, or the browser wants a click first: nothing is lost.
  });
}
