// A model that lies in the package as bytes: read once a wake, by the rule that owns it.
import { readPackagedBytes } from '../network.ts';

/**
 * A rebuildable cache: a dead worker loses nothing. Null: the file could not be read, or `read` made nothing of it; who asks
 * next tries again, and what needs the model does without and says so.
 */
export function createModelReader<Model>(
  path: string,
  read: (bytes: Uint8Array) => Model | null,
): () => Promise<Model | null> {
  let readingCache: Promise<Model | null> | null = null;
  return async () => {
    readingCache ??= readPackagedBytes(path).then(read, () => null);
    const model = await readingCache;
    if (model === null) readingCache = null;
    return model;
  };
}
