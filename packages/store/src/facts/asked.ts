import { COMMON_FIELDS, type FieldId } from '@guatu/domain'
import { type RawBuilder, sql } from 'kysely'
import { COLUMN_OF, isCommon } from '../ledger/columns.ts'

/** How a field is read from `current`, or from what has its columns. */
export interface AskedField {
  readonly id: FieldId
  readonly kind: 'integer' | 'text' | 'json'
  readonly value: RawBuilder<unknown>
  /** Of the entry that set it. */
  readonly seq: RawBuilder<unknown>
}

export function askedField(id: FieldId): AskedField {
  if (isCommon(id) && COMMON_FIELDS[id].type !== 'text') {
    const column = COLUMN_OF[id]
    const kind = COMMON_FIELDS[id].type === 'money' ? 'integer' : 'text'
    return { id, kind, value: sql.ref(column), seq: sql.ref(`${column}_seq`) }
  }
  return {
    id,
    kind: 'json',
    value: sql`figures -> ${sql.lit(id)}`,
    seq: sql`(sources ->> ${sql.lit(id)})::bigint`,
  }
}
