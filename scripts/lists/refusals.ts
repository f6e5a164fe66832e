// What no list may close, as every client sees it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { helpHosts } from '../../rules/help/resources.ts';
import { createRefusal, type RefusalReason } from '../../rules/lists/refusal.ts';
import { parseStarter } from '../../rules/lists/starter.ts';
import { root } from '../commands.ts';
import { readPacks } from '../packs/build.ts';

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

const packs = () => readPacks(join(root, 'public/packs')).map(({ pack }) => pack);

function knownHosts(): readonly string[] {
  const starter = parseStarter(readJson('public/lists/starter.json'));
  return starter.ok ? starter.value.known : [];
}
