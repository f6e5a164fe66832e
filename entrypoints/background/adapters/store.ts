// One stored value as one typed item: parsed when read, written under one lock, never get-then-set in a handler.
import type * as z from 'zod/mini';

import { parseWith } from '@/rules/parse.ts';

export type Area = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
};

export type Item<T> = {
  readonly read: () => Promise<T>;
  readonly write: (value: T) => Promise<void>;
  /** Reads, changes and writes with nobody in between. The very same value is not written again. */
  readonly update: (change: (old: T) => T) => Promise<T>;
  readonly clear: () => Promise<void>;
};

/** Runs `task` alone among all who name the same lock, in every context of the extension. */
export type Lock = <T>(name: string, task: () => Promise<T>) => Promise<T>;

/**
 * `absent` is what is read where nothing was stored yet, `damaged` where what is stored does not parse: it errs to the
 * safe side.
 */
export function defineItem<Schema extends z.ZodMiniType>(
  { area, lock }: { readonly area: Area; readonly lock: Lock },
  key: string,
  schema: Schema,
  otherwise: { readonly absent: z.infer<Schema>; readonly damaged?: z.infer<Schema> },
): Item<z.infer<Schema>> {
  const { absent, damaged = absent } = otherwise;
  const read = async (): Promise<z.infer<Schema>> => {
    const stored = (await area.get(key))[key];
    if (stored === undefined) return absent;
    const parsed = parseWith(schema, stored);
    return parsed.ok ? parsed.value : damaged;
  };
  const write = (value: z.infer<Schema>): Promise<void> => area.set({ [key]: value });
  return {
    read,
    write: (value) => lock(key, () => write(value)),
    update: (change) =>
      lock(key, async () => {
        const old = await read();
        const next = change(old);
        if (next !== old) await write(next);
        return next;
      }),
    clear: () => lock(key, () => area.remove(key)),
  };
}
