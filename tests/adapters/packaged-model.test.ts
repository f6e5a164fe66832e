import { beforeEach, expect, test, vi } from 'vitest';

const shipped = vi.hoisted(() => ({ reads: 0, bytes: null as Uint8Array | null }));
vi.mock('@/entrypoints/background/network.ts', () => ({
  readPackagedBytes: async () => {
    shipped.reads += 1;
    if (shipped.bytes === null) throw new Error('not in the package');
    return shipped.bytes;
  },
}));
beforeEach(() => {
  shipped.reads = 0;
  shipped.bytes = null;
});
async function aReader() {
  vi.resetModules();
  const { createModelReader } = await import('@/entrypoints/background/adapters/packaged-model.ts');
  return createModelReader('/models/some.bin', lengthOf);
}
const lengthOf = (bytes: Uint8Array) => (bytes.length > 2 ? { length: bytes.length } : null);

test('a model is read once, also by two who ask at the same time', async () => {
  shipped.bytes = new Uint8Array(5);
  const reader = await aReader();
  const [one, other] = await Promise.all([reader(), reader()]);
  expect(one).toEqual({ length: 5 });
  expect(other).toBe(one);
  expect(await reader()).toBe(one);
  expect(shipped.reads).toBe(1);
});

test('what could not be read, or is no model, is null now and tried again at the next question', async () => {
  const reader = await aReader();
  expect(await reader()).toBeNull();
  shipped.bytes = new Uint8Array(1);
  expect(await reader()).toBeNull();
  shipped.bytes = new Uint8Array(3);
  expect(await reader()).toEqual({ length: 3 });
  expect(shipped.reads).toBe(3);
});
