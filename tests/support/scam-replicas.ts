// Replicas of scam pages and of honest pages that look like them (tests/fixtures/scam-pages), as the reader would tell them.
// The "untuned" ones were written when the rules of their day were done, before anybody looked how they are judged; the rules have
// learned from them since, so they tell of a step back, not of pages to come. From the "unseen"
// ones nothing was ever learned: who wrote them knew no rule, and nobody may change one for them.
import { readFileSync } from 'node:fs';

import { type Address, parseAddress } from '../../rules/hosts/address.ts';
import type { ScamFacts } from '../../rules/lookalike/scam-page.ts';

export type Replica = {
  readonly kind: string;
  readonly language: string;
  readonly place: Address;
  readonly facts: ScamFacts;
};

type Stored = Omit<ScamFacts, 'forms'> & {
  readonly kind: string;
  readonly language: string;
  readonly url: string;
  /** "password card secret>host that it goes to". */
  readonly forms: readonly string[];
};

type Further = '-untuned' | `-untuned-${2 | 3 | 4 | 5 | 6}`;
export type ReplicaSet = `${'scam' | 'honest'}${'' | Further | '-unseen'}`;

export function readReplicas(name: ReplicaSet): Replica[] {
  const path = `tests/fixtures/scam-pages/${name}.json`;
  const stored = JSON.parse(readFileSync(path, 'utf8')) as readonly Stored[];
  return stored.map(({ kind, language, url, forms, title, description, text, buttons }) => {
    const place = parseAddress(url);
    if (place === null) throw new Error(`${kind}: no address`);
    const facts = { title, description, text, buttons, forms: forms.map(readForm) };
    return { kind, language, place, facts };
  });
}

function readForm(stored: string): ScamFacts['forms'][number] {
  const [asks = '', to = ''] = stored.split('>');
  return {
    hasPassword: asks.includes('password'),
    hasCard: asks.includes('card'),
    hasSecret: asks.includes('secret'),
    to,
  };
}
