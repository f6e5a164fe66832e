import { expect, test, vi } from 'vitest';

import { aStorage, called, family } from './support/policy-storage.ts';

/** A storage whose managed part stays silent until it is told to speak. */
function silentAtFirst() {
  const storage = aStorage();
  let speak = (): void => {};
  storage.managedAnswers = new Promise<void>((resolve) => {
    speak = resolve;
  });
  return { storage, speak };
}

test('while managed storage is silent the family’s own policy is in force', async () => {
  const { storage, speak } = silentAtFirst();
  storage.local.set('policy', { revision: 3, policy: family });
  const worker = storage.worker();
  expect(await worker.current()).toMatchObject({ source: 'local', revision: 3 });
  speak();
  expect(await worker.settled()).toMatchObject({ source: 'local', revision: 3 });
});

test('a school’s policy that was in force before is in force from the first moment again', async () => {
  const { storage, speak } = silentAtFirst();
  storage.local.set('managedGood', called('School'));
  const worker = storage.worker();
  expect(await worker.current()).toMatchObject({ source: 'managed', policy: called('School') });
  storage.managed = { ...called('School, new term') };
  speak();
  expect(await worker.settled()).toMatchObject({ policy: called('School, new term') });
  expect(storage.lateAnswers).toBe(1);
});

test('the first policy a school ever sends is in force as soon as it is heard, and the worker is told', async () => {
  const { storage, speak } = silentAtFirst();
  const worker = storage.worker();
  expect(await worker.current()).toMatchObject({ source: 'none' });
  storage.managed = { ...family };
  speak();
  expect(await worker.settled()).toMatchObject({ source: 'managed', policy: family });
  expect(storage.lateAnswers).toBe(1);
});

test('a school’s policy that was taken back is not waited for at the next start', async () => {
  const storage = aStorage();
  storage.local.set('managedGood', called('School'));
  expect(await storage.worker().current()).toMatchObject({ source: 'none' });
  expect(storage.local.get('managedGood')).toBeUndefined();
});

test('managed storage that never answers keeps nobody waiting for ever: set-up goes on with what is there', async () => {
  vi.useFakeTimers();
  try {
    const { storage } = silentAtFirst();
    const settled = storage.worker().settled();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await settled).toMatchObject({ source: 'none' });
  } finally {
    vi.useRealTimers();
  }
});

test('a question that managed storage swallowed is asked again, and its answer is in force', async () => {
  vi.useFakeTimers();
  try {
    const storage = aStorage();
    storage.managedAnswers = new Promise<void>(() => {});
    const worker = storage.worker();
    expect(await Promise.race([worker.settled(), Promise.resolve('waits')])).toBe('waits');
    storage.managed = { ...family };
    storage.managedAnswers = Promise.resolve();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await worker.settled()).toMatchObject({ source: 'managed', policy: family });
  } finally {
    vi.useRealTimers();
  }
});
