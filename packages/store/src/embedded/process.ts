import { errorCode, readIfThere } from './files.ts'

/**
 * A running process by pid and, on Linux, by its start: a pid alone may have been given to another program since.
 * Undefined when it has ended, even if nobody has collected it yet (in a container often nobody does).
 */
export async function processMark(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return canSignal(pid) ? String(pid) : undefined
  const stat = await readIfThere(`/proc/${pid}/stat`).catch(() => undefined)
  // After the program's name in parentheses: its state, and 19 fields on the time it started.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields && fields[0] !== 'Z' ? `${pid} ${fields[19]}` : undefined
}

/** Whether the process that left this mark still runs. */
export const stillRuns = async (mark: string): Promise<boolean> =>
  (await processMark(Number.parseInt(mark, 10))) === mark

export const ownMark = async (): Promise<string> => (await processMark(process.pid)) ?? String(process.pid)

function canSignal(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
