import { setTimeout } from 'node:timers/promises'
import { Client } from '../support/client.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'

/** Where the kill fell: nothing was begun, the transaction was open, or it had been committed. */
export type Fell = 'before' | 'inside' | 'after'

export interface Round {
  readonly delayMs: number
  readonly acknowledged: boolean
  readonly written: 'all' | 'nothing' | 'part'
  readonly fell: Fell
}

/** One kind of write that is tried, and how to see afterwards what of it is there. */
export interface Attempt {
  /** What must be there before the write itself: an upload, a page that was looked at. */
  prepare(client: Client, round: number): Promise<void>
  write(client: Client, round: number): Promise<void>
  look(client: Client, round: number): Promise<Round['written']>
}

/** True while some backend of the server holds a transaction that has written. */
export type Watch = () => Promise<boolean>

/**
 * Kills the server with -9 at instants drawn over the duration of the write, one in each equal part of it, starts it
 * again each time and looks. The duration is the shortest of some undisturbed writes, widened by a tenth. The drawing
 * is seeded so that a run can be repeated.
 */
export async function killRounds(
  attempt: Attempt,
  rounds: number,
  env: Record<string, string>,
  watch: Watch,
  seed: number,
): Promise<{ readonly calmMs: number; readonly rounds: readonly Round[] }> {
  let server = await startProcess(env)
  let client = new Client(server.url)
  await client.signIn('zs-diaodu', 'guatu-demo')
  const calmMs = await calm(attempt, client)
  const random = mulberry(seed)
  const done: Round[] = []
  for (let round = 1; round <= rounds; round += 1) {
    await attempt.prepare(client, round)
    const delayMs = ((round - 1 + random()) / rounds) * calmMs * 1.1
    const { acknowledged, open } = await interrupted(attempt, client, round, server, delayMs, watch)
    server = await startProcess(env)
    client = client.at(server.url)
    const written = await attempt.look(client, round)
    const fell = written === 'all' ? 'after' : open ? 'inside' : 'before'
    done.push({ delayMs, acknowledged, written, fell })
  }
  await server.stop()
  return { calmMs, rounds: done }
}

const CALM_WRITES = 4

async function calm(attempt: Attempt, client: Client): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round > -CALM_WRITES; round -= 1) {
    await attempt.prepare(client, round)
    const start = performance.now()
    await attempt.write(client, round)
    least = Math.min(least, performance.now() - start)
  }
  return least
}

async function interrupted(
  attempt: Attempt,
  client: Client,
  round: number,
  server: ServerProcess,
  delayMs: number,
  watch: Watch,
) {
  let acknowledged = false
  const writing = attempt.write(client, round).then(
    () => {
      acknowledged = true
    },
    () => {},
  )
  await setTimeout(delayMs)
  const open = await watch()
  const known = acknowledged
  await server.kill()
  await writing
  return { acknowledged: known || acknowledged, open }
}

function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
