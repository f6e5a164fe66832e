// The picture model, read from the package and run on WebAssembly with SIMD. Of TensorFlow.js only the kernels that this
// one graph names are in the bundle.
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/base';
import { _fusedMatMulConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/_FusedMatMul';
import { addConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Add';
import { avgPoolConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/AvgPool';
import { castConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Cast';
import { fusedConv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedConv2D';
import { fusedDepthwiseConv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedDepthwiseConv2D';
import { identityConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Identity';
import { multiplyConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Multiply';
import { reshapeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Reshape';
import { softmaxConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Softmax';
import { subConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sub';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import { loadGraphModel } from '@tensorflow/tfjs-converter/dist/executor/graph_model';
import {
  env,
  type KernelConfig,
  registerKernel,
  setBackend,
  type Tensor,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core/dist/base';

/** Points along each side of what the model looks at. */
export const side = 224;
const folder = '/picture-model/';

const kernels: readonly KernelConfig[] = [
  _fusedMatMulConfig,
  addConfig,
  avgPoolConfig,
  castConfig,
  fusedConv2DConfig,
  fusedDepthwiseConv2DConfig,
  identityConfig,
  multiplyConfig,
  reshapeConfig,
  softmaxConfig,
  subConfig,
];

/** Reads one file of the package. */
export type ReadFile = (path: string) => Promise<ArrayBuffer>;
/** `points`: red, green, blue and one that is not looked at, for `side` times `side` points. */
export type Model = (points: Uint8ClampedArray) => number[];

/** Throws if the package has no model or the machine can not run it. */
export async function openModel(read: ReadFile): Promise<Model> {
  for (const kernel of kernels) registerKernel(kernel);
  setWasmPaths(folder);
  // Threads need a page apart from all others; asking for them costs a second.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  env().registerFlag('KEEP_INTERMEDIATE_TENSORS', () => false);
  // The weights are laid into the backend's memory: it has to be there first.
  const [described] = await Promise.all([readModel(read), setBackend('wasm')]);
  const graph = await loadGraphModel({ load: () => Promise.resolve(described) });
  const model: Model = (points) => tidy(() => score(graph, points));
  // The first run makes what the others use.
  model(new Uint8ClampedArray(side * side * 4));
  return model;
}

function score(graph: GraphModel, points: Uint8ClampedArray): number[] {
  const values = new Float32Array(side * side * 3);
  for (let from = 0, to = 0; to < values.length; from += 4, to += 3) {
    values[to] = (points[from] ?? 0) / 255;
    values[to + 1] = (points[from + 1] ?? 0) / 255;
    values[to + 2] = (points[from + 2] ?? 0) / 255;
  }
  const answer = graph.predict(tensor4d(values, [1, side, side, 3])) as Tensor;
  return [...answer.dataSync()];
}

type Described = {
  readonly modelTopology: object;
  readonly weightsManifest: readonly { readonly weights: never[] }[];
};

async function readModel(read: ReadFile) {
  const [text, weightData] = await Promise.all([
    read(`${folder}model.json`),
    read(`${folder}weights.bin`),
  ]);
  const { modelTopology, weightsManifest } = JSON.parse(
    new TextDecoder().decode(text),
  ) as Described;
  return {
    modelTopology,
    weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
    weightData,
  };
}
