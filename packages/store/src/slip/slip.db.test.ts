import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { accountByLogin, saveAccount } from '../account/account.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { withIdentity } from '../scope/identity.ts'
import { readScope, type Scope } from '../scope/scope.ts'
import { createSession, sessionByToken } from '../session/session.ts'
import { testDatabase } from '../testing/index.ts'
import { issueSlips, type NewSlip, redeemSlip, revokeSlip, slipByCode, slips } from './slip.ts'

const database = await testDatabase()
const FAR = '2999-01-01T00:00:00.000Z'
for (const id of ['zs', 'jyg']) await createJurisdiction(database, { id, name: id })

const account = (login: string, jurisdiction = 'zs', active = true) =>
  withIdentity(database, tx =>
    saveAccount(tx, { jurisdiction, login, person: `p-${login}`, passwordHash: null, active }),
  )
const issue = (...some: Partial<NewSlip>[]) =>
  withIdentity(database, tx =>
    issueSlips(
      tx,
      some.map(one => ({
        jurisdiction: 'zs',
        login: 'li',
        code: 'code',
        issuedBy: 'boss',
        expiresAt: FAR,
        ...one,
      })),
    ),
  )
const find = (code: string) => withIdentity(database, tx => slipByCode(tx, code))
const redeem = (code: string, hash = 'new') => withIdentity(database, tx => redeemSlip(tx, code, hash))
const password = (login: string) =>
  withIdentity(database, async tx => (await accountByLogin(tx, login))?.passwordHash)
const scopeOf = (jurisdiction: string): Scope => ({ jurisdiction, person: 'x', reads: { projects: [] } })

describe('a slip', () => {
  it('gives its account a password, once', async () => {
    await account('once')
    await issue({ login: 'once', code: 'c-once' })
    const holder = { jurisdiction: 'zs', login: 'once', person: 'p-once', expiresAt: FAR }
    expect(await find('c-once')).toEqual(holder)
    expect(await redeem('c-once', 'mine')).toEqual(holder)
    expect(await password('once')).toBe('mine')
    expect(await find('c-once')).toBeUndefined()
    expect(await redeem('c-once', 'thief')).toBeUndefined()
    expect(await password('once')).toBe('mine')
  })

  it('lets in one of two who come at the same moment', async () => {
    await account('race')
    await issue({ login: 'race', code: 'c-race' })
    const both = await Promise.all([redeem('c-race', 'one'), redeem('c-race', 'two')])
    expect(both.filter(holder => holder !== undefined)).toHaveLength(1)
    expect(await password('race')).toBe(both[0] ? 'one' : 'two')
  })

  it('is void once a new one is issued, and the new one is good though the old was used', async () => {
    await account('again')
    await issue({ login: 'again', code: 'first' })
    await issue({ login: 'again', code: 'second' })
    expect(await find('first')).toBeUndefined()
    expect(await redeem('second')).toBeDefined()
    await issue({ login: 'again', code: 'third' })
    expect(await redeem('third', 'newest')).toBeDefined()
    expect(await password('again')).toBe('newest')
  })

  it('ends the sessions that stood on the old password', async () => {
    await account('out')
    await withIdentity(database, tx =>
      createSession(tx, 'token', { jurisdiction: 'zs', login: 'out', expiresAt: FAR }),
    )
    await issue({ login: 'out', code: 'c-out' })
    await redeem('c-out')
    expect(await sessionByToken(database, 'token')).toBeUndefined()
  })

  it('is no good when it has expired, was revoked, or its account is closed', async () => {
    for (const login of ['late', 'gone']) await account(login)
    await account('closed', 'zs', false)
    await issue(
      { login: 'late', code: 'c-late', expiresAt: '2020-01-01T00:00:00.000Z' },
      { login: 'gone', code: 'c-gone' },
      { login: 'closed', code: 'c-closed' },
    )
    const revoke = () => withIdentity(database, tx => revokeSlip(tx, { jurisdiction: 'zs', login: 'gone' }))
    expect(await revoke()).toBe(true)
    expect(await revoke()).toBe(false)
    for (const code of ['c-late', 'c-gone', 'c-closed', 'never-issued'])
      expect(await redeem(code)).toBeUndefined()
  })

  it('keeps no code, and a request of another jurisdiction sees none of it', async () => {
    await account('home', 'jyg')
    await issue({ jurisdiction: 'jyg', login: 'home', code: 'secret-code' })
    const { rows } = await sql<{ text: string }>`select login_slip::text as text from login_slip`.execute(
      database.kysely,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(row => row.text.includes('secret-code'))).toEqual([])

    const seen = await readScope(database, scopeOf('jyg'), slips)
    expect(seen).toMatchObject([{ login: 'home', issuedBy: 'boss', expiresAt: FAR, usedAt: undefined }])
    expect((await readScope(database, scopeOf('zs'), slips)).map(slip => slip.login)).not.toContain('home')
    const unfiltered = await readScope(database, scopeOf('zs'), tx =>
      sql<{ login: string }>`select login from login_slip`.execute(tx.db),
    )
    expect(unfiltered.rows.map(row => row.login)).not.toContain('home')
    const codes = readScope(database, scopeOf('jyg'), tx =>
      sql`select code_hash from login_slip`.execute(tx.db),
    )
    await expect(codes).rejects.toThrow(/permission denied/)
  })
})
