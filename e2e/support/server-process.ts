import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The product as `npm start` runs it, in a process of its own. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** Waits until it has printed something like that. */
  said(what: RegExp): Promise<RegExpExecArray>
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
  const print = printed(child)
  const [url] = await print(/http:\/\/127\.0\.0\.1:\d+/)
  const end = (signal: 'SIGKILL' | 'SIGTERM') => async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return { url, pid: child.pid ?? 0, said: print, kill: end('SIGKILL'), stop: end('SIGTERM') }
}

type Said = (what: RegExp) => Promise<RegExpExecArray>

function printed(child: ChildProcess): Said {
  let text = ''
  let ended = false
  const waiting = new Set<() => void>()
  const tell = () => {
    for (const look of [...waiting]) look()
  }
  const read = (chunk: Buffer) => {
    text += chunk.toString()
    tell()
  }
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  child.on('exit', () => {
    ended = true
    tell()
  })
  return what =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = what.exec(text)
        if (found) resolve(found)
        else if (ended) reject(new Error(`the server ended before it said ${what}:\n${text}`))
        else return
        waiting.delete(look)
      }
      waiting.add(look)
      child.once('error', reject)
      look()
    })
}
