import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { BotSetting, ChannelSetting, MailSetting } from '@guatu/domain'
import { unwrap } from '@guatu/kernel'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { restoreBackup } from '../backup/restore.ts'
import { takeBackup } from '../backup/take.ts'
import { connectDatabase, type Database } from '../database/open.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { readScope, type Scope, withScope } from '../scope/scope.ts'
import { rotateKey } from '../secret/key-file.ts'
import { KeyRing } from '../secret/key-ring.ts'
import { emptyDatabase, runOn, testDatabase, testKeys } from '../testing/index.ts'
import { sealChannels } from './seal-all.ts'
import { channelSettings, saveChannelSetting } from './setting.ts'

const database = await testDatabase()
const keys = await testKeys()
const otherKeys = await testKeys()
for (const id of ['zs', 'xx']) await createJurisdiction(database, { id, name: id })
const scopeOf = (jurisdiction: string): Scope => ({ jurisdiction, person: 'li', reads: 'all' })
const AT = '2023-05-31T01:00:00.000Z'
const dir = await mkdtemp(join(tmpdir(), 'guatu-seal-'))
afterAll(() => rm(dir, { recursive: true }))

const common = { on: true, kinds: [], site: '' }
const bot: BotSetting = {
  ...{ channel: 'dingtalk', ...common, base: 'https://oapi.dingtalk.com', format: 'text' },
  ...{ token: 'TOKEN-to-keep', secret: 'SECRET-to-keep' },
}
const mail: MailSetting = {
  ...{ channel: 'mail', ...common, host: 'mail.example.com', port: 465, tls: true },
  ...{ user: 'desk', from: 'desk@example.com', password: '口令PASSWORD-to-keep' },
}
const SECRETS = ['TOKEN-to-keep', 'SECRET-to-keep', 'PASSWORD-to-keep']

const save = (jurisdiction: string, setting: ChannelSetting, by = keys, untouched = [] as ['secret'] | []) =>
  withScope(database, scopeOf(jurisdiction), tx => saveChannelSetting(tx, by, setting, AT, untouched))
const read = async (jurisdiction: string, by: KeyRing = keys, from: Database = database) =>
  (await readScope(from, scopeOf(jurisdiction), tx => channelSettings(tx, by))).map(({ setting, lost }) => ({
    setting,
    lost,
  }))
const run = (text: string) => runOn<Record<string, unknown>>(database.url, text)
/** As versions before sealing wrote it. */
const writePlain = (jurisdiction: string, { channel, ...body }: ChannelSetting) =>
  run(`insert into channel (jurisdiction_id, channel, body, changed_by)
    values ('${jurisdiction}', '${channel}', '${JSON.stringify(body)}', 'li')`)
const allText = async () => JSON.stringify(await run('select c::text from channel c'))
beforeEach(() => run('delete from channel'))

describe('a channel’s secrets', () => {
  it('come back with the key, and stand in no row', async () => {
    await save('zs', bot)
    await save('zs', mail)
    expect(await read('zs')).toEqual([
      { setting: bot, lost: [] },
      { setting: mail, lost: [] },
    ])
    const text = await allText()
    for (const secret of SECRETS) expect(text).not.toContain(secret)
  })
  it('are lost without the key, or with another one, and the rest of the setting is not', async () => {
    await save('zs', bot)
    for (const by of [KeyRing.none, otherKeys])
      expect(await read('zs', by)).toEqual([
        { setting: { ...bot, token: '', secret: '' }, lost: ['token', 'secret'] },
      ])
  })
  it.each([
    ['another jurisdiction', `update channel set jurisdiction_id = 'xx'`, 'xx'],
    ['another channel', `update channel set channel = 'feishu'`, 'zs'],
    [
      'each other’s place',
      `update channel set sealed = jsonb_build_object('token', sealed -> 'secret', 'secret', sealed -> 'token')`,
      'zs',
    ],
    [
      'other bytes',
      `update channel set sealed = (select jsonb_object_agg(key, left(value, -1) || case right(value, 1) when 'A' then 'Q' else 'A' end)
         from jsonb_each_text(sealed))`,
      'zs',
    ],
  ])('are lost when they are put to %s', async (_, change, home) => {
    await save('zs', bot)
    await run(change)
    expect((await read(home)).map(one => [one.setting, one.lost])).toMatchObject([
      [{ token: '', secret: '' }, ['token', 'secret']],
    ])
  })
  it('that are untouched stay sealed as they are; the others are replaced', async () => {
    await save('zs', bot, otherKeys)
    await save('zs', { ...bot, token: 'given again', secret: '' }, keys, ['secret'])
    expect(await read('zs')).toEqual([
      { setting: { ...bot, token: 'given again', secret: '' }, lost: ['secret'] },
    ])
    expect(await read('zs', otherKeys)).toMatchObject([{ setting: { secret: bot.secret }, lost: ['token'] }])
    await save('zs', { ...bot, secret: '' })
    expect(await read('zs')).toEqual([{ setting: { ...bot, secret: '' }, lost: [] }])
  })
})

