// The thread that looks at pictures: fetches them, makes them small, asks the model, forgets them. It obeys whoever started
// it and nobody else: a worker has one owner.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { parseWith } from '@/rules/parse.ts';

import { fetchPicture, readModelFile } from './background/picture-network.ts';
import { openModel } from './picture-host-parts/model.ts';
import { pointsOf } from './picture-host-parts/points.ts';
import { type Found, orderSchema } from './picture-host-parts/protocol.ts';
import { PictureWork } from './picture-host-parts/work.ts';

export default defineUnlistedScript(() => {
  const tell = (found: Found): void => globalThis.postMessage(found);
  const work = new PictureWork({
    fetchPicture,
    pointsOf,
    openModel: () => openModel(readModelFile),
    now: () => performance.now(),
    tell,
  });
  globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const order = parseWith(orderSchema, data);
    if (!order.ok) return tell({ kind: 'unable' });
    work.obey(order.value).catch((error: unknown) => {
      // oxlint-disable-next-line no-console -- a broken package, or a machine that can not run the model.
      console.error('Saathi: the picture model failed', error);
      tell({ kind: 'unable' });
    });
  });
});
