import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The product as `npm start` runs it, in a process of its own. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** SIGKILL: nothing of it gets to say a last word. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Rejects with what the process printed when it ends before it answers. */
export async function startProcess(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await address(child)
  const end = (signal: 'SIGKILL' | 'SIGTERM') => async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return { url, pid: child.pid ?? 0, kill: end('SIGKILL'), stop: end('SIGTERM') }
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
      if (url) resolve(url)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`the server ended before it answered:\n${printed}`)))
  })
}
