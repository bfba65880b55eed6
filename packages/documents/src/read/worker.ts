import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { must } from '@guatu/kernel'
import type { Workbook } from './grid.ts'
import type { ReadTask, RecognisedFile, WorkerMessage } from './guarded.ts'
import { readWorkbook } from './read-workbook.ts'
import { findClassifiedIn } from './recognise/classified.ts'
import { pickSheet } from './recognise/pick-sheet.ts'
import { recognise } from './recognise/recognise.ts'

/** Entry of the reading thread; started by `readWorkbookGuarded` and `recogniseGuarded` only. */
const port = must(parentPort, 'a parent thread')
/** Cells in one message: some 10 ms of work for the thread that takes it. */
const PORTION = 5_000

async function send(message: WorkerMessage): Promise<void> {
  port.postMessage(message)
  if (message.kind === 'head' || message.kind === 'portion') await once(port, 'message')
}

async function sendList<T>(list: number, items: readonly T[], cellsOf: (item: T) => number): Promise<void> {
  for (let from = 0; from < items.length; ) {
    let to = from
    for (let cells = 0; to < items.length && cells < PORTION; to++) cells += 1 + cellsOf(items[to] as T)
    await send({ kind: 'portion', list, items: items.slice(from, to) })
    from = to
  }
}

async function sendWorkbook(workbook: Workbook): Promise<void> {
  const sheets = workbook.sheets.map(sheet => ({ ...sheet, rows: [] }))
  await send({ kind: 'head', head: { ...workbook, sheets } })
  for (const [list, { rows }] of workbook.sheets.entries()) await sendList(list, rows, row => row.length)
}

async function sendRecognised(
  workbook: Workbook,
  { fields, mapping, indicators }: NonNullable<ReadTask['recognise']>,
) {
  const fault = findClassifiedIn(workbook)
  if (fault) return send({ kind: 'fault', fault })
  const { format, encoding, sheets } = workbook
  const sheet = must(pickSheet(workbook, fields, mapping) ?? sheets[0], 'a sheet')
  const recognition = recognise(sheet, fields, mapping, indicators)
  const head: RecognisedFile = {
    format,
    ...(encoding ? { encoding } : {}),
    sheets: sheets.map(({ name, rows, hidden }) => ({
      name,
      rows: rows.length,
      ...(hidden ? { hidden } : {}),
    })),
    recognition: { ...recognition, rows: [], findings: [] },
  }
  await send({ kind: 'head', head })
  await sendList(0, recognition.rows, row => 4 * Object.keys(row.values).length + (row.checks?.length ?? 0))
  await sendList(1, recognition.findings, () => 3)
}

const task = workerData as ReadTask
const result = await readWorkbook(task.bytes, task.fileName, task.limits)
if (!result.ok) await send({ kind: 'fault', fault: result.error })
else if (task.recognise) await sendRecognised(result.value, task.recognise)
else await sendWorkbook(result.value)
await send({ kind: 'end' })
port.close()
