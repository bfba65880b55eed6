/** An expected failure: a code from the contract, and the values its message names. */
export interface Fault {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

export type Result<T, E = Fault> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })
export const fault = (code: string, params?: Fault['params']): Result<never> =>
  err(params ? { code, params } : { code })

/** For what can only be absent through a bug: throws instead of returning undefined. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`)
  return value
}

/** Unwraps a result whose failure would be a bug (constants, values already checked at load). */
export function unwrap<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`unexpected failure: ${JSON.stringify(result.error)}`)
  return result.value
}
