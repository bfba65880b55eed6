import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import type { Time } from '../database/tables.ts'
import { transacted } from '../database/transaction.ts'
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

/**
 * Undefined when there is none, it has expired, or the account is no longer active. Asked before everything else, so
 * it goes in one message with what begins its transaction.
 */
export function sessionByToken(database: Database, token: string): Promise<Session | undefined> {
  const living = `set local role guatu_auth;
    select session.jurisdiction_id as jurisdiction, session.login, person_id as person, expires_at as "expiresAt"
    from session join account
      on account.jurisdiction_id = session.jurisdiction_id and account.login = session.login
    where token_hash = '${sha256(token)}' and expires_at > now() and active`
  return transacted<Session, Session | undefined>(database, 'write', living, async (_, rows) => rows[0])
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
