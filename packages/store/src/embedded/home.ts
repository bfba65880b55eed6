import { createHash } from 'node:crypto'
import { chmod, mkdir, realpath, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { exists } from './files.ts'

/** PostgreSQL refuses to run as root: root starts it as this user (`nobody` nearly everywhere). */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}
const NOBODY: ServerUser = { uid: 65534, gid: 65534 }

export const serverUser = (): ServerUser | undefined => (process.getuid?.() === 0 ? NOBODY : undefined)

/**
 * Where a clone keeps its database: `.guatu` inside it; for root a folder that the server's user can enter, named
 * after the clone's path.
 */
export async function defaultDataDir(root: string): Promise<string> {
  if (!serverUser()) return join(root, '.guatu')
  const name = createHash('sha256')
    .update(await realpath(root))
    .digest('hex')
    .slice(0, 12)
  return join(await rootHome(), name)
}

/** Where root keeps what the server's user must reach: one copy of the programs, and the data of each clone. */
export async function rootHome(): Promise<string> {
  try {
    return await makeEnterable('/var/lib/guatu')
  } catch {
    return await makeEnterable(join(tmpdir(), 'guatu-root'))
  }
}

/** Makes the folder and gives its real path; refuses one that the server's user could not enter or that another user made. */
export async function makeEnterable(path: string): Promise<string> {
  await mkdir(path, { recursive: true })
  const folder = await realpath(path)
  const made = await stat(folder)
  if (process.getuid && made.uid !== process.getuid()) {
    throw new Error(`${folder} belongs to another user (${made.uid}): choose another data folder`)
  }
  const user = serverUser()
  if (!user) return folder
  await chmod(folder, 0o711)
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    const { mode, uid } = await stat(above)
    if (!(mode & 0o001) && !(uid === user.uid && mode & 0o100)) {
      throw new Error(
        `PostgreSQL runs as user ${user.uid}, who cannot enter ${above}: choose another data folder`,
      )
    }
  }
  return folder
}

/** Whether the folder holds a database. */
export const hasDatabase = (dataDir: string): Promise<boolean> => exists(join(dataDir, 'pg'))
