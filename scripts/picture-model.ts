// The picture model as files of the package: nsfwjs ships its weights as text inside scripts, which no worker of ours may
// run; here they become what they were before. Made at every build from the installed packages, never committed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

type Described = {
  readonly modelTopology: object;
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly object[];
  }[];
};

/** Where each file comes from, and where in the package it goes. */
export function pictureModelFiles(
  cache: string,
): { readonly absoluteSrc: string; readonly relativeDest: string }[] {
  // "./core" is dist/cjs/core.js; the package exports no path to the plain files beside it.
  const nsfwjs = join(dirname(require.resolve('nsfwjs/core')), '..', '..');
  const wasm = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  const from = join(nsfwjs, 'dist', 'models', 'mobilenet_v2_mid');
  const { modelTopology, weightsManifest } = require(join(from, 'model.min.js')) as Described;
  const pieces = weightsManifest
    .flatMap(({ paths }) => paths)
    .map((path) => Buffer.from(require(join(from, `${path}.min.js`)) as string, 'base64'));
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'model.json'), JSON.stringify({ modelTopology, weightsManifest }));
  writeFileSync(join(cache, 'weights.bin'), Buffer.concat(pieces));
  writeFileSync(join(cache, 'LICENSES.txt'), licences(nsfwjs));
  const binary = 'tfjs-backend-wasm-simd.wasm';
  return [
    ...['model.json', 'weights.bin', 'LICENSES.txt'].map((name) => ({
      absoluteSrc: join(cache, name),
      relativeDest: `picture-model/${name}`,
    })),
    { absoluteSrc: join(wasm, 'dist', binary), relativeDest: `picture-model/${binary}` },
  ];
}

const licences = (nsfwjs: string): string =>
  [
    'model.json, weights.bin: nsfwjs, MobileNetV2Mid',
    readFileSync(join(nsfwjs, 'LICENSE'), 'utf8'),
    'tfjs-backend-wasm-simd.wasm: TensorFlow.js, Copyright Google LLC, Apache License 2.0,',
    'https://www.apache.org/licenses/LICENSE-2.0',
    '',
  ].join('\n\n');
