import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';

import { emptyShelf } from './builder-home.ts';
import { type ListServer, startListServer } from './list-server.ts';

/** A server of lists for one file of tests; before each test the builder's shelf is empty. */
export function useListServer(): () => ListServer {
  let server: ListServer;
  beforeAll(async () => {
    server = await startListServer();
  });
  beforeEach(() => emptyShelf());
  afterEach(() => {
    server.forget();
    vi.restoreAllMocks();
  });
  afterAll(() => server.close());
  return () => server;
}
