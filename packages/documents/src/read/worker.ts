import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { must } from '@guatu/kernel'
import type { Workbook } from './grid.ts'
import type { WorkerMessage } from './guarded.ts'
import type { ReadLimits } from './limits.ts'
import { readWorkbook } from './read-workbook.ts'

/** Entry of the reading thread; started by `readWorkbookGuarded` only. */
const port = must(parentPort, 'a parent thread')
/** Cells in one message: some 10 ms of work for the thread that takes it. */
const PORTION = 10_000

async function send(message: WorkerMessage): Promise<void> {
  port.postMessage(message)
  if (message.kind === 'workbook' || message.kind === 'rows') await once(port, 'message')
}

async function sendWorkbook(workbook: Workbook): Promise<void> {
  const heads = workbook.sheets.map(sheet => ({ ...sheet, rows: [] }))
  await send({ kind: 'workbook', workbook: { ...workbook, sheets: heads } })
  for (const [sheet, { rows }] of workbook.sheets.entries()) {
    for (let from = 0; from < rows.length; ) {
      let to = from
      for (let cells = 0; to < rows.length && cells < PORTION; to++) cells += 1 + (rows[to]?.length ?? 0)
      await send({ kind: 'rows', sheet, rows: rows.slice(from, to) })
      from = to
    }
  }
  await send({ kind: 'end' })
}

const { bytes, fileName, limits } = workerData as { bytes: Uint8Array; fileName: string; limits: ReadLimits }
const result = await readWorkbook(bytes, fileName, limits)
if (result.ok) await sendWorkbook(result.value)
else await send({ kind: 'fault', fault: result.error })
port.close()
