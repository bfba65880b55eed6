import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), '挂图 备份 '))
  // Where root runs this, PostgreSQL runs as another user.
  await chmod(dir, 0o755)
})
afterAll(() => rm(dir, { recursive: true, force: true }))

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(dataDir: string, args: readonly string[]) {
  const env = { ...process.env, GUATU_DATA: join(dir, dataDir), DATABASE_URL: '', PORT: '0' }
  return spawn(process.execPath, ['scripts/guatu.mjs', ...args], { cwd: root, env })
}

/** Runs `work` while the folder is served. */
async function whileServed(dataDir: string, work: () => Promise<void>): Promise<void> {
  const server = start(dataDir, ['serve'])
  const ended = once(server, 'exit')
  try {
    await new Promise<void>((resolve, reject) => {
      let said = ''
      const read = (text: Buffer) => {
        said += text
        if (/http:\/\/127\.0\.0\.1:\d+/.test(said)) resolve()
      }
      server.stdout.on('data', read)
      server.stderr.on('data', read)
      server.on('exit', () => reject(new Error(`the server ended before it answered:\n${said}`)))
    })
    await work()
  } finally {
    server.kill('SIGTERM')
    await ended
  }
}

function guatu(dataDir: string, ...args: string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = start(dataDir, args)
    let [out, err] = ['', '']
    child.stdout.on('data', text => {
      out += text
    })
    child.stderr.on('data', text => {
      err += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
}

test('the demo is backed up while it is served, restored into a new folder, and verified equal', async () => {
  const file = join(dir, '备份 一.tar.gz')
  const loaded = await guatu('数据 原', 'demo', 'load')
  expect(loaded.code, loaded.err).toBe(0)
  await whileServed('数据 原', async () => {
    const stored = await guatu(
      '数据 原',
      'evaluate',
      '--jurisdiction',
      'zhashui',
      '--as-of',
      '2020-05-31',
      '--store',
    )
    expect([stored.code, stored.err]).toEqual([0, ''])
    const taken = await guatu('数据 原', 'backup', '--out', file)
    expect(taken.code, taken.err).toBe(0)
    expect(taken.err).toMatch(/^entry {2}\d+ 行 rows$/m)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  const checked = await guatu('none', 'backup', '--check', file, '--json')
  expect(checked.code, checked.err).toBe(0)
  const { heads } = JSON.parse(checked.out)

  const original = await guatu('数据 原', 'verify', '--json')
  expect(original.code, original.err).toBe(0)
  const restored = await guatu('数据 新', 'restore', file)
  expect(restored.code, restored.err).toBe(0)
  const copy = await guatu('数据 新', 'verify', '--json')
  expect(copy.code, copy.err).toBe(0)
  expect(JSON.parse(copy.out)).toEqual(JSON.parse(original.out))
  const ends = JSON.parse(copy.out).jurisdictions.map(
    ({ jurisdiction, seq, hash }: Record<string, unknown>) => ({
      jurisdiction,
      seq,
      hash,
    }),
  )
  expect(ends).toEqual(heads)

  const again = await guatu('数据 新', 'restore', file)
  expect(again.code).toBe(2)
  expect(again.err).toContain('The database is not empty')
  await whileServed('数据 新', async () => undefined)
})

test('where there is nothing to back up, or no such file, nothing is made', async () => {
  const nothing = await guatu('没有', 'backup', '--out', join(dir, 'x.tar.gz'))
  expect([nothing.code, nothing.out]).toEqual([2, ''])
  expect(nothing.err).toContain('There is nothing to back up here')
  const absent = await guatu('没有', 'restore', join(dir, 'absent.tar.gz'))
  expect(absent.code).toBe(2)
  expect(absent.err).toContain('The backup cannot be opened')
  await expect(stat(join(dir, '没有'))).rejects.toThrow('ENOENT')
})
