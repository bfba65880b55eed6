import type { AskedReturn, Facts, FieldId, FieldValue, ImportRow, PlannedRow } from '@guatu/domain'
import type { TakenRow } from './kept.ts'

/** The rows of a file by what becomes of them. */
export interface Rows {
  readonly taken: readonly TakenRow[]
  readonly changed: number
  /** Known, and asked of another unit or of none. */
  readonly others: readonly PlannedRow[]
  readonly blank: readonly PlannedRow[]
}

interface Against {
  readonly facts: Facts
  readonly asked: AskedReturn | undefined
  readonly shapes: ReadonlySet<FieldId>
  readonly period: string
}

export function rowsOf(
  rows: readonly PlannedRow[],
  given: ReadonlyMap<number, ImportRow>,
  { facts, asked, shapes, period }: Against,
): Rows {
  const own = new Set(asked?.rows.map(row => row.project))
  const inLedger = new Map(
    facts.returns.filter(one => one.period === period).map(one => [one.project, one.figures] as const),
  )
  const names = new Map(facts.projects.map(one => [one.id, one.name]))
  const taken: TakenRow[] = []
  const others: PlannedRow[] = []
  const blank: PlannedRow[] = []
  for (const row of rows) {
    const { project } = row
    if (project === null || row.kind === 'new' || row.kind === 'bad' || row.decision === 'skip') continue
    if (!own.has(project)) others.push(row)
    else {
      const figures = figuresOf(row, given.get(row.row), shapes, period)
      if (Object.keys(figures).length === 0) {
        blank.push(row)
        continue
      }
      const ledger = inLedger.get(project) ?? {}
      const before = Object.fromEntries(
        Object.entries(ledger).filter(([field, value]) => field in figures && figures[field] !== value),
      )
      taken.push({ row: row.row, project, name: names.get(project) ?? row.name, figures, before })
    }
  }
  const changed = taken.filter(one => {
    const ledger = inLedger.get(one.project)
    return Object.entries(one.figures).some(([field, value]) => ledger?.[field] !== value)
  }).length
  return { taken, changed, others, blank }
}

/** As the row gives them; a sum of months as it was reckoned. Blank cells are absent. */
function figuresOf(
  { writes }: PlannedRow,
  given: ImportRow | undefined,
  shapes: ReadonlySet<FieldId>,
  period: string,
): Record<FieldId, FieldValue> {
  const own = given?.values.period?.value
  if (own !== undefined && own !== period) return {}
  const told = Object.entries(given?.values ?? {}).flatMap(([field, { value }]) =>
    shapes.has(field) && value !== '' ? [[field, value] as const] : [],
  )
  return { ...Object.fromEntries(told), ...writes?.returns.find(one => one.period === period)?.figures }
}
