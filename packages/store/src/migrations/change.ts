import type { RawBuilder } from 'kysely'

/** One forward step of the structure, as statements of SQL. There is no way back: mend by a later step. */
export type Change = RawBuilder<unknown>
