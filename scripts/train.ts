// `npm run train`: the text model from the open sets and the examples of this repository, and its card. Minutes on one core.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { readModel, writeModel, type Header, type TextModel } from '../rules/text/model.ts';
import { root } from './commands.ts';
import { hasAddressData } from './train/address-data.ts';
import { trainAddresses } from './train/addresses.ts';
import { calibrate, withoutThresholds } from './train/calibrate.ts';
import { writeCard } from './train/card.ts';
import { makeCorpus } from './train/corpus.ts';
import { netSize, trainNet } from './train/net.ts';
import { quantise } from './train/quantise.ts';
import { readRows } from './train/rows.ts';
import { topicBits, trainTopics } from './train/topics.ts';

const rows = readRows();
if (rows === null) {
  console.error('The open text sets are not here: ../shared/data/text/*/open/*.jsonl.xz');
  process.exit(1);
}
const training = rows.filter(({ use }) => use === 'train');
console.log(`${training.length} texts to train on`);
const corpus = makeCorpus(training.map(({ text }) => text));
const net = trainNet(
  corpus,
  training.flatMap(({ unkind, weight, lang, source }, row) => {
    // The many sets in English contradict one another; elsewhere a doubt would throw out what is rare.
    const isDisputable = lang === 'en' && source !== 'own examples';
    return unkind === null ? [] : [{ row, isExample: unkind === 1, weight, isDisputable }];
  }),
);
const heads = trainTopics(
  corpus,
  training.map((row, at) => [at, row] as const),
);
const { tables, ...scales } = quantise(net, heads);
const { wideBits, vectorBits, dimensions, hidden } = netSize;
const settings: Omit<Header, 'version' | 'checksum'> = {
  wideBits,
  vectorBits,
  dimensions,
  hidden,
  topicBits,
  bias: net.bias,
  topicBiases: [...heads.biases],
  ...scales,
  ...withoutThresholds(),
};
const forCalibration = rows.filter(({ use }) => use === 'calibrate');
const bytes = writeModel(
  { ...settings, ...calibrate(asModel(writeModel(settings, tables)), forCalibration) },
  tables,
);
mkdirSync(join(root, 'public', 'models'), { recursive: true });
writeFileSync(join(root, 'public', 'models', 'text.bin'), bytes);
console.log(`public/models/text.bin: ${bytes.length} bytes`);
writeCard(asModel(bytes), rows, bytes.length);
if (hasAddressData()) trainAddresses();
else
  console.error(
    'The addresses are not here (../shared/data/urls): public/models/addresses.bin stays.',
  );

function asModel(written: Uint8Array): TextModel {
  const model = readModel(written);
  if (!model.ok) throw new Error(model.failure);
  return model.value;
}
