import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { isStorable, must } from '@guatu/kernel'
import { readFault } from './faults.ts'
import type { Workbook } from './grid.ts'
import type { OpenedFile } from './guarded.ts'
import { packCells } from './hand-over/cells.ts'
import { packFindings } from './hand-over/findings.ts'
import { packRows } from './hand-over/rows.ts'
import { readWorkbook } from './read-workbook.ts'
import { findClassifiedIn } from './recognise/classified.ts'
import { openTable, type TableRequest } from './recognise/open-table.ts'
import type { Portion, ReadTask, WorkerMessage } from './thread.ts'

/** Entry of the reading thread; started by `runThread` only. */
const port = must(parentPort, 'a parent thread')
/** Cells in one message: some 10 ms of work for the thread that takes it. */
const PORTION = 20_000

async function send(message: WorkerMessage): Promise<void> {
  port.postMessage(message)
  if (message.kind === 'head' || message.kind === 'portion') await once(port, 'message')
}

async function sendList<T>(
  items: readonly T[],
  cellsOf: (item: T) => number,
  pack: (some: readonly T[]) => Portion,
): Promise<void> {
  for (let from = 0; from < items.length; ) {
    let to = from
    for (let cells = 0; to < items.length && cells < PORTION; to++) cells += 1 + cellsOf(items[to] as T)
    await send({ kind: 'portion', ...pack(items.slice(from, to)) })
    from = to
  }
}

async function sendWorkbook(workbook: Workbook): Promise<void> {
  const sheets = workbook.sheets.map(sheet => ({ ...sheet, rows: [] }))
  await send({ kind: 'head', head: { ...workbook, sheets } })
  for (const [sheet, { rows }] of workbook.sheets.entries())
    await sendList(
      rows,
      row => row.length,
      some => ({ of: 'cells', sheet, packed: packCells(some) }),
    )
}

async function sendTable(workbook: Workbook, request: TableRequest): Promise<void> {
  const fault = findClassifiedIn(workbook)
  if (fault) return send({ kind: 'fault', fault })
  const { format, encoding, sheets } = workbook
  const opened = openTable(workbook, request)
  const { columns, rows, findings } = opened.recognition
  const head: OpenedFile = {
    format,
    ...(encoding ? { encoding } : {}),
    sheets: sheets.map(sheet => ({
      name: sheet.name,
      rows: sheet.rows.length,
      ...(sheet.hidden ? { hidden: sheet.hidden } : {}),
    })),
    ...opened,
    recognition: { ...opened.recognition, rows: [], findings: [] },
  }
  await send({ kind: 'head', head })
  await sendList(
    rows,
    row => columns.length + (row.checks?.length ?? 0),
    some => ({ of: 'rows', packed: packRows(some, columns) }),
  )
  await sendList(
    findings,
    () => 3,
    some => ({ of: 'findings', packed: packFindings(some) }),
  )
}

const keepable = ({ sheets }: Workbook) =>
  sheets.every(
    ({ name, rows }) =>
      isStorable(name) && rows.every(row => isStorable(row.map(cell => cell?.text ?? '').join('\n'))),
  )

const { bytes, fileName, limits, table, storable } = workerData as ReadTask
const result = await readWorkbook(bytes, fileName, limits)
if (!result.ok) await send({ kind: 'fault', fault: result.error })
else if (storable && !keepable(result.value))
  await send({ kind: 'fault', fault: readFault('file.unreadable') })
else if (table) await sendTable(result.value, table)
else await sendWorkbook(result.value)
await send({ kind: 'end' })
port.close()
