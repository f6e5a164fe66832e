// An event handler that fails must not take the next event with it; the browser itself retries nothing.
export const quietly =
  <Arguments extends readonly unknown[]>(task: (...given: Arguments) => Promise<unknown>) =>
  (...given: Arguments): void => {
    task(...given).catch((error: unknown) => {
      // oxlint-disable-next-line no-console -- a bug, named without anything about the page.
      console.error('Saathi: a listener failed', error);
    });
  };
