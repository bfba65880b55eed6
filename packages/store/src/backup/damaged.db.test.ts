import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { unwrap } from '@guatu/kernel'
import { extract, pack } from 'tar-stream'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyDatabase, runOn, testDatabase } from '../testing/index.ts'
import { FORMAT, MANIFEST } from './manifest.ts'
import { checkBackup, restoreBackup } from './restore.ts'
import { fillSample } from './sample.fixture.ts'
import { takeBackup } from './take.ts'

const database = await testDatabase()
await fillSample(database)
const dir = await mkdtemp(join(tmpdir(), '损坏 '))
afterAll(() => rm(dir, { recursive: true }))
const whole = join(dir, 'whole.tar.gz')
unwrap(await takeBackup({ url: database.url, path: whole, product: '0.1.0' }))
const bytes = await readFile(whole)
const target = await emptyDatabase()

interface Member {
  readonly name: string
  readonly body: Buffer
}

async function membersOf(file: Buffer): Promise<Member[]> {
  const members: Member[] = []
  const entries = extract()
  entries.end(gunzipSync(file))
  for await (const entry of entries) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    members.push({ name: entry.header.name, body: Buffer.concat(chunks) })
  }
  return members
}

async function fileOf(members: readonly Member[]): Promise<Buffer> {
  const tar = pack()
  for (const { name, body } of members) tar.entry({ name }, body)
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar) chunks.push(chunk as Buffer)
  return gzipSync(Buffer.concat(chunks))
}

const members = await membersOf(bytes)
const withManifest = (change: (manifest: Record<string, unknown>) => void) =>
  fileOf(
    members.map(member => {
      if (member.name !== MANIFEST) return member
      const manifest = JSON.parse(member.body.toString())
      change(manifest)
      return { name: MANIFEST, body: Buffer.from(JSON.stringify(manifest)) }
    }),
  )
const flipped = (at: number, mask = 1) => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ mask
  return copy
}

/** What check and restore say of the file; the database must be as it was: without any table. */
async function refusal(file: Buffer) {
  const path = join(dir, 'damaged.tar.gz')
  await writeFile(path, file)
  const checked = await checkBackup(path)
  const restored = await restoreBackup({ url: async () => target, path })
  const tables = await runOn(
    target,
    `select relname from pg_class where relnamespace = 'public'::regnamespace`,
  )
  expect(tables).toEqual([])
  if (restored.ok || checked.ok) throw new Error('not refused')
  expect(restored.error).toEqual(checked.error)
  return restored.error
}

describe('a backup that is not as it was written is refused, and nothing is written', () => {
  const cuts = [
    0,
    1,
    9,
    10,
    100,
    Math.floor(bytes.length / 2),
    bytes.length - 9,
    bytes.length - 8,
    bytes.length - 1,
  ]
  it.each(cuts)('cut short at byte %i', async length => {
    expect((await refusal(bytes.subarray(0, length))).code).toBe('backup.damaged')
  })

  it('with a byte flipped in the compressed bytes, in any place', async () => {
    // The first ten bytes hold a time and a system that say nothing of the content.
    let refused = 0
    for (let at = 10; at < bytes.length; at += 23) {
      const file = flipped(at, 1 << (at % 8))
      const { code } = await check(file)
      // Where the flipped bit names another run of the same zeros, it says the same.
      if (code === 'ok') expect([at, gunzipSync(file).equals(gunzipSync(bytes))]).toEqual([at, true])
      else refused += 1
      expect(['ok', 'backup.damaged']).toContain(code)
    }
    expect(refused).toBeGreaterThan((bytes.length / 23) * 0.9)
  })

  async function check(file: Buffer) {
    const path = join(dir, 'flipped.tar.gz')
    await writeFile(path, file)
    const checked = await checkBackup(path)
    return checked.ok ? { code: 'ok' } : checked.error
  }

  it.each(members.map(member => member.name))(
    'with one byte of %s changed under a right checksum',
    async name => {
      const changed = members.map(member => {
        if (member.name !== name) return member
        const body = Buffer.from(member.body)
        const middle = Math.floor(body.length / 2)
        body[middle] = (body[middle] ?? 0) ^ 0x80
        return { name, body }
      })
      expect((await refusal(await fileOf(changed))).code).toBe('backup.damaged')
    },
  )

  it.each(members.map(member => member.name))('without its member %s', async name => {
    const { code, params } = await refusal(await fileOf(members.filter(member => member.name !== name)))
    expect([code, params]).toEqual([
      'backup.damaged',
      { member: name === MANIFEST ? name : name.split('/')[0] },
    ])
  })

  it.each<[string, (extra: Member) => Member[]]>([
    ['more/000000.copy', extra => [...members.slice(0, -1), extra, ...members.slice(-1)]],
    ['entry/000001.copy', extra => [...members.slice(0, -1), extra, ...members.slice(-1)]],
    ['entry/000000.copy', extra => [...members.slice(0, -1), extra, ...members.slice(-1)]],
    ['../outside', extra => [extra, ...members]],
    ['after', extra => [...members, extra]],
  ])('with a member %s too many', async (name, place) => {
    const { code } = await refusal(await fileOf(place({ name, body: Buffer.from('1\n') })))
    expect(code).toBe('backup.damaged')
  })

  it.each<[string, (table: Record<string, unknown>) => void]>([
    ['hash', table => Object.assign(table, { sha256: '0'.repeat(64) })],
    ['row count', table => Object.assign(table, { rows: 999 })],
    ['size', table => Object.assign(table, { bytes: 1 })],
  ])('whose manifest names another %s', async (_, change) => {
    const file = await withManifest(({ tables }) => change((tables as Record<string, unknown>[])[1] ?? {}))
    expect((await refusal(file)).code).toBe('backup.damaged')
  })

  it('of a later format or with a step of the structure that is unknown here', async () => {
    const later = await withManifest(manifest =>
      Object.assign(manifest, { format: FORMAT + 1, product: '9.0.0' }),
    )
    expect(await refusal(later)).toEqual({ code: 'backup.newer', params: { product: '9.0.0' } })
    const steps = await withManifest(manifest =>
      (manifest.migrations as string[]).push('2999-01-01T0000-more'),
    )
    expect(await refusal(steps)).toEqual({ code: 'backup.newer', params: { product: '0.1.0' } })
  })

  it('that is no backup at all, or not there', async () => {
    expect((await refusal(Buffer.from('项目,投资\n'))).code).toBe('backup.damaged')
    expect((await refusal(gzipSync('text'))).code).toBe('backup.damaged')
    const absent = await checkBackup(join(dir, 'absent'))
    expect(absent).toMatchObject({ ok: false, error: { code: 'backup.no-file' } })
  })
})

describe('a database that is not empty', () => {
  it('is left as it is', async () => {
    const other = await testDatabase()
    await fillSample(other)
    const before = await runOn(other.url, 'select id, head_hash from jurisdiction order by id')
    // Its own pool is one of the connections that use it.
    const used = await restoreBackup({ url: async () => other.url, path: whole })
    expect(used).toMatchObject({ ok: false, error: { code: 'backup.in-use' } })
    await other.kysely.destroy()
    const refused = await restoreBackup({ url: async () => other.url, path: whole })
    expect(refused).toMatchObject({ ok: false, error: { code: 'backup.not-empty' } })
    expect(await runOn(other.url, 'select id, head_hash from jurisdiction order by id')).toEqual(before)
  })
})
