// The thread that fetches, reads and builds lists. It obeys whoever started it and nobody else: a worker has one owner.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { parseWith } from '@/rules/parse.ts';

import { download } from './background/network.ts';
import { type BuilderEvent, commandSchema } from './list-builder-parts/protocol.ts';
import { work } from './list-builder-parts/work.ts';

export default defineUnlistedScript(() => {
  const tell = (event: BuilderEvent): void => globalThis.postMessage(event);
  const obey = async (untrusted: unknown): Promise<void> => {
    const command = parseWith(commandSchema, untrusted);
    if (!command.ok) return tell({ kind: 'failed', problem: 'broken' });
    tell(await work(command.value, { download, now: () => Date.now(), tell }));
  };
  let last = Promise.resolve();
  globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    last = last
      .then(() => obey(data))
      .catch((error: unknown) => {
        // oxlint-disable-next-line no-console -- a bug, or a database that does not open.
        console.error('Saathi: the builder failed', error);
        tell({ kind: 'failed', problem: 'broken' });
      });
  });
});
