import type { ColumnType } from 'kysely'

/** `2026-01-31T08:15:00.000Z`; times compare as text. */
export type Time = string
/** Written as JSON text, read as what it says. */
export type Json<T> = ColumnType<T, string, string>
