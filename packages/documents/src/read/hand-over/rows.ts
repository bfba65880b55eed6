import type {
  CellFault,
  FieldValue,
  ParsedValue,
  RecognisedColumn,
  RecognisedRow,
} from '../recognise/model.ts'

/** Some recognised rows as columns, one for each field: see `CellsByColumn`. */
export interface RowsByColumn {
  readonly rows: Uint32Array
  readonly kinds: Uint8Array
  /** Headings above the rows, and of each row which of them from 1; 0 for none. */
  readonly sections: readonly string[]
  readonly sectionOf: Uint32Array
  /** What rows that are no data say. */
  readonly said: readonly (Pick<RecognisedRow, 'text' | 'checks'> & { readonly at: number })[]
  readonly columns: readonly ValueColumn[]
}

interface ValueColumn {
  readonly field: string
  /** Which row each value is of. */
  readonly at: readonly number[]
  readonly values: readonly ParsedValue['value'][]
  /** Null where the cell stood as its value says. */
  readonly raws: readonly (string | null)[]
  readonly marks: readonly number[]
  readonly faults: readonly { readonly at: number; readonly fault: CellFault }[]
}

const KINDS = ['data', 'subtotal', 'section', 'title', 'header', 'note', 'blank'] as const
const COMPUTED = 1
const ROUNDED = 2
const PRECISION = 4
const PRECISIONS = ['month', 'quarter', 'half', 'year'] as const

export function packRows(rows: readonly RecognisedRow[], columns: readonly RecognisedColumn[]): RowsByColumn {
  const sections = new Map<string, number>()
  const sectionOf = Uint32Array.from(rows, ({ section }) => {
    if (section === undefined) return 0
    const known = sections.get(section) ?? sections.size + 1
    sections.set(section, known)
    return known
  })
  return {
    rows: Uint32Array.from(rows, ({ row }) => row),
    kinds: Uint8Array.from(rows, ({ kind }) => KINDS.indexOf(kind)),
    sections: [...sections.keys()],
    sectionOf,
    said: rows.flatMap(({ text, checks }, at) =>
      text === undefined && checks === undefined
        ? []
        : [{ at, ...(text === undefined ? {} : { text }), ...(checks ? { checks } : {}) }],
    ),
    columns: packValues(rows, columns),
  }
}

type Filling = { readonly field: string } & {
  -readonly [K in 'at' | 'values' | 'raws' | 'marks' | 'faults']: ValueColumn[K][number][]
}

/** What the file gives once for all its rows comes first, then its columns from the left. */
function packValues(rows: readonly RecognisedRow[], columns: readonly RecognisedColumn[]): ValueColumn[] {
  const filling = new Map<string, Filling>()
  const ofColumns = new Set(columns.flatMap(({ field, also = [] }) => (field ? [field, ...also] : also)))
  for (const [at, { values }] of rows.entries()) {
    for (const field in values) {
      const value = values[field]
      if (!value) continue
      let into = filling.get(field)
      if (!into) {
        into = { field, at: [], values: [], raws: [], marks: [], faults: [] }
        filling.set(field, into)
      }
      pack(value, at, into)
    }
  }
  const given = [...filling.values()].filter(({ field }) => !ofColumns.has(field))
  return [...given, ...[...ofColumns].flatMap(field => filling.get(field) ?? [])]
}

function pack(value: FieldValue, at: number, into: Filling): void {
  if (!value.ok) {
    into.faults.push({ at, fault: value.error })
    return
  }
  const { value: parsed, raw, computed, rounded, precision } = value.value
  into.at.push(at)
  into.values.push(parsed)
  into.raws.push(raw === parsed ? null : raw)
  const precise = precision ? (PRECISIONS.indexOf(precision) + 1) * PRECISION : 0
  into.marks.push((computed ? COMPUTED : 0) + (rounded ? ROUNDED : 0) + precise)
}

type Unpacked = RecognisedRow & { readonly values: Record<string, FieldValue> }

export function unpackRows({
  rows,
  kinds,
  sections,
  sectionOf,
  said,
  columns,
}: RowsByColumn): RecognisedRow[] {
  const unpacked = Array.from(rows, (row, at): Unpacked => {
    const kind = KINDS[kinds[at] ?? 0] ?? 'data'
    const section = sections[(sectionOf[at] ?? 0) - 1]
    return section === undefined ? { row, kind, values: {} } : { row, kind, section, values: {} }
  })
  for (const { at, ...more } of said) Object.assign(unpacked[at] ?? {}, more)
  for (const column of columns) unpackValues(column, unpacked)
  return unpacked
}

function unpackValues(
  { field, at, values, raws, marks, faults }: ValueColumn,
  rows: readonly Unpacked[],
): void {
  for (let i = 0; i < at.length; i++) {
    const row = rows[at[i] ?? -1]
    const value = values[i]
    if (!row || value === undefined) continue
    const raw = raws[i] ?? String(value)
    const mark = marks[i] ?? 0
    row.values[field] = { ok: true, value: mark === 0 ? { value, raw } : { value, raw, ...marked(mark) } }
  }
  for (const { at, fault } of faults) {
    const row = rows[at]
    if (row) row.values[field] = { ok: false, error: fault }
  }
}

function marked(mark: number): Partial<ParsedValue> {
  const precision = PRECISIONS[Math.floor(mark / PRECISION) - 1]
  return {
    ...(mark & COMPUTED ? { computed: true as const } : {}),
    ...(mark & ROUNDED ? { rounded: true as const } : {}),
    ...(precision ? { precision } : {}),
  }
}
