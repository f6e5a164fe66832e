// Waiting without setTimeout: a page shares the numbers of our timers and could clear every one of them.

type Scheduler = {
  postTask(task: () => void, options: { delay: number; priority: 'user-blocking' }): Promise<void>;
};
const here = globalThis as { readonly scheduler?: Scheduler };

export function later(delayMs: number, task: () => void): void {
  // Asked for only when needed: the first look at it costs every page a tenth of a millisecond.
  const { scheduler } = here;
  if (scheduler === undefined) setTimeout(task, delayMs);
  else void scheduler.postTask(task, { delay: delayMs, priority: 'user-blocking' });
}

export const pause = (delayMs: number): Promise<void> =>
  new Promise((resolve) => later(delayMs, resolve));

/** Milliseconds that only ever grow, whatever is done to the system's clock. */
export const runningMs = (): number => performance.now();
