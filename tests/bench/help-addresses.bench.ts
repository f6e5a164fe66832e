// Addresses and scam pages: what the address model finds on domains it never saw, at which price for honest addresses, how
// long an address takes, and what address, form and words find together on replicas.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AddressScore } from '../../rules/lookalike/address-score.ts';
import { judgeAddress } from '../../rules/lookalike/lookalike.ts';
import { scamSigns } from '../../rules/lookalike/scam-page.ts';
import { judgeRisk } from '../../rules/risk/judge-risk.ts';
import { pageEvidence } from '../../rules/risk/page-evidence.ts';
import { makeTextJudge } from '../../rules/text/judge-text.ts';
import type { TextJudge } from '../../rules/text/judge.ts';
import { readModel } from '../../rules/text/model.ts';
import { root } from '../../scripts/commands.ts';
import {
  hasAddressData,
  readAddresses,
  type Sample,
  type Source,
} from '../../scripts/train/address-data.ts';
import { packagedAddressJudge, packagedBrands } from '../../scripts/train/addresses.ts';
import { readReplicas, type ReplicaSet } from '../support/scam-replicas.ts';
import { atLeast, atMost, figure, publishPart, type Result } from './support/publish.ts';

const brands = packagedBrands();
const judge = packagedAddressJudge();
const oneInThousand = 1000;
const isBare = ({ address }: Sample): boolean => address.path.length <= 1 && address.search === '';

type Scored = { readonly sample: Sample; readonly score: AddressScore };

function addressRows(): Result[] {
  const kept = readAddresses().filter(({ part }) => part === 'kept');
  for (const { address } of kept.slice(0, 20_000)) judge(address);
  const began = performance.now();
  const scored = kept.map((sample): Scored => ({ sample, score: judge(sample.address) }));
  const microseconds = ((performance.now() - began) * 1000) / kept.length;
  const from = (source: Source): Scored[] => scored.filter(({ sample }) => sample.from === source);
  const scams = from('scam');
  const recall = (source: Source, some: readonly Scored[] = scams): number => {
    const limit = limitOf(from(source));
    return share(some, ({ score }) => score.score > limit);
  };
  const isFound = ({ score }: Scored): boolean => score.level !== 'ordinary';
  const perThousand = (source: Source): number => share(from(source), isFound) * oneInThousand;
  const rate = (name: string, value: number): Result => figure(name, value, 'share');
  const flagged = (name: string, value: number): Result =>
    atMost(1, figure(name, value, 'of 1,000'));
  return [
    atLeast(0.5, rate('recall at 1 in 1,000 of popular hosts never learned from', recall('host'))),
    atLeast(
      0.5,
      rate(
        'recall at 1 in 1,000 of the same hosts with made-up paths as deep as scams',
        recall('host-path'),
      ),
    ),
    atLeast(0.5, rate('recall at 1 in 1,000 of honest pages kept out', recall('page'))),
    atLeast(0.5, rate('recall at 1 in 1,000 of the navigation stream kept out', recall('stream'))),
    rate(
      'recall of scams that are a bare host, at 1 in 1,000 of popular hosts',
      recall(
        'host',
        scams.filter(({ sample }) => isBare(sample)),
      ),
    ),
    rate(
      'recall of the hosts of scams of 2026 alone, at 1 in 1,000 of popular hosts',
      recall('host', from('scam-host')),
    ),
    atLeast(0.5, rate('recall as shipped (level likely or clear)', share(scams, isFound))),
    rate(
      'recall as shipped (level clear)',
      share(scams, ({ score }) => score.level === 'clear'),
    ),
    flagged('flagged as shipped, popular hosts', perThousand('host')),
    flagged('flagged as shipped, popular hosts with made-up paths', perThousand('host-path')),
    flagged('flagged as shipped, honest pages kept out', perThousand('page')),
    flagged('flagged as shipped, navigation stream kept out', perThousand('stream')),
    figure('scams measured, on domains never learned from', scams.length, 'addresses'),
    figure(
      'honest addresses measured, on domains never learned from',
      kept.length - scams.length - from('scam-host').length,
      'addresses',
    ),
    figure('one address', microseconds, 'µs'),
  ];
}

