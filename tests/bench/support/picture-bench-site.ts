// Drawn pictures, and the bare model as a page would run it: nsfwjs's own steps (points, 1/255, resize, predict) on TensorFlow.js
// as published, with the same weights and the same WebAssembly.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { pictureModelFiles } from '../../../scripts/picture-model.ts';
import { drawPng, landscape } from '../../support/drawn-png.ts';

const [width, height] = [300, 200];

/** In a thread of a plain page: answers a list of paths with the milliseconds that each took, once it lay unpacked. */
const bareWorker = `
importScripts('/tf.js', '/wasm.js');
tf.wasm.setWasmPaths('/picture-model/');
tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
const opened = (async () => {
  await tf.setBackend('wasm');
  const { modelTopology, weightsManifest } = await (await fetch('/picture-model/model.json')).json();
  const weightData = await (await fetch('/picture-model/weights.bin')).arrayBuffer();
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  return tf.loadGraphModel({ load: async () => ({ modelTopology, weightSpecs, weightData }) });
})();
onmessage = async ({ data }) => {
  const model = await opened;
  const canvas = new OffscreenCanvas(${width}, ${height}).getContext('2d', { willReadFrequently: true });
  const times = [];
  for (const path of data) {
    canvas.drawImage(await createImageBitmap(await (await fetch(path)).blob()), 0, 0);
    const points = canvas.getImageData(0, 0, ${width}, ${height});
    const begun = performance.now();
    const answer = tf.tidy(() => {
      const normal = tf.browser.fromPixels(points).toFloat().div(255);
      return model.predict(tf.image.resizeBilinear(normal, [224, 224], true).reshape([1, 224, 224, 3]));
    });
    await answer.data();
    answer.dispose();
    times.push(performance.now() - begun);
  }
  postMessage(times);
};`;

const types: readonly (readonly [end: string, type: string])[] = [
  ['.png', 'image/png'],
  ['.js', 'text/javascript'],
  ['.json', 'application/json'],
  ['.wasm', 'application/wasm'],
  ['.bin', 'application/octet-stream'],
];

function modelFiles(): [string, Buffer | string][] {
  const require = createRequire(import.meta.url);
  const fileOf = (name: string, path: string): Buffer =>
    readFileSync(join(require.resolve(`${name}/package.json`), '..', path));
  return [
    ['/tf.js', fileOf('@tensorflow/tfjs', 'dist/tf.min.js')],
    ['/wasm.js', fileOf('@tensorflow/tfjs-backend-wasm', 'dist/tf-backend-wasm.min.js')],
    ['/bare', '<!doctype html><title>bare</title>'],
    ['/bare-worker.js', bareWorker],
    ...pictureModelFiles(join('.wxt', 'picture-model')).map(
      ({ absoluteSrc, relativeDest }): [string, Buffer] => [
        `/${relativeDest}`,
        readFileSync(absoluteSrc),
      ],
    ),
  ];
}

/** `count`: pictures at /hills-N.png, drawn before anything is measured. */
export async function startBenchSite(count: number) {
  const pages = new Map<string, Buffer | string>(modelFiles());
  for (let seed = 0; seed < count; seed += 1)
    pages.set(`/hills-${seed}.png`, drawPng(width, height, landscape(seed, width, height)));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench.test');
    const body = pages.get(pathname);
    const type = types.find(([end]) => pathname.endsWith(end))?.[1] ?? 'text/html';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    pages,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
