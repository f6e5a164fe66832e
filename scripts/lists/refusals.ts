// What no list may close, as every client sees it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { helpHosts } from '../../rules/help/resources.ts';
import { createRefusal, type RefusalReason } from '../../rules/lists/refusal.ts';
import { parseStarter } from '../../rules/lists/starter.ts';
import { packSchema } from '../../rules/packs/pack.ts';
import { parseWith } from '../../rules/parse.ts';
import { root } from '../commands.ts';

/** Why a host may stand in no list, in words; null if it may. */
export function createRefusalInWords(): (host: string) => string | null {
  const known = knownHosts();
  const refusal = createRefusal({ help: helpHosts(packs()), known, needed: [] });
  return (host) => {
    const reason = refusal(host);
    return reason === null ? null : words[reason];
  };
}

const words: Readonly<Record<RefusalReason, string>> = {
  suffix: 'a public suffix, which would close the sites of strangers',
  help: 'help for children, a reporting office, or what they stand on',
  known: 'a well-known, ordinary site, or what one stands on',
  needed: 'needed by the extension itself',
};

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
