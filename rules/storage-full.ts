/** Chromium's storage.local, Firefox's, and the database (where it may hide in an error about many rows) differ in words. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { inner, failures } = error as Error & { inner?: unknown; failures?: unknown };
  return (
    /quotaexceeded|quota exceeded/i.test(`${error.name} ${error.message}`) ||
    isStorageFull(inner) ||
    (Array.isArray(failures) && failures.some(isStorageFull))
  );
}