describe('secrets that older versions left as they were', () => {
  it('are sealed once, and nothing is left to do the next time', async () => {
    await writePlain('zs', bot)
    await writePlain('xx', mail)
    expect(await sealChannels(database, keys)).toEqual({ sealed: 2, resealed: 0, lost: 0 })
    expect([await read('zs'), await read('xx')]).toEqual([
      [{ setting: bot, lost: [] }],
      [{ setting: mail, lost: [] }],
    ])
    const text = await allText()
    for (const secret of SECRETS) expect(text).not.toContain(secret)
    expect(await sealChannels(database, keys)).toEqual({ sealed: 0, resealed: 0, lost: 0 })
    expect(await allText()).toBe(text)
  })
  it('are sealed by one of several servers that start at once', async () => {
    await writePlain('zs', bot)
    const done = await Promise.all([1, 2, 3].map(() => sealChannels(database, keys)))
    expect(done.reduce((sum, one) => sum + one.sealed, 0)).toBe(1)
    expect(await read('zs')).toEqual([{ setting: bot, lost: [] }])
  })
  it('are all there when it stops half way, and the next start goes on', async () => {
    await writePlain('xx', mail)
    await writePlain('zs', bot)
    await run(`create function stop() returns trigger language plpgsql as $$ begin raise 'stopped'; end $$;
      create trigger stop before update on channel for each row when (old.jurisdiction_id = 'zs') execute function stop()`)
    await expect(sealChannels(database, keys)).rejects.toThrow('stopped')
    expect(await read('xx')).toEqual([{ setting: mail, lost: [] }])
    expect(await allText()).toContain('TOKEN-to-keep')
    await run('drop trigger stop on channel; drop function stop')
    expect(await sealChannels(database, keys)).toEqual({ sealed: 1, resealed: 0, lost: 0 })
    expect(await read('zs')).toEqual([{ setting: bot, lost: [] }])
  })
  it('are not used where there is no key to seal by, and stay', async () => {
    await writePlain('zs', bot)
    expect(await sealChannels(database, KeyRing.none)).toEqual({ sealed: 0, resealed: 0, lost: 1 })
    expect(await read('zs', KeyRing.none)).toMatchObject([
      { setting: { token: '', secret: '' }, lost: ['token', 'secret'] },
    ])
    expect(await sealChannels(database, keys)).toMatchObject({ sealed: 1 })
  })
})

describe('after a rotation of keys', () => {
  const ring = testKeys()
  it('they open as before, by saving or all at once the new key seals them, and the old one is needed no more', async () => {
    const { path } = await ring
    await save('zs', bot, await ring)
    await save('xx', mail, await ring)
    const old = await KeyRing.of(path)
    const before = await old.currentId()
    await rotateKey(path)
    expect(await read('zs', await ring)).toEqual([{ setting: bot, lost: [] }])
    await save('zs', bot, await ring)
    expect(await sealChannels(database, await ring)).toEqual({ sealed: 0, resealed: 0, lost: 0 })
    expect(await allText()).toContain(before)
    expect(await sealChannels(database, await ring, true)).toEqual({ sealed: 0, resealed: 1, lost: 0 })
    expect(await allText()).not.toContain(before)
    expect(await read('xx', await ring)).toEqual([{ setting: mail, lost: [] }])
  })
  it('those that no key opens are counted and left', async () => {
    await save('zs', bot, otherKeys)
    expect(await sealChannels(database, keys, true)).toEqual({ sealed: 0, resealed: 0, lost: 1 })
    expect(await read('zs', otherKeys)).toEqual([{ setting: bot, lost: [] }])
  })
})

describe('a backup', () => {
  it('holds no secret and no key, names the keys it needs, and is of use without them', async () => {
    await save('zs', bot)
    await save('zs', mail)
    const path = join(dir, 'backup.tar.gz')
    const manifest = unwrap(await takeBackup({ url: database.url, path, product: '0.1.0' }))
    expect(manifest.keys).toEqual([await keys.currentId()])
    expect(manifest.secrets.join()).not.toContain('as they are')
    const bytes = gunzipSync(await readFile(path))
    expect(bytes.includes('mail.example.com')).toBe(true)
    const key = Buffer.from(JSON.parse(await readFile(keys.path, 'utf8')).keys[0].key, 'base64')
    const told = [...SECRETS, ...[key.toString('base64'), key.toString('base64url'), key.toString('hex')]]
    for (const secret of told) {
      expect(bytes.includes(secret)).toBe(false)
      expect(bytes.includes(Buffer.from(secret).toString('base64').slice(0, -4))).toBe(false)
    }
    expect(bytes.includes(key)).toBe(false)

    const target = await emptyDatabase()
    unwrap(await restoreBackup({ url: async () => target, path }))
    const copy = await connectDatabase(target)
    try {
      const without = await read('zs', otherKeys, copy)
      expect(without.map(one => one.lost)).toEqual([['token', 'secret'], ['password']])
      expect((await read('zs', keys, copy)).map(one => one.setting)).toEqual([bot, mail])
    } finally {
      await copy.close()
    }
  })
  it('of secrets that nobody has sealed yet says so', async () => {
    await writePlain('zs', bot)
    const path = join(dir, 'plain.tar.gz')
    const manifest = unwrap(await takeBackup({ url: database.url, path, product: '0.1.0' }))
    expect([manifest.keys, manifest.secrets.at(-1)]).toEqual([[], expect.stringContaining('as they are')])
    const target = await emptyDatabase()
    unwrap(await restoreBackup({ url: async () => target, path }))
    const copy = await connectDatabase(target)
    expect(await sealChannels(copy, keys)).toMatchObject({ sealed: 1 })
    await copy.close()
  })
})
