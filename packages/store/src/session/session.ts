import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import { sha256 } from '../ledger/sha256.ts'
import type { IdentityTx } from '../scope/identity.ts'

export interface Session {
  readonly jurisdiction: string
  readonly login: string
  readonly person: string
  readonly expiresAt: Time
}

/** Only the hash of the token is kept: who reads the database cannot log in with what it finds. */
export async function createSession(
  tx: IdentityTx,
  token: string,
  session: Omit<Session, 'person'>,
): Promise<void> {
  await tx.db
    .insertInto('session')
    .values({
      jurisdiction_id: session.jurisdiction,
      token_hash: sha256(token),
      login: session.login,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** Undefined when there is none, it has expired, or the account is no longer active. */
export async function sessionByToken(tx: IdentityTx, token: string): Promise<Session | undefined> {
  const row = await tx.db
    .selectFrom('session')
    .innerJoin('account', join =>
      join
        .onRef('account.jurisdiction_id', '=', 'session.jurisdiction_id')
        .onRef('account.login', '=', 'session.login'),
    )
    .select(['session.jurisdiction_id', 'session.login', 'person_id', 'expires_at'])
    .where('token_hash', '=', sha256(token))
    .where('expires_at', '>', sql<Time>`now()`)
    .where('active', '=', true)
    .executeTakeFirst()
  return (
    row && {
      jurisdiction: row.jurisdiction_id,
      login: row.login,
      person: row.person_id,
      expiresAt: row.expires_at,
    }
  )
}

export async function deleteSession(tx: IdentityTx, token: string): Promise<void> {
  await tx.db.deleteFrom('session').where('token_hash', '=', sha256(token)).execute()
}

export async function deleteExpiredSessions(tx: IdentityTx): Promise<void> {
  await tx.db.deleteFrom('session').where('expires_at', '<=', sql<Time>`now()`).execute()
}

/** Signs a person out wherever they are signed in, but for one session if named; how many ended. */
export async function endSessions(
  tx: IdentityTx,
  { jurisdiction, person }: Pick<Session, 'jurisdiction' | 'person'>,
  keptToken?: string,
): Promise<number> {
  const gone = await tx.db
    .deleteFrom('session')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('login', 'in', query =>
      query
        .selectFrom('account')
        .select('login')
        .where('jurisdiction_id', '=', jurisdiction)
        .where('person_id', '=', person),
    )
    .$if(keptToken !== undefined, query => query.where('token_hash', '<>', sha256(keptToken ?? '')))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
