import type { FieldId, FieldValue } from '@guatu/domain'
import { groupBy, type Period } from '@guatu/kernel'
import type { KeptFile, TakenRow } from './kept.ts'

export interface Side {
  /** A file, or `ledger`. */
  readonly from: string
  readonly figures: Readonly<Record<FieldId, FieldValue>>
}

export interface Conflict {
  /** By which a side is chosen. */
  readonly key: string
  readonly project: string
  readonly name: string
  readonly period: Period
  /** In which the sides differ. */
  readonly fields: readonly FieldId[]
  readonly sides: readonly Side[]
}

export const LEDGER = 'ledger'
export const conflictKey = (period: Period, project: string) => `${period} ${project}`

/** A project with different figures of one period in two files, or with others in the ledger already. */
export function conflictsOf(files: readonly KeptFile[]): Conflict[] {
  const open = files.filter(one => one.file.take && !one.done && one.file.period !== null)
  const rows = open.flatMap(({ file, rows: taken }) =>
    taken.map(row => ({ row, file: file.id, period: file.period as Period })),
  )
  return [...groupBy(rows, one => conflictKey(one.period, one.row.project)).values()].flatMap(same => {
    const [first] = same
    if (!first) return []
    const fields = differing(same.map(one => one.row))
    if (fields.length === 0) return []
    const pick = (figures: Readonly<Record<FieldId, FieldValue>>) =>
      Object.fromEntries(
        fields.flatMap(field => {
          const value = figures[field]
          return value === undefined ? [] : [[field, value] as const]
        }),
      )
    const ledger = pick(Object.assign({}, ...same.map(one => one.row.before)))
    const sides = same.map(one => ({ from: one.file, figures: pick(one.row.figures) }))
    const { project, name } = first.row
    return [
      {
        key: conflictKey(first.period, project),
        project,
        name,
        period: first.period,
        fields,
        sides: Object.keys(ledger).length > 0 ? [...sides, { from: LEDGER, figures: ledger }] : sides,
      },
    ]
  })
}

function differing(rows: readonly TakenRow[]): FieldId[] {
  const fields = new Set(rows.flatMap(row => Object.keys(row.figures)))
  return [...fields].filter(field => {
    const values = rows.flatMap(row => [row.figures[field], row.before[field]])
    return new Set(values.filter(value => value !== undefined)).size > 1
  })
}
