import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '../../apps/server/src/testing/client.ts'
import { PASSWORD, ROOT } from './world.ts'

export interface Served {
  readonly url: string
  /** Milliseconds from the start of the process to its first address. */
  readonly startedIn: number
  /** Resident megabytes now. */
  resident(): number
  /** Seconds of processor, all threads, since its start. */
  processor(): number
  stop(): Promise<void>
}

/** Ours as a bureau runs it: `guatu serve` on a database that is there. `profile`: a folder for a profile of its processor time. */
export const serveOurs = (url: string, profile?: string) =>
  serve(
    [
      ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []),
      '-e',
      `import('${join(ROOT, 'dist/server.mjs')}').then(({ serve }) => serve({ root: process.cwd(), env: process.env, demo: false }))`,
    ],
    url,
  )

export const servePlain = (url: string) => serve([join(ROOT, 'dist/bench-plain.mjs')], url)

async function serve(args: string[], databaseUrl: string): Promise<Served> {
  const from = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // A measurement that ends early leaves no server behind.
  process.once('exit', () => child.kill('SIGKILL'))
  const url = await address(child)
  return {
    url,
    startedIn: performance.now() - from,
    resident: () => residentOf(child.pid ?? 0),
    processor: () => processorOf(child.pid ?? 0),
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', chunk => {
      printed += chunk
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
      if (url) resolve(url)
    })
    child.on('exit', () => reject(new Error(`the server ended before it answered:\n${printed}`)))
  })
}

function residentOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

const TICKS_A_SECOND = 100

/** The 14th and 15th fields of proc(5)'s stat; the second, the name, may hold blanks. */
function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

export async function signedIn(url: string, login: string): Promise<Client> {
  const client = new Client(url)
  await client.signIn(login, PASSWORD)
  return client
}

/** What the plain server is asked, under the session of that login. */
export class PlainClient {
  constructor(
    readonly url: string,
    readonly login: string,
  ) {}

  get(path: string, query: Readonly<Record<string, string | number>> = {}) {
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
    return this.#ask(`${path}?${search}`, {})
  }

  post(path: string, body: unknown) {
    return this.#ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }

  async #ask(path: string, init: RequestInit) {
    const headers = { ...init.headers, cookie: `token=${this.login}` }
    const answer = await fetch(`${this.url}${path}`, { ...init, headers })
    if (!answer.ok) throw new Error(`${path} ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
}
