import { constants, setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type MakeMessage, type MakeOrder, OUTGROWN } from './apart.ts'
import { make } from './make.ts'

/** Entry of the making process; started by `makeApart` only, and ended by it once it has the answer. */

/** Beside the native call that sets a PDF, which lets nothing else of its thread run. */
const WATCH = `
const { workerData: { most, signal } } = require('node:worker_threads')
setInterval(() => { if (process.memoryUsage.rss() > most) process.kill(process.pid, signal) }, 50)
`

// Whoever asks the server for something else goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
process.once('disconnect', () => process.exit())
process.once('message', async ({ task, memoryMb }: MakeOrder) => {
  new Worker(WATCH, { eval: true, workerData: { most: memoryMb * 1024 * 1024, signal: OUTGROWN } })
  process.send?.(await answerTo(task))
})

async function answerTo(task: MakeOrder['task']): Promise<MakeMessage> {
  try {
    return { made: await make(task) }
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    return { broken: { message, stack } }
  }
}
