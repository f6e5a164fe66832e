// Trains the address model (public/models/addresses.bin) from ../shared/data: logistic regression over hashed features,
// with Adagrad, fixed order and seed: the same data give the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseStarter } from '../../rules/lists/starter.ts';
import { addressFeatures, featureBits } from '../../rules/lookalike/address-features.ts';
import {
  type AddressModel,
  readAddressModel,
  writeAddressModel,
} from '../../rules/lookalike/address-model.ts';
import { type AddressJudge, createAddressJudge } from '../../rules/lookalike/address-score.ts';
import { type BrandIndex, brandIndexOf } from '../../rules/lookalike/brand-index.ts';
import { root } from '../commands.ts';
import { isScamSource, readAddresses, type Sample, type Source } from './address-data.ts';
import { createRandom, type Random } from './random-numbers.ts';

const addressModelPath = join(root, 'public', 'models', 'addresses.bin');

export function packagedBrands(): BrandIndex {
  const starter = parseStarter(
    JSON.parse(readFileSync(join(root, 'public', 'lists', 'starter.json'), 'utf8')),
  );
  if (!starter.ok) throw new Error('public/lists/starter.json does not fit its schema');
  return brandIndexOf(starter.value);
}

export function packagedAddressJudge(): AddressJudge {
  const model = readAddressModel(new Uint8Array(readFileSync(addressModelPath)).buffer);
  if (model === null) throw new Error('public/models/addresses.bin is no model: npm run train');
  return createAddressJudge(model, packagedBrands());
}

type Learned = { readonly weights: Float64Array; readonly bias: number };
type Row = { readonly places: Int32Array; readonly isScam: boolean; readonly weight: number };

const rounds = 5;
const rate = 0.08;
const decay = 2e-7;
/** Honest addresses with a path are made up in part: they count less each, since they are many. */
const weightOf: Readonly<Record<Source, number>> = {
  scam: 0.8,
  'scam-host': 0.4,
  free: 0.6,
  page: 3,
  stream: 1.5,
  host: 0.6,
  'host-path': 0.4,
};

/** Trains, writes the model and says what came of it. */
export function trainAddresses(): void {
  const brands = packagedBrands();
  const samples = readAddresses();
  const rows = samples
    .filter(({ part }) => part === 'learn')
    .map(({ address, from }): Row => ({
      places: Int32Array.from(addressFeatures(address, brands)),
      isScam: isScamSource(from),
      weight: weightOf[from],
    }));
  const model = withThresholds(quantised(learn(rows)), samples, brands);
  writeFileSync(addressModelPath, writeAddressModel(model));
  console.log(`addresses: ${rows.length} learned from, ${writeAddressModel(model).length} bytes`);
}

function learn(rows: readonly Row[]): Learned {
  const size = 1 << featureBits;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1);
  const order = Int32Array.from(rows.keys());
  const random = createRandom(11);
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const row = rows[index];
      if (row === undefined) continue;
      let sum = bias;
      for (const place of row.places) sum += weights[place] ?? 0;
      const error = (1 / (1 + Math.exp(-sum)) - (row.isScam ? 1 : 0)) * row.weight;
      bias -= 0.002 * error;
      for (const place of row.places) {
        const gradient = error + decay * (weights[place] ?? 0);
        squares[place] = (squares[place] ?? 0) + gradient * gradient;
        weights[place] = (weights[place] ?? 0) - (rate * gradient) / Math.sqrt(squares[place] ?? 1);
      }
    }
  }
  return { weights, bias };
}

function shuffle(order: Int32Array, random: Random): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}

const none = { bare: 0, deep: 0 };

/** One signed byte a weight; the few largest are cut. */
function quantised({ weights, bias }: Learned): AddressModel {
  const sorted = weights.map(Math.abs).sort();
  const largest = sorted[Math.floor(sorted.length * 0.9998)] ?? 1;
  const scale = largest / 127;
  return {
    weights: Int8Array.from(weights, (weight) =>
      Math.max(-127, Math.min(127, Math.round(weight / scale))),
    ),
    scale,
    bias,
    likely: none,
    clear: none,
  };
}

/** Chosen on addresses of domains that were neither learned from nor are measured; twice as strict as is promised, since other lists differ. */
function withThresholds(
  model: AddressModel,
  samples: readonly Sample[],
  brands: BrandIndex,
): AddressModel {
  const judge = createAddressJudge(model, brands);
  const scores = (wanted: (sample: Sample) => boolean): number[] =>
    samples
      .filter((sample) => sample.part === 'tune' && !isScamSource(sample.from) && wanted(sample))
      .map(({ address }) => judge(address).score)
      .sort((left, right) => right - left);
  const groups = {
    bare: [scores(({ from }) => from === 'host')],
    deep: (['host-path', 'page', 'stream'] as const).map((source) =>
      scores(({ from }) => from === source),
    ),
  };
  const over = (lists: readonly number[][], one: number): number =>
    Math.max(...lists.map((list) => list[Math.floor(list.length / one)] ?? 0));
  return {
    ...model,
    likely: { bare: over(groups.bare, 2000), deep: over(groups.deep, 2000) },
    clear: { bare: over(groups.bare, 10_000), deep: over(groups.deep, 10_000) },
  };
}

if (import.meta.main) trainAddresses();
