// What is on the screen: the picture of a virtual X display, read from the file in which its server keeps it. No page
// and no browser can tell anything else than what a child would see.
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { firstOnPath } from '../../../scripts/commands.ts';

export type Screen = {
  /** For DISPLAY. */
  readonly display: string;
  /** Looks every few milliseconds until `until` settles; the largest share of loud pixels seen, and how often it looked. */
  readonly watch: (until: Promise<unknown>) => Promise<Watched>;
  readonly close: () => void;
};
export type Watched = { readonly loudest: number; readonly looks: number; readonly loudMs: number };

const [width, height] = [800, 600];
const everyMs = 4;
/** Every so many rows is enough to see a page. */
const rowStep = 20;

/** Null where there is no Xvfb. */
export async function openScreen(): Promise<Screen | null> {
  const program = firstOnPath(['Xvfb']);
  if (program === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'saathi-screen-'));
  const server = spawn(
    program,
    [
      '-displayfd',
      '1',
      '-screen',
      '0',
      `${width}x${height}x24`,
      '-fbdir',
      folder,
      '-nolisten',
      'tcp',
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const number = await new Promise<string>((resolve) => {
    server.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
  });
  const file = join(folder, 'Xvfb_screen0');
  const headerBytes = readFileSync(file).readUInt32BE(0) + 12 * coloursIn(file);
  return {
    display: `:${number}`,
    watch: (until) => watch(file, headerBytes, until),
    close: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** X's own form of a picture (XWD): a header that says its length, a list of colours, then rows of 4 bytes a pixel. */
const coloursIn = (file: string): number => readFileSync(file).readUInt32BE(76);

async function watch(file: string, from: number, until: Promise<unknown>): Promise<Watched> {
  const open = openSync(file, 'r');
  const row = Buffer.alloc(width * 4);
  const state = { isOver: false };
  const end = (): void => {
    state.isOver = true;
  };
  void until.then(end, end);
  let [loudest, looks, loudMs, last] = [0, 0, 0, performance.now()];
  while (!state.isOver) {
    const share = shareIn(
      (at) => readSync(open, row, 0, row.length, from + at * row.length) && row,
    );
    const now = performance.now();
    if (share > 0.01) loudMs += now - last;
    last = now;
    loudest = Math.max(loudest, share);
    looks += 1;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  closeSync(open);
  return { loudest, looks, loudMs };
}

function shareIn(readRow: (at: number) => Buffer | 0): number {
  let found = 0;
  for (let at = 0; at < height; at += rowStep) {
    const row = readRow(at);
    if (row === 0) continue;
    for (let x = 0; x < row.length; x += 4) {
      // Blue, green, red.
      if ((row[x] ?? 0) > 175 && (row[x + 1] ?? 0) < 80 && (row[x + 2] ?? 0) > 175) found += 1;
    }
  }
  return found / (width * Math.ceil(height / rowStep));
}
