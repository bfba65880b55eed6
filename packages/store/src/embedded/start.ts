import { spawn } from 'node:child_process'
import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { must } from '@guatu/kernel'
import pg from 'pg'
import { postgresBinaries } from './binaries.ts'
import { type Cluster, ensureCluster, ensurePassword, run, spawnAs } from './cluster.ts'
import { readIfThere } from './files.ts'
import { makeEnterable, rootHome, serverUser } from './home.ts'
import { withLock } from './lock.ts'
import { findPostmaster, isReady, type Postmaster, readPidFile, urlOf } from './postmaster.ts'
import { ownMark, stillRuns } from './process.ts'

export interface EmbeddedOptions {
  /** Made if absent; see `defaultDataDir`. */
  readonly dataDir: string
  /** For throw-away data only: answers before anything is on disk. */
  readonly unsafeWithoutFsync?: boolean
}

export interface Embedded {
  readonly url: string
  readonly dataDir: string
  /** Stops the server, unless another live process started it. */
  stop(): Promise<void>
}

const DATABASE = 'guatu'

/** Small: the machine may be a laptop of two cores that does other work too. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // A socket's path may have 107 bytes at most, less than many a clone's path.
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
}

/**
 * The database of `dataDir`: started if it does not run, found again if a killed process left it running, shared with
 * whoever started it if that one lives.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const home = await makeEnterable(resolve(options.dataDir))
  const user = serverUser()
  return withLock(join(home, 'lock'), async () => {
    const binaries = await postgresBinaries(user ? await rootHome() : home, user !== undefined)
    const password = await ensurePassword(home)
    const cluster: Cluster = { home, data: join(home, 'pg'), password, binaries, user }
    await ensureCluster(cluster, options.unsafeWithoutFsync ? ['--no-sync'] : [])
    const found = await findPostmaster(cluster)
    const running = found ?? (await launch(cluster, options))
    const owner = await takeOwnership(home, found === undefined)
    await ensureDatabase(cluster, running)
    const stop = () => (owner ? stopCluster(cluster) : Promise.resolve())
    return { url: urlOf(cluster, running.port, DATABASE), dataDir: home, stop }
  })
}

/** The process that stops the server: the one that started it, or the first to find it orphaned. */
async function takeOwnership(home: string, launched: boolean): Promise<boolean> {
  const file = join(home, 'owner')
  const owner = await readIfThere(file)
  if (!launched && owner !== undefined && (await stillRuns(owner))) return false
  await writeFile(file, await ownMark())
  return true
}

async function stopCluster(cluster: Cluster): Promise<void> {
  await withLock(join(cluster.home, 'lock'), async () => {
    if (await readPidFile(cluster)) {
      await run(cluster, cluster.binaries.pgCtl, ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-s'])
    }
    await rm(join(cluster.home, 'owner'), { force: true })
  })
}

/** Tries again when the port was taken meanwhile or when children of a killed server are still ending. */
async function launch(cluster: Cluster, options: EmbeddedOptions): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const started = await launchOn(cluster, port, options)
    if (started) return started
    if (attempt === 5) throw new Error(`PostgreSQL does not start\n${await logTail(cluster)}`)
    await setTimeout(300)
  }
}

async function launchOn(
  cluster: Cluster,
  port: number,
  options: EmbeddedOptions,
): Promise<Postmaster | undefined> {
  const settings = { ...SETTINGS, ...(options.unsafeWithoutFsync ? { fsync: 'off' } : {}) }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = await open(logFile(cluster), 'a', 0o600)
  // Its own process group: Ctrl-C in a terminal must reach our server first, which then stops the database.
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.data, '-p', String(port), ...args], {
    ...spawnAs(cluster),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  let ended = false
  child.on('exit', () => {
    ended = true
  })
  const failed = new Promise<never>((_, reject) => child.on('error', reject))
  const postmaster = { pid: child.pid ?? 0, port }
  try {
    while (!ended) {
      if ((await readPidFile(cluster))?.pid === postmaster.pid && (await isReady(cluster, postmaster))) {
        child.unref()
        return postmaster
      }
      await Promise.race([setTimeout(10), failed])
    }
    return undefined
  } finally {
    await log.close()
  }
}

const logFile = (cluster: Cluster) => join(cluster.home, 'postgresql.log')
const logTail = async (cluster: Cluster) => (await readFile(logFile(cluster), 'utf8')).slice(-2000)

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const address = must(server.address(), 'address of a listening server')
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' ? address.port : 0
}

async function ensureDatabase(cluster: Cluster, { port }: Postmaster): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}
