// The only file of the background that reads the clock, draws random bytes or takes a lock.
export const clock = {
  /** Milliseconds since the epoch. */
  now: (): number => Date.now(),
  /** Runs forward whatever is done to the wall clock; a new run with each worker. */
  steady: (): { run: number; ms: number } => ({
    run: performance.timeOrigin,
    ms: performance.now(),
  }),
};

export const random = {
  bytes: (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count)),
  id: (): string => crypto.randomUUID(),
  /** In [0, 1): for jitter, never for secrets. */
  unit: (): number => Math.random(),
};

export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** Web Locks reach across the workers of ordinary and private windows of one profile partition. */
export const lock = <T>(name: string, task: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`saathi:${name}`, task) as Promise<T>;
