import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwrap } from '@guatu/kernel'
import { afterAll, expect, inject, it } from 'vitest'
import { connectDatabase } from '../database/open.ts'
import { verifyChain } from '../ledger/verify.ts'
import { readScope } from '../scope/scope.ts'
import { runOn } from '../testing/index.ts'
import { restoreBackup } from './restore.ts'
import { fillSample, scopeOf } from './sample.fixture.ts'
import { takeBackup } from './take.ts'

const dir = await mkdtemp(join(tmpdir(), 'guatu-owner-'))
afterAll(() => rm(dir, { recursive: true }))
const admin = new URL(inject('templateUrl'))
admin.pathname = '/postgres'
const role = `guatu_owner_${randomBytes(4).toString('hex')}`
const names = [`${role}_a`, `${role}_b`]

/** Databases of a login role that is no superuser: row-level security holds for it too. */
const urls = await (async () => {
  await runOn(admin.href, `create role ${role} login createrole password 'x'`)
  for (const group of ['guatu_app', 'guatu_auth', 'guatu_backup'])
    await runOn(admin.href, `grant ${group} to ${role} with admin option`)
  return Promise.all(
    names.map(async name => {
      await runOn(admin.href, `create database ${name} owner ${role}`)
      const url = new URL(admin)
      Object.assign(url, { pathname: `/${name}`, username: role, password: 'x' })
      return url.href
    }),
  )
})()
afterAll(async () => {
  for (const name of names) await runOn(admin.href, `drop database ${name} with (force)`)
  await runOn(admin.href, `drop role ${role}`)
})

it('backs up and restores every row as the owner of the database too', async () => {
  const [from = '', into = ''] = urls
  const database = await connectDatabase(from)
  await fillSample(database)
  const path = join(dir, 'owner.tar.gz')
  const taken = unwrap(await takeBackup({ url: from, path, product: '0.1.0' }))
  await database.close()
  const rows = Object.fromEntries(taken.tables.map(table => [table.name, table.rows]))
  expect([rows.entry, rows.import_draft, rows.source_file, rows.stored_result]).toEqual([6, 2, 2, 4])

  unwrap(await restoreBackup({ url: async () => into, path }))
  const again = unwrap(await takeBackup({ url: into, path, product: '0.1.0' }))
  expect(again.tables).toEqual(taken.tables)
  const copy = await connectDatabase(into)
  for (const { jurisdiction, seq, hash } of taken.heads)
    expect(await readScope(copy, scopeOf(jurisdiction), verifyChain)).toEqual({ ok: true, seq, hash })
  await copy.close()
})
