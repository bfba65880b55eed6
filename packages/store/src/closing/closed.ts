import type { Period } from '@guatu/kernel'

/** A write to a closed period: nothing was written. */
export class PeriodClosed extends Error {
  /** The closed one, which the written one is or lies in. */
  constructor(readonly period: Period) {
    super(`period ${period} is closed`)
  }
}

/** `errcode` of the database's own refusal. */
const CLOSED = 'GU001'

/** `PeriodClosed` for the database's refusal; any other error as it is. */
export function toldClosed(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.code !== CLOSED) return error
  return new PeriodClosed('detail' in error ? String(error.detail) : '')
}
