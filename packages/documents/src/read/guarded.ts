import { err, ok, type Result } from '@guatu/kernel'
import type { ReadFault } from './faults.ts'
import type { Cell, Workbook } from './grid.ts'
import { unpackCells } from './hand-over/cells.ts'
import { unpackFindings } from './hand-over/findings.ts'
import { unpackRows } from './hand-over/rows.ts'
import type { Mapping } from './recognise/mapping.ts'
import type { ClassifiedFault, FieldSpec, Finding, RecognisedRow, Recognition } from './recognise/model.ts'
import type { OpenedTable, TableRequest } from './recognise/open-table.ts'
import { type GuardOptions, type ReadTask, runThread } from './thread.ts'

export type { GuardOptions } from './thread.ts'

export interface SheetHead {
  readonly name: string
  readonly rows: number
  readonly hidden?: true
}

interface FileHead {
  readonly format: Workbook['format']
  readonly encoding?: Workbook['encoding']
  readonly sheets: readonly SheetHead[]
}

/** A file as its preview needs it: the sheets to choose from, and what the chosen one says. */
export interface RecognisedFile extends FileHead {
  readonly recognition: Recognition
}

export interface OpenedFile extends FileHead, OpenedTable {}

/** `readWorkbook` in a thread of its own, with an end to its time and memory: file.too-slow, file.too-heavy. */
export async function readWorkbookGuarded(
  bytes: Uint8Array,
  fileName: string,
  options: GuardOptions,
): Promise<Result<Workbook, ReadFault>> {
  const lists: (Cell | undefined)[][][] = []
  const answer = await runThread({ bytes, fileName, storable: false }, options, portion => {
    if (portion.of !== 'cells') return
    const list = lists[portion.sheet] ?? []
    lists[portion.sheet] = list
    for (const row of unpackCells(portion.packed)) list.push(row)
  })
  if (!answer.ok) return err(answer.error as ReadFault)
  const workbook = answer.value as Workbook
  return ok({ ...workbook, sheets: workbook.sheets.map((sheet, i) => ({ ...sheet, rows: lists[i] ?? [] })) })
}

/**
 * Reads, picks the sheet and recognises it, all in the thread and within its time. A mark of secrecy in any
 * sheet refuses the file.
 */
export async function recogniseGuarded(
  bytes: Uint8Array,
  fileName: string,
  options: GuardOptions & {
    readonly fields: readonly FieldSpec[]
    readonly mapping?: Mapping
    /** Columns of a table of periods; every column as it stands where absent. */
    readonly indicators?: readonly FieldSpec[]
  },
): Promise<Result<RecognisedFile, ReadFault | ClassifiedFault>> {
  const { fields, mapping = {}, indicators, ...guard } = options
  const table = { fields, ground: mapping, ...(indicators ? { indicators } : {}) }
  const file = await openInThread({ bytes, fileName, storable: false, table }, guard)
  if (!file.ok) return file
  const { mapping: _m, samples: _s, ...recognised } = file.value
  return ok(recognised)
}

/** As `recogniseGuarded`, in one reading with the mapping that fits; a text that no database keeps refuses the file. */
export const openGuarded = (
  bytes: Uint8Array,
  fileName: string,
  table: TableRequest,
  options: GuardOptions,
): Promise<Result<OpenedFile, ReadFault | ClassifiedFault>> =>
  openInThread({ bytes, fileName, storable: true, table }, options)

async function openInThread(
  task: Omit<ReadTask, 'limits'>,
  options: GuardOptions,
): Promise<Result<OpenedFile, ReadFault | ClassifiedFault>> {
  const rows: RecognisedRow[] = []
  const findings: Finding[] = []
  const answer = await runThread(task, options, portion => {
    if (portion.of === 'rows') for (const row of unpackRows(portion.packed)) rows.push(row)
    if (portion.of === 'findings')
      for (const finding of unpackFindings(portion.packed)) findings.push(finding)
  })
  if (!answer.ok) return answer
  const file = answer.value as OpenedFile
  return ok({ ...file, recognition: { ...file.recognition, rows, findings } })
}
