/** Expected outcomes are values; bugs throw. */
export type Result<T, Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const fail = <Failure>(failure: Failure): Result<never, Failure> => ({ ok: false, failure });
