import type { ReturnSheet } from '@guatu/contract'
import type { MoneyUnit } from '../figure/text.ts'
import { boxText, type Draft, type Figure, readDraft } from '../return/draft.ts'

type Row = ReturnSheet['rows'][number]
/** What stands in the boxes that were touched, by project and field. */
export type Texts = Readonly<Record<string, Draft>>

export interface Work {
  /** Only rows with a figure that differs from the one in force. */
  readonly rows: readonly {
    readonly project: string
    readonly figures: Readonly<Record<string, Figure | null>>
  }[]
  readonly unreadable: readonly { readonly project: string; readonly field: string }[]
  /** Cells that had a figure of this period already. */
  readonly corrected: readonly { readonly project: string; readonly field: string }[]
  /** Projects without any figure of this period, in force or typed. */
  readonly empty: readonly string[]
}

export function readWork(sheet: Pick<ReturnSheet, 'rows' | 'fields'>, texts: Texts, money: MoneyUnit): Work {
  const read = sheet.rows.map(row => {
    const { figures, unreadable, corrected } = readDraft(
      texts[row.project] ?? {},
      sheet.fields,
      inForce(row),
      money,
    )
    return { row, project: row.project, figures, unreadable, corrected }
  })
  const cells = (of: (one: (typeof read)[number]) => readonly string[]) =>
    read.flatMap(one => of(one).map(field => ({ project: one.project, field })))
  return {
    rows: read
      .filter(one => Object.keys(one.figures).length > 0)
      .map(({ project, figures }) => ({ project, figures })),
    unreadable: cells(one => one.unreadable),
    corrected: cells(one => one.corrected),
    empty: read
      .filter(({ row, figures }) => Object.values({ ...inForce(row), ...figures }).every(isNothing))
      .map(one => one.project),
  }
}

const isNothing = (value: Figure | null) => value === null

/** Figures of this period in the ledger. */
export const inForce = (row: Row): Readonly<Record<string, Figure>> =>
  Object.fromEntries(
    Object.entries(row.cells).flatMap(([field, { value }]) => (value === null ? [] : [[field, value]])),
  )

/** Rows still empty take the figures of the period before, to be looked over: a project without progress reports the same sum. */
export function fillLast(sheet: Pick<ReturnSheet, 'rows' | 'fields'>, texts: Texts, money: MoneyUnit): Texts {
  const { empty } = readWork(sheet, texts, money)
  const filled = sheet.rows
    .filter(row => empty.includes(row.project))
    .map(row => [row.project, { ...texts[row.project], ...lastTexts(row, sheet.fields, money) }] as const)
  return { ...texts, ...Object.fromEntries(filled) }
}

const lastTexts = (row: Row, fields: ReturnSheet['fields'], money: MoneyUnit): Draft =>
  Object.fromEntries(
    fields
      .filter(({ id, type }) => type !== 'text' && row.cells[id]?.last)
      .map(({ id, type }) => [id, boxText(type, row.cells[id]?.last?.value, money)]),
  )
