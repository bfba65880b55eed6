import type { Row } from './table.ts'

/** Rows read one by one; of two that go by one key the later is a fault. */
export function unique<T>(rows: readonly Row[], read: (row: Row) => T, key: (item: T) => string): T[] {
  const lines = new Map<string, number>()
  return rows.map(row => {
    const item = read(row)
    const name = key(item)
    const before = lines.get(name)
    if (before === undefined) lines.set(name, row.line)
    else row.fault('data.repeated', undefined, `${name} stands on line ${before} already`, 'Keep one line.')
    return item
  })
}
