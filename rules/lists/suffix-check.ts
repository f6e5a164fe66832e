// The public suffix of millions of hosts is asked for while a list is read, and nearly none of them is one.
import { isPublicSuffix } from '../hosts/registrable-domain.ts';
import { icannSuffixes, sharedSuffixes } from '../hosts/suffix-data.ts';
import { hashOfName, unpackHashes } from '../hosts/suffix-set.ts';

const bitsOfHash = 20;

/** Answers as `isPublicSuffix` does, ten times faster for a host that is none. */
export function createSuffixCheck(): (host: string) => boolean {
  const seen = new Uint8Array(2 ** bitsOfHash);
  for (const packed of [icannSuffixes, sharedSuffixes]) {
    for (const hash of unpackHashes(packed)) seen[hash >>> (32 - bitsOfHash)] = 1;
  }
  const mayBeRule = (name: string): boolean => seen[hashOfName(name) >>> (32 - bitsOfHash)] === 1;
  return (host) => {
    const dot = host.indexOf('.');
    const mayBe = dot === -1 || mayBeRule(host) || mayBeRule(`*${host.slice(dot)}`);
    return mayBe && isPublicSuffix(host);
  };
}
