import { expect, test } from 'vitest';

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
