// The same list in the engines that others filter with, each the fastest way its own documentation gives.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { DnsEngine, RuleStorage, StringRuleList } from '@adguard/tsurlfilter';
import { FiltersEngine, Request } from '@ghostery/adblocker';

/** How many of the hosts from one place of the stream to another are listed. Each engine has a loop of its own. */
export type Lookups = (hosts: readonly string[], from: number, to: number) => number;
export type Peer = { readonly name: string; readonly count: Lookups };

/** uBlock Origin's trie of host names, with its WebAssembly. */
export async function uboTrie(list: readonly string[]): Promise<Peer> {
  const need = createRequire(import.meta.resolve('@gorhill/ubo-core'));
  const { default: Trie } = await import('@gorhill/ubo-core/js/hntrie.js');
  const trie = new Trie();
  const isFast = await trie.enableWASM(
    async (path) =>
      WebAssembly.compile(
        new Uint8Array(JSON.parse(readFileSync(need.resolve(`${path}.wasm.json`), 'utf8'))),
      ),
    './js/wasm/',
  );
  if (!isFast) throw new Error('uBO: no WebAssembly');
  const all = trie.createTrieFromIterable(list);
  return {
    name: "uBO's trie",
    count(hosts, from, to) {
      let found = 0;
      for (let index = from; index < to; index += 1) {
        if (trie.setNeedle(hosts[index] ?? '').matches(all) >= 0) found += 1;
      }
      return found;
    },
  };
}

/** uBlock Origin's whole static engine, asked for one request a host. */
export async function uboEngine(list: readonly string[]): Promise<Peer> {
  const { StaticNetFilteringEngine, enableWASM } = await import('@gorhill/ubo-core');
  if (!(await enableWASM())) throw new Error('uBO: no WebAssembly');
  const engine = await StaticNetFilteringEngine.create();
  await engine.useLists([{ raw: rulesOf(list) }]);
  return {
    name: "uBO's engine",
    count(hosts, from, to) {
      let found = 0;
      for (let index = from; index < to; index += 1) {
        const url = `https://${hosts[index]}/`;
        if (engine.matchRequest({ originURL: 'https://a.test/', url, type: 'xhr' }) === 1)
          found += 1;
      }
      return found;
    },
  };
}

export function ghostery(list: readonly string[]): Peer {
  const engine = FiltersEngine.parse(rulesOf(list), { loadCosmeticFilters: false });
  return {
    name: 'Ghostery',
    count(hosts, from, to) {
      let found = 0;
      for (let index = from; index < to; index += 1) {
        const request = Request.fromRawDetails({
          type: 'xmlhttprequest',
          url: `https://${hosts[index]}/`,
          sourceUrl: 'https://a.test/',
        });
        if (engine.match(request).match) found += 1;
      }
      return found;
    },
  };
}

/** AdGuard's engine for host names. */
export function adguard(list: readonly string[]): Peer {
  const engine = new DnsEngine(new RuleStorage([new StringRuleList(1, rulesOf(list))]));
  return {
    name: 'AdGuard',
    count(hosts, from, to) {
      let found = 0;
      for (let index = from; index < to; index += 1) {
        if (engine.match(hosts[index] ?? '').basicRule !== null) found += 1;
      }
      return found;
    },
  };
}

const rulesOf = (list: readonly string[]): string => list.map((name) => `||${name}^`).join('\n');
