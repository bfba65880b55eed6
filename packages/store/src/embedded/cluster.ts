import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { exists, readIfThere, renameDurably, writeDurably } from './files.ts'
import type { ServerUser } from './home.ts'

export const SUPERUSER = 'guatu'

/** A data folder of PostgreSQL with what is needed to run and reach it. */
export interface Cluster {
  /** Holds everything of this database: `pg/`, the password, the log. */
  readonly home: string
  /** PGDATA */
  readonly data: string
  readonly password: string
  readonly binaries: Binaries
  readonly user?: ServerUser
}

/** The password outlives restarts: written once, readable by its owner alone. */
export async function ensurePassword(home: string): Promise<string> {
  const file = join(home, 'password')
  const kept = await readIfThere(file)
  if (kept) return kept
  const password = randomBytes(24).toString('base64url')
  await writeDurably(file, password, 0o600)
  return password
}

/** Makes the data folder if it is not there; one that was cut short half way is made anew. */
export async function ensureCluster(cluster: Cluster, more: readonly string[]): Promise<void> {
  if (await exists(cluster.data)) return
  const partial = `${cluster.data}.new`
  const passwordFile = `${cluster.data}.pw`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { mode: 0o700 })
  await writeFile(passwordFile, cluster.password, { mode: 0o600 })
  if (cluster.user) {
    for (const path of [partial, passwordFile]) await chown(path, cluster.user.uid, cluster.user.gid)
  }
  try {
    await run(cluster, cluster.binaries.initdb, [
      `--pgdata=${partial}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...more,
    ])
  } finally {
    await rm(passwordFile, { force: true })
  }
  await renameDurably(partial, cluster.data)
}

/** Runs one of PostgreSQL's programs as the server's user; throws with what it printed when it fails. */
export async function run(cluster: Cluster, program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { ...spawnAs(cluster), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (output += text))
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new Error(`${program} ended with ${code}\n${output}`)
}

/** Its messages in plain English and none of our PG* variables, which would change what it does. */
export function spawnAs(cluster: Cluster) {
  const env = {
    PATH: process.env.PATH ?? '',
    LC_ALL: 'C',
    TZ: 'UTC',
    SYSTEMROOT: process.env.SYSTEMROOT,
  }
  return { ...cluster.user, cwd: cluster.home, env }
}
