// Bytes: what every frame loads, what every cold start reads, what a family downloads.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { root, run, tool } from '../../scripts/commands.ts';
import { buildFolder, buildIfStale, type Target } from '../../scripts/fresh-build.ts';
import { atMost, figure, publish, type Result } from './support/publish.ts';

const results: Result[] = [];
for (const target of ['chrome', 'firefox'] as const) {
  const built = await buildIfStale(target);
  if (built.code !== 0) throw new Error(built.output);
  const bytes = (path: string) => statSync(join(buildFolder(target), path)).size;
  results.push(
    atMost(12_000, { ...figure(`${target}: content script`, 0, 'bytes'), value: bytes('page.js') }),
    atMost(2000, { ...figure(`${target}: in each frame`, 0, 'bytes'), value: bytes('frame.js') }),
    {
      ...figure(`${target}: cover, only where we show something`, 0, 'bytes'),
      value: bytes('cover.js'),
    },
    atMost(150_000, { ...figure(`${target}: worker`, 0, 'bytes'), value: bytes('background.js') }),
    figure(`${target}: package, zipped`, await zipped(target), 'bytes'),
  );
}
publish('size', 'none: files only', results);

async function zipped(target: Target): Promise<number> {
  const { code, output } = await run(tool('wxt'), ['zip', '-b', target]);
  if (code !== 0) throw new Error(output);
  const folder = join(root, '.output');
  const zip = readdirSync(folder).find((name) => name.endsWith(`-${target}.zip`));
  if (zip === undefined) throw new Error(`wxt zip left no package:\n${output}`);
  return statSync(join(folder, zip)).size;
}
