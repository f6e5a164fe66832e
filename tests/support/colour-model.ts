// A picture model for tests, in the very form of the real one: red counts as explicit, green as sexy, all else as harmless.
// So nobody needs an indecent picture to see what happens with one.
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const float = { type: 'DT_FLOAT' };
const constant = (name: string, ...shape: number[]) => ({
  name,
  op: 'Const',
  attr: {
    dtype: float,
    value: {
      tensor: {
        dtype: 'DT_FLOAT',
        tensorShape: { dim: shape.map((size) => ({ size: `${size}` })) },
      },
    },
  },
});
const coded = (text: string): { s: string } => ({ s: Buffer.from(text).toString('base64') });
const ints = (...values: number[]) => ({ list: { i: values.map(String) } });

const topology = {
  node: [
    {
      name: 'input',
      op: 'Placeholder',
      attr: {
        dtype: float,
        shape: { shape: { dim: [-1, 224, 224, 3].map((size) => ({ size: `${size}` })) } },
      },
    },
    constant('weights', 3, 5),
    constant('bias', 5),
    {
      name: 'mean',
      op: 'AvgPool',
      input: ['input'],
      attr: {
        T: float,
        ksize: ints(1, 224, 224, 1),
        strides: ints(1, 1, 1, 1),
        padding: coded('VALID'),
        data_format: coded('NHWC'),
      },
    },
    {
      name: 'colour',
      op: 'Squeeze',
      input: ['mean'],
      attr: { T: float, squeeze_dims: ints(1, 2) },
    },
    {
      name: 'logits',
      op: '_FusedMatMul',
      input: ['colour', 'weights', 'bias'],
      attr: {
        T: float,
        transpose_a: { b: false },
        transpose_b: { b: false },
        num_args: { i: '1' },
        epsilon: { f: 0 },
        fused_ops: { list: { s: [coded('BiasAdd').s] } },
      },
    },
    { name: 'classes', op: 'Softmax', input: ['logits'], attr: { T: float } },
    { name: 'Identity', op: 'Identity', input: ['classes'], attr: { T: float } },
  ],
  versions: { producer: 175 },
};
/** Columns: drawing, hentai, neutral, porn, sexy; rows: red, green, blue. */
// oxfmt-ignore
const weights = [
  0, 0, 0, 40, -40,
  0, 0, 0, -20, 40,
  0, 0, 0, -20, -40,
];
const bias = [0, 0, 5, -15, -15];

/** A copy of a build whose pictures are judged by colour. */
export function withColourModel(build: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'saathi-colours-'));
  cpSync(build, copy, { recursive: true });
  const manifest = [
    {
      paths: ['weights.bin'],
      weights: [
        { name: 'weights', shape: [3, 5], dtype: 'float32' },
        { name: 'bias', shape: [5], dtype: 'float32' },
      ],
    },
  ];
  const folder = join(copy, 'picture-model');
  writeFileSync(
    join(folder, 'model.json'),
    JSON.stringify({ modelTopology: topology, weightsManifest: manifest }),
  );
  writeFileSync(
    join(folder, 'weights.bin'),
    Buffer.from(new Float32Array([...weights, ...bias]).buffer),
  );
  return copy;
}
