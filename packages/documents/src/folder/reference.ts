import { text } from './cell.ts'
import type { Row } from './table.ts'

export type Known = ReadonlySet<string | undefined>

/** An id that another file or the scheme must know. */
export function reference(row: Row, column: string, known: Known, required = false): string | undefined {
  const id = required ? row.need(column, text) : row.get(column, text)
  if (id !== undefined && !known.has(id)) {
    row.fault('data.unknown-reference', column, `${column} "${id}" is not known`, `Add it, or mend the id.`)
  }
  return id
}
