// The build as it would ship, but with country packs that name a trial desk on loopback (docs/desk.md).
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Desk } from '../../rules/policy/desk-schema.ts';
import { chromeBuild } from '../chromium.ts';
import type { TrialDesk } from '../desk/desk.ts';

export type TrialBuild = { readonly folder: string; readonly remove: () => void };

export function makeTrialBuild(trial: TrialDesk): TrialBuild {
  const folder = mkdtempSync(join(tmpdir(), 'saathi-demo-'));
  cpSync(chromeBuild, folder, { recursive: true });
  const packs = join(folder, 'packs');
  const desk = trial.asDesk ?? asTicketSystem(trial);
  for (const file of readdirSync(packs).filter((one) => /^[A-Z]{2}\.json$/.test(one))) {
    // The signature fits no longer; of the package's own files it was looked at when they were made.
    const signed = JSON.parse(readFileSync(join(packs, file), 'utf8')) as { pack: object };
    writeFileSync(join(packs, file), JSON.stringify({ ...signed, pack: { ...signed.pack, desk } }));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const asTicketSystem = ({ name, url, queue, user, password }: TrialDesk): Desk => ({
  kind: 'rt-rest2',
  name,
  endpoint: url,
  queue,
  user,
  password,
});
