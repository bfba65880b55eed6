import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type Account, accountByLogin, accounts, saveAccount } from '../account/account.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import { personFact, persons, postFact, posts } from '../post/post.ts'
import { withIdentity } from '../scope/identity.ts'
import { readScope, type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { createSession, deleteExpiredSessions, deleteSession, sessionByToken } from './session.ts'

const database = await testDatabase()
await createJurisdiction(database, { id: 'zs', name: '柞水县' })
await createJurisdiction(database, { id: 'jyg', name: '嘉峪关市' })
const scope: Scope = { jurisdiction: 'zs', person: 'setup', reads: 'all' }
const account: Account = {
  jurisdiction: 'zs',
  login: 'li',
  person: 'p1',
  passwordHash: 'argon',
  active: true,
}
const save = (of: Account) => withIdentity(database, tx => saveAccount(tx, of))
const find = async (token: string) => (await sessionByToken(database, token))?.session
const FAR = '2999-01-01T00:00:00.000Z'

describe('an account', () => {
  it('is found by its login name alone and can be given a new password', async () => {
    await save(account)
    await save({ ...account, passwordHash: 'other' })
    expect(await withIdentity(database, tx => accountByLogin(tx, 'li'))).toEqual({
      ...account,
      passwordHash: 'other',
    })
    expect(await withIdentity(database, tx => accountByLogin(tx, 'LI'))).toBeUndefined()
  })

  it('cannot take the login name of one in another jurisdiction', async () => {
    await save(account)
    await expect(save({ ...account, jurisdiction: 'jyg' })).rejects.toThrow(/account_login/)
  })

  it('is listed without its password, which a request cannot read at all', async () => {
    await save(account)
    const { passwordHash: _, ...listed } = account
    expect(await readScope(database, scope, accounts)).toEqual([listed])
    const read = readScope(database, scope, tx => sql`select password_hash from account`.execute(tx.db))
    await expect(read).rejects.toThrow(/permission denied/)
  })
})

describe('a session', () => {
  it('lives until it is deleted', async () => {
    await save(account)
    await withIdentity(database, tx =>
      createSession(tx, 'token', { jurisdiction: 'zs', login: 'li', expiresAt: FAR }),
    )
    expect(await find('token')).toEqual({ jurisdiction: 'zs', login: 'li', person: 'p1', expiresAt: FAR })
    expect(await find('tokem')).toBeUndefined()
    await withIdentity(database, tx => deleteSession(tx, 'token'))
    expect(await find('token')).toBeUndefined()
  })

  it('ends at its time, and with its account', async () => {
    await save(account)
    const past = '2020-01-01T00:00:00.000Z'
    await withIdentity(database, async tx => {
      await createSession(tx, 'old', { jurisdiction: 'zs', login: 'li', expiresAt: past })
      await createSession(tx, 'new', { jurisdiction: 'zs', login: 'li', expiresAt: FAR })
    })
    expect(await find('old')).toBeUndefined()
    await withIdentity(database, deleteExpiredSessions)
    expect(await find('new')).toBeDefined()
    await save({ ...account, active: false })
    expect(await find('new')).toBeUndefined()
  })

  it('keeps no token', async () => {
    await save(account)
    await withIdentity(database, tx =>
      createSession(tx, 'secret', { jurisdiction: 'zs', login: 'li', expiresAt: FAR }),
    )
    const { rows } = await sql<{ text: string }>`select session::text as text from session`.execute(
      database.kysely,
    )
    expect(rows.filter(row => row.text.includes('secret'))).toEqual([])
  })
})

describe('withIdentity', () => {
  it('reaches nothing but accounts and sessions', async () => {
    const read = withIdentity(database, tx => sql`select * from entry`.execute(tx.db))
    await expect(read).rejects.toThrow(/permission denied/)
  })
})

describe('persons and posts', () => {
  it('are read as they stand now; a person can hold several posts', async () => {
    const day = '2020-01-01'
    const post = { id: '1', person: 'p1', unit: 'u1', role: 'reporter' }
    await withScope(database, scope, tx =>
      appendBatch(tx, {
        facts: [
          personFact({ id: 'p1', name: '李明' }, day),
          personFact({ id: 'p1', name: '李明明', phone: '1' }, '2020-02-01'),
          postFact(post, day),
          postFact({ ...post, id: '2', unit: 'u2' }, day),
          postFact({ ...post, id: '3', person: 'p2' }, day),
          { ...postFact({ ...post, id: '4' }, day), removed: true },
        ],
      }),
    )
    await readScope(database, scope, async tx => {
      expect(await persons(tx)).toEqual([{ id: 'p1', name: '李明明', phone: '1' }])
      expect((await posts(tx)).map(({ id }) => id)).toEqual(['1', '2', '3'])
      expect(await posts(tx, 'p1')).toEqual([post, { ...post, id: '2', unit: 'u2' }])
    })
  })
})
