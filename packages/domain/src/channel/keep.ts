/**
 * How long it is kept what was told and by which way (消息保留): read notices, messages and the log of their tries. The
 * ledger is not among it. No plan gives this: it is ours, and a jurisdiction may set its own.
 */
export const KEEP_DEFAULT_DAYS = 365
/** The database itself keeps what is younger, whatever is set. */
export const KEEP_LEAST_DAYS = 30
export const KEEP_MOST_DAYS = 3650

const DAY_MS = 24 * 3_600_000

/** Text of the setting: days. Undefined where it says no such number. */
export function readKeepDays(text: string): number | undefined {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return days >= KEEP_LEAST_DAYS && days <= KEEP_MOST_DAYS ? days : undefined
}

/** What is older than this goes. Milliseconds since 1970. */
export const keptSince = (now: number, days: number): number => now - days * DAY_MS
