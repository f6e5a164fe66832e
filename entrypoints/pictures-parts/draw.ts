// A picture that the page made itself, or one image of a film, as small as the model looks at it. It goes to the thread that
// looks at pictures, and nowhere else; where it came from another site the browser refuses, and that is the end of it.
import { make } from '../page-parts/document.ts';

const side = 224;

/** Null: nothing there yet, or not ours to read. */
export function drawn(element: Element): string | null {
  if (!(element instanceof HTMLImageElement || element instanceof HTMLVideoElement)) return null;
  const canvas = make('canvas') as HTMLCanvasElement;
  canvas.width = canvas.height = side;
  try {
    canvas.getContext('2d')?.drawImage(element, 0, 0, side, side);
    return canvas.toDataURL('image/jpeg', 0.8);
  } catch {
    return null; // from another site
  }
}
