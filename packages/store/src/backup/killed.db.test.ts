import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwrap } from '@guatu/kernel'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectDatabase } from '../database/open.ts'
import { emptyDatabase, runOn, testDatabase } from '../testing/index.ts'
import { checkBackup, restoreBackup } from './restore.ts'
import { fillSample } from './sample.fixture.ts'
import { takeBackup } from './take.ts'
import { UnfinishedRestore } from './unfinished.ts'

const database = await testDatabase()
await fillSample(database)
const dir = await mkdtemp(join(tmpdir(), 'guatu-killed-'))
const program = join(dir, 'child.cjs')
const files = join(dir, '备份 files')
const path = join(files, 'whole.tar.gz')

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'child.fixture.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    external: ['pg-native'],
  })
  await mkdir(files)
  unwrap(await takeBackup({ url: database.url, path, product: '0.1.0' }))
}, 120_000)
afterAll(() => rm(dir, { recursive: true }))

/** Starts the child and kills it with SIGKILL once it stands at the table. */
async function killAt(
  command: 'backup' | 'restore',
  url: string,
  file: string,
  table: string,
): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [program, command, url, file, table], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [said] = await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended])
  expect(String(said)).toBe(`at ${table}\n`)
  child.kill('SIGKILL')
  await ended
}

describe('kill -9', () => {
  it.each(['jurisdiction', 'entry', 'issued_document'])(
    'of a backup at %s leaves no file under its name',
    async table => {
      const wanted = join(files, `${table}.tar.gz`)
      await killAt('backup', database.url, wanted, table)
      const left = (await readdir(files)).filter(name => name.startsWith(table))
      expect(left).toEqual([expect.stringMatching(/\.tar\.gz\.[0-9a-f]{8}\.partial$/)])
      unwrap(await takeBackup({ url: database.url, path: wanted, product: '0.1.0' }))
      unwrap(await checkBackup(wanted))
    },
  )

  it.each(['jurisdiction', 'entry', 'issued_document'])(
    'of a restore at %s leaves a database that is refused until it is restored',
    async table => {
      const url = await emptyDatabase()
      await killAt('restore', url, path, table)
      await expect(connectDatabase(url)).rejects.toThrow(UnfinishedRestore)
      const manifest = unwrap(await restoreBackup({ url: async () => url, path }))
      const copy = await connectDatabase(url)
      await copy.close()
      const heads = await runOn(
        url,
        `select id as jurisdiction, next_seq::int - 1 as seq, head_hash as hash
        from jurisdiction order by id`,
      )
      expect(heads).toEqual(manifest.heads)
    },
  )
})
