import { readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, SUPERUSER } from './cluster.ts'
import { errorCode, readIfThere } from './files.ts'
import { processMark } from './process.ts'

export interface Postmaster {
  readonly pid: number
  readonly port: number
}

/** Recovery after a crash replays what was written since the last checkpoint; give it time. */
const PATIENCE_MS = 120_000

/**
 * The running server of this data folder, found by its postmaster.pid and proven by logging in; undefined when there
 * is none. A pid file whose process is another program is removed.
 */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const found = await readPidFile(cluster)
    if (!found || !(await processMark(found.pid))) return forget(cluster)
    if (await isReady(cluster, found)) return found
    if (!(await isPostgresOn(cluster, found.pid))) return forget(cluster)
    if (performance.now() > deadline) throw new Error(`PostgreSQL ${found.pid} runs but does not answer`)
    await setTimeout(20)
  }
}

/** PostgreSQL would not start while the pid it left is one of a running or uncollected process. */
async function forget(cluster: Cluster): Promise<undefined> {
  await rm(pidFile(cluster), { force: true })
}

const pidFile = (cluster: Cluster) => join(cluster.data, 'postmaster.pid')

/** Lines: pid, data folder, start time, port, socket folder, address, shared memory key, status. */
export async function readPidFile(cluster: Cluster): Promise<Postmaster | undefined> {
  const [pid, , , port] = ((await readIfThere(pidFile(cluster))) ?? '').split('\n').map(Number)
  return pid ? { pid, port: port ?? 0 } : undefined
}

/** True when a server answers there to our password and serves our data folder. */
export async function isReady(cluster: Cluster, { port }: Postmaster): Promise<boolean> {
  if (!port) return false
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres') })
  try {
    await client.connect()
    const { rows } = await client.query(`select current_setting('data_directory') as folder`)
    return (await realpath(rows[0].folder)) === (await realpath(cluster.data))
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

export const urlOf = (cluster: Cluster, port: number, database: string) =>
  `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`

/** Whether the process is PostgreSQL on this folder; a pid may have been given to another program since. */
async function isPostgresOn(cluster: Cluster, pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').includes(cluster.data)
  } catch (error) {
    return errorCode(error) !== 'ENOENT'
  }
}
