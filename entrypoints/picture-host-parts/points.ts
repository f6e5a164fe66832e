// From a file to the few points that the model looks at. Nothing else is ever drawn, and nothing is kept.
import { isTooLarge } from '@/rules/pictures/size.ts';

import { side } from './model.ts';

/** Null: broken, or too much to unpack. Of a moving picture the first image. */
export async function pointsOf(file: Blob): Promise<Uint8ClampedArray | null> {
  try {
    if (isTooLarge(new Uint8Array(await file.arrayBuffer()))) return null;
    const bitmap = await createImageBitmap(file, {
      resizeWidth: side,
      resizeHeight: side,
      resizeQuality: 'low',
    });
    const canvas = canvasCache();
    canvas.fillRect(0, 0, side, side);
    canvas.drawImage(bitmap, 0, 0, side, side);
    bitmap.close();
    return canvas.getImageData(0, 0, side, side).data;
  } catch {
    return null; // not a picture after all
  }
}

let kept: OffscreenCanvasRenderingContext2D | null = null;

/** What is see-through is looked at on white, as most pages show it. */
function canvasCache(): OffscreenCanvasRenderingContext2D {
  kept ??= new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (kept === null) throw new Error('no canvas');
  kept.fillStyle = '#fff';
  return kept;
}
