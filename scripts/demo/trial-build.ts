// The build as it would ship, but with country packs that name a trial desk on loopback (docs/desk.md).
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromeBuild } from '../chromium.ts';
import type { TrialDesk } from '../desk/desk.ts';

export type TrialBuild = { readonly folder: string; readonly remove: () => void };

export function makeTrialBuild({ name, url, queue, user, password }: TrialDesk): TrialBuild {
  const folder = mkdtempSync(join(tmpdir(), 'saathi-demo-'));
  cpSync(chromeBuild, folder, { recursive: true });
  const packs = join(folder, 'packs');
  const desk = { kind: 'rt-rest2', name, endpoint: url, queue, user, password };
  for (const file of readdirSync(packs).filter((one) => /^[A-Z]{2}\.json$/.test(one))) {
    const pack = JSON.parse(readFileSync(join(packs, file), 'utf8')) as object;
    writeFileSync(join(packs, file), JSON.stringify({ ...pack, desk }));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