/** Over it is one in a thousand. */
function limitOf(honest: readonly Scored[]): number {
  const scores = honest.map(({ score }) => score.score).toSorted((left, right) => right - left);
  return scores[Math.floor(scores.length / oneInThousand)] ?? Infinity;
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(is).length / all.length;
}

function packagedTextJudge(): TextJudge | null {
  const path = join(root, 'public', 'models', 'text.bin');
  const model = existsSync(path) ? readModel(new Uint8Array(readFileSync(path))) : null;
  return model !== null && model.ok ? makeTextJudge(model.value) : null;
}

const isHit = (hit: boolean): boolean => hit;

/** Which of them reading the page or its address alone finds; `text`: the text model beside. */
const hits = (name: ReplicaSet, text: TextJudge | null): boolean[] =>
  readReplicas(name).map(({ facts, place, language }) => {
    const page = { ...facts, language, address: place, ageLabel: null };
    const fromText = text === null ? [] : pageEvidence(page, text);
    const signs = [...fromText, ...scamSigns(facts, place, { brands, judge }, fromText)];
    return judgeRisk(signs) !== null || judgeAddress(place.host, brands) !== null;
  });

function replicaRows(): Result[] {
  const found = (what: string, name: ReplicaSet, text: TextJudge | null): Result =>
    figure(what, share(hits(name, text), isHit), 'share');
  const wrong = (what: string, names: readonly ReplicaSet[], text: TextJudge | null): Result =>
    figure(what, names.flatMap((name) => hits(name, text)).filter(isHit).length, 'pages');
  const text = packagedTextJudge();
  return [
    atLeast(0.9, found('replicas of scam pages found by address, form and words', 'scam', null)),
    atMost(0, wrong('honest pages like them that are hit', ['honest'], null)),
    found('a further set of replicas, learned from since: found', 'scam-untuned', null),
    atMost(
      0,
      wrong('a further set of honest pages, learned from since: hit', ['honest-untuned'], null),
    ),
    found(
      'a second further set, in other kinds and words, learned from since: found',
      'scam-untuned-2',
      null,
    ),
    atMost(
      0,
      wrong(
        'a second further set of honest pages, learned from since: hit',
        ['honest-untuned-2'],
        null,
      ),
    ),
    found('a third further set, learned from since: found', 'scam-untuned-3', null),
    found('a fourth further set, learned from since: found', 'scam-untuned-4', null),
    found('a fifth further set, learned from since: found', 'scam-untuned-5', null),
    found('a sixth further set, learned from since: found', 'scam-untuned-6', null),
    atMost(
      0,
      wrong(
        'honest pages of the third to sixth further sets, learned from since: hit',
        ['honest-untuned-3', 'honest-untuned-4', 'honest-untuned-5', 'honest-untuned-6'],
        null,
      ),
    ),
    atLeast(0.9, found('forty kinds that no rule was made for: found', 'scam-unseen', null)),
    atMost(0, wrong('forty honest pages that no rule was made for: hit', ['honest-unseen'], null)),
    ...(text === null
      ? []
      : [
          found('with the text model: replicas found', 'scam', text),
          found('with the text model: the further set found', 'scam-untuned', text),
          found('with the text model: the second further set found', 'scam-untuned-2', text),
          atMost(
            0,
            wrong(
              'with the text model: honest pages hit',
              ['honest', 'honest-untuned', 'honest-untuned-2'],
              text,
            ),
          ),
        ]),
    figure('one replica, all signs', eachPage(), 'ms'),
  ];
}

function eachPage(): number {
  const rounds = 20;
  const pages = [...readReplicas('scam'), ...readReplicas('honest')];
  const once = (): void => {
    for (const { facts, place } of pages) scamSigns(facts, place, { brands, judge });
  };
  for (let round = 0; round < rounds; round += 1) once();
  const began = performance.now();
  for (let round = 0; round < rounds; round += 1) once();
  return (performance.now() - began) / (rounds * pages.length);
}

if (!hasAddressData()) {
  console.log(
    'The addresses are not here (../shared/data): the rows that stand are left as they are.',
  );
} else {
  publishPart('help', 'addresses', {
    browser: null,
    results: [...addressRows(), ...replicaRows()],
  });
}
