import type { Scheme } from './language/scheme.ts'
import { type ItemKind, itemsOf } from './lint/index.ts'

export interface Coverage {
  /** Clause id, `XX-W1`. */
  readonly clause: string
  readonly by: Exclude<ItemKind, 'indicator'>
  /** `scheme/item`, sorted. */
  readonly refs: readonly string[]
}

/** Which items run each clause, by kind. An indicator measures and runs nothing by itself: it is not counted. */
export function coverage(schemes: readonly Scheme[]): Coverage[] {
  const rows = new Map<string, { clause: string; by: Coverage['by']; refs: string[] }>()
  for (const scheme of schemes) {
    for (const { kind, item } of itemsOf(scheme)) {
      if (kind === 'indicator') continue
      for (const clause of item.covers) {
        const key = `${clause} ${kind}`
        const row = rows.get(key) ?? { clause, by: kind, refs: [] }
        row.refs.push(`${scheme.scheme}/${item.id}`)
        rows.set(key, row)
      }
    }
  }
  return [...rows.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => ({ ...row, refs: row.refs.sort() }))
}
