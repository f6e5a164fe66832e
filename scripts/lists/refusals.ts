// What no list may close, as every client sees it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { helpHosts } from '../../rules/help/resources.ts';
import { parentsOf } from '../../rules/hosts/match.ts';
import { isPublicSuffix } from '../../rules/hosts/registrable-domain.ts';
import { parseStarter } from '../../rules/lists/starter.ts';
import { packSchema } from '../../rules/packs/pack.ts';
import { parseWith } from '../../rules/parse.ts';
import { root } from '../commands.ts';

/** Why a host may stand in no list, in words; null if it may. */
export function createRefusal(): (host: string) => string | null {
  const help = new Set(helpHosts(packs()).flatMap((host) => parentsOf(host)));
  const known = new Set(knownHosts());
  return (host) => {
    if (isPublicSuffix(host)) return 'a public suffix: it would close the sites of strangers';
    if (help.has(host)) return 'it would close a help line or a reporting office';
    return known.has(host) ? 'a well-known, ordinary site' : null;
  };
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

const packs = () =>
  readdirSync(join(root, 'public/packs')).flatMap((name) => {
    const pack = parseWith(packSchema, readJson(`public/packs/${name}`));
    return pack.ok ? [pack.value] : [];
  });

function knownHosts(): readonly string[] {
  const starter = parseStarter(readJson('public/lists/starter.json'));
  return starter.ok ? starter.value.known : [];
}
