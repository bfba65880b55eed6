import type { IdentityTx } from '../scope/identity.ts'
import type { ScopedTx } from '../scope/scope.ts'

export interface Account {
  readonly jurisdiction: string
  readonly login: string
  readonly person: string
  /** Made and checked by the server; opaque here. Null until the person has set one. */
  readonly passwordHash: string | null
  readonly active: boolean
}

/** Undefined when no one logs in by that name. */
export async function accountByLogin(tx: IdentityTx, login: string): Promise<Account | undefined> {
  const row = await tx.db
    .selectFrom('account')
    .select(['jurisdiction_id', 'login', 'person_id', 'password_hash', 'active'])
    .where('login', '=', login)
    .executeTakeFirst()
  return (
    row && {
      jurisdiction: row.jurisdiction_id,
      login: row.login,
      person: row.person_id,
      passwordHash: row.password_hash,
      active: row.active,
    }
  )
}

/** Makes the account, or gives the one of that jurisdiction and login a new password, person and state. */
export async function saveAccount(tx: IdentityTx, account: Account): Promise<void> {
  const state = { person_id: account.person, password_hash: account.passwordHash, active: account.active }
  await tx.db
    .insertInto('account')
    .values({ jurisdiction_id: account.jurisdiction, login: account.login, ...state })
    .onConflict(conflict => conflict.columns(['jurisdiction_id', 'login']).doUpdateSet(state))
    .execute()
}

/** Makes those that are not there yet, without a password; leaves the others as they are. */
export async function createAccounts(
  tx: IdentityTx,
  accounts: readonly Pick<Account, 'jurisdiction' | 'login' | 'person'>[],
): Promise<void> {
  if (accounts.length === 0) return
  await tx.db
    .insertInto('account')
    .values(
      accounts.map(({ jurisdiction, login, person }) => ({
        jurisdiction_id: jurisdiction,
        login,
        person_id: person,
        password_hash: null,
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export interface AccountState extends Omit<Account, 'passwordHash'> {
  readonly hasPassword: boolean
}

/** Every account of every jurisdiction, by login: login names are unique over all. */
export async function accountStates(tx: IdentityTx): Promise<AccountState[]> {
  const rows = await tx.db
    .selectFrom('account')
    .select(({ eb }) => [
      'jurisdiction_id',
      'login',
      'person_id',
      'active',
      eb('password_hash', 'is not', null).as('has_password'),
    ])
    .orderBy('login')
    .execute()
  return rows.map(row => ({
    jurisdiction: row.jurisdiction_id,
    login: row.login,
    person: row.person_id,
    active: row.active,
    hasPassword: Boolean(row.has_password),
  }))
}

/** Who can log in to the jurisdiction of the scope, by login, without their passwords. */
export async function accounts(tx: ScopedTx): Promise<Omit<Account, 'passwordHash'>[]> {
  const rows = await tx.db
    .selectFrom('account')
    .select(['jurisdiction_id', 'login', 'person_id', 'active'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .orderBy('login')
    .execute()
  return rows.map(row => ({
    jurisdiction: row.jurisdiction_id,
    login: row.login,
    person: row.person_id,
    active: row.active,
  }))
}

/** The person may sign in no more, or again; the password stays. */
export async function setAccountActive(
  tx: IdentityTx,
  { jurisdiction, person, active }: Pick<Account, 'jurisdiction' | 'person' | 'active'>,
): Promise<void> {
  await tx.db
    .updateTable('account')
    .set({ active })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('person_id', '=', person)
    .execute()
}

/** Null: nobody can sign in with a password until a slip has set one. */
export async function setPassword(
  tx: IdentityTx,
  { jurisdiction, login, passwordHash }: Pick<Account, 'jurisdiction' | 'login' | 'passwordHash'>,
): Promise<void> {
  await tx.db
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('login', '=', login)
    .execute()
}
