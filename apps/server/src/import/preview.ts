import type { ImportPreview } from '@guatu/contract'
import {
  columnLetters,
  DOUBTFUL,
  type OpenedFile,
  type PartsCheck,
  PERIOD_FIELD,
  type RecognisedColumn,
  type RecognisedRow,
  type Recognition,
} from '@guatu/documents'
import type { PlannedRow, UnitFact } from '@guatu/domain'
import { groupBy, moneyText } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { Draft } from './draft.ts'
import { fieldName, fieldsOf, indicatorFields } from './fields.ts'
import { fileFinding, type Places, rowFinding } from './finding.ts'
import type { FilePlan } from './plan.ts'

/** What a page can show. Rows that ask for something come first. */
const ROWS_SHOWN = 5_000

export interface Previewed {
  readonly draft: Draft
  readonly bytes: number
  readonly table: OpenedFile
  readonly planned: FilePlan
  readonly scheme: Scheme
  /** Units whose figures the importer may bring. */
  readonly units: readonly UnitFact[]
  readonly places: Places
}

/** Places and names that what is found in the file is told with. */
export function placesOf({ sheet, holds, columns }: Recognition, scheme: Scheme): Places {
  const fields = holds === 'reported' ? [PERIOD_FIELD, ...indicatorFields(scheme)] : fieldsOf(scheme)
  return { sheet, columns, fields: fields.map(fieldName) }
}

/** Row by row what will happen, as the page shows it. */
export function previewOf({ draft, bytes, table, planned, scheme, units, places }: Previewed): ImportPreview {
  const { recognition } = table
  const { holds } = recognition
  // Only what is shown is put into words: a long file may have a finding in each row.
  const byRow = groupBy(recognition.findings, ({ params }) =>
    typeof params.row === 'number' ? params.row : 0,
  )
  const told = (row: number) => (byRow.get(row) ?? []).map(finding => fileFinding(finding, places))
  const plans = new Map(planned.plan.rows.map(row => [row.row, row]))
  const counts = countRows(planned.plan.rows)
  const shown = rowsToShow(recognition.rows, ROWS_SHOWN, row => byRow.has(row) || asks(plans.get(row)))
  const skipBad = draft.choices.skipBad ?? false
  return {
    id: draft.id,
    state: draft.state,
    file: { name: draft.fileName, bytes, format: table.format, encoding: table.encoding ?? null },
    sheets: table.sheets.map(({ name, rows }) => ({ name, rows })),
    sheet: recognition.sheet,
    columns: recognition.columns.flatMap((column, at) =>
      column.serial ? [] : [columnView(column, table.samples[at])],
    ),
    holds,
    fields: [...places.fields],
    unit: planned.unit,
    units: holds === 'reported' ? units.map(({ id, name }) => ({ id, name })) : [],
    period: planned.period,
    list: planned.list,
    figuresAre: planned.figuresAre,
    mapping: draft.mapping,
    rows: shown.map(row => ({
      ...rowView(row, plans.get(row.row), scheme),
      findings: [
        ...told(row.row),
        ...(plans.get(row.row)?.findings ?? []).map(finding => rowFinding(finding, places)),
      ],
    })),
    rowsLeftOut: recognition.rows.length - shown.length,
    counts,
    findings: told(0),
    skipBad,
    canCommit:
      draft.state === 'open' &&
      counts.decide === 0 &&
      (counts.bad === 0 || skipBad) &&
      writesSomething(planned),
    batch: draft.state === 'open' ? null : draft.id,
  }
}

const asks = (plan: PlannedRow | undefined): boolean =>
  plan !== undefined && (plan.kind === 'bad' || plan.candidates.length > 0 || plan.findings.length > 0)

/** All of them, or of a long file those that ask for something and then the first of the others, in their order. */
export function rowsToShow(
  rows: readonly RecognisedRow[],
  most: number,
  asked: (row: number) => boolean,
): readonly RecognisedRow[] {
  if (rows.length <= most) return rows
  const urgent = rows.filter(({ row }) => asked(row)).slice(0, most)
  const chosen = new Set(urgent)
  for (const row of rows) {
    if (chosen.size >= most) break
    chosen.add(row)
  }
  return rows.filter(row => chosen.has(row))
}

export const writesSomething = ({ plan }: Pick<FilePlan, 'plan'>): boolean =>
  plan.rows.some(row => row.writes !== null)

export function countRows(rows: readonly PlannedRow[]): ImportPreview['counts'] {
  const count = (test: (row: PlannedRow) => boolean) => rows.filter(test).length
  const skipped = count(row => row.decision === 'skip')
  const bad = count(row => row.kind === 'bad')
  return {
    new: count(row => row.kind === 'new'),
    update: count(row => row.kind === 'update'),
    unchanged: count(row => row.kind === 'unchanged' && row.decision !== 'skip'),
    decide: count(row => row.kind === 'duplicate'),
    bad,
    left: skipped + bad,
  }
}

function columnView(
  column: RecognisedColumn,
  sample: OpenedFile['samples'][number] | undefined,
): ImportPreview['columns'][number] {
  return {
    column: column.column,
    letter: columnLetters(column.column),
    header: column.header,
    field: column.field ?? null,
    unit: column.unit ?? null,
    sure: column.confidence >= DOUBTFUL,
    computed: sample?.computed ?? false,
    samples: [...(sample?.texts ?? [])],
  }
}

type RowView = Omit<ImportPreview['rows'][number], 'findings'>

function rowView(row: RecognisedRow, plan: PlannedRow | undefined, scheme: Scheme): RowView {
  const subtotal = (row.checks ?? []).map(check => checkView(check, scheme))
  if (row.kind === 'data' && plan) {
    const { kind, name, project, decision } = plan
    return {
      row: row.row,
      kind,
      name,
      project,
      changes: plan.changes.map(change => ({ ...change })),
      candidates: plan.candidates.map(candidate => ({ ...candidate })),
      decision,
      subtotal,
    }
  }
  const kind = row.kind === 'data' ? 'blank' : row.kind
  return {
    row: row.row,
    kind,
    name: row.text ?? '',
    project: null,
    changes: [],
    candidates: [],
    decision: null,
    subtotal,
  }
}

function checkView(check: PartsCheck, scheme: Scheme): RowView['subtotal'][number] {
  const { scale, unit } = scheme.currency.row
  const text = (minor: number | undefined) =>
    minor === undefined ? '' : `${moneyText(minor, scale, 2)}${unit}`
  const agrees = check.state === 'cannot-check' ? null : check.state === 'agrees'
  return { header: check.header, states: text(check.stated), parts: text(check.parts), agrees }
}
