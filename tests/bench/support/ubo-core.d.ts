// What we use of a package that has no types of its own.
declare module '@gorhill/ubo-core' {
  export function enableWASM(): Promise<boolean>;
  export class StaticNetFilteringEngine {
    static create(): Promise<StaticNetFilteringEngine>;
    useLists(lists: readonly { readonly raw: string }[]): Promise<void>;
    matchRequest(details: {
      readonly originURL: string;
      readonly url: string;
      readonly type: string;
    }): number;
  }
}
declare module '@gorhill/ubo-core/js/hntrie.js' {
  export default class HNTrieContainer {
    enableWASM(
      fetchModule: (path: string) => Promise<WebAssembly.Module>,
      path: string,
    ): Promise<boolean>;
    createTrieFromIterable(hosts: Iterable<string>): number;
    setNeedle(host: string): this;
    matches(trie: number): number;
  }
}
