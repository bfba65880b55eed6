import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import type { Time } from '../database/tables.ts'
import { inOneMessage } from '../database/transaction.ts'
import { sha256 } from '../ledger/sha256.ts'
import { HOLDER, type Holder, type HolderRow, holder } from '../post/holder.ts'
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

/** A living session with all that a request must know of its person. */
export interface Caller {
  readonly session: Session
  readonly holder: Holder
}

/**
 * Undefined when there is no such session, it has expired, or the account is no longer active. Every request asks this
 * before everything else, so all of it goes in one message: who it is, then, in that person's name, what they hold.
 */
export async function sessionByToken(database: Database, token: string): Promise<Caller | undefined> {
  type Row = HolderRow & { login: string; person: string; expires_at: Time }
  const [row] = await inOneMessage<Row>(database.kysely, [
    'set local role guatu_auth',
    `select set_config('guatu.jurisdiction', session.jurisdiction_id, true),
      set_config('guatu.jurisdictions', array[session.jurisdiction_id]::text, true),
      set_config('guatu.person', person_id, true), set_config('guatu.login', session.login, true),
      set_config('guatu.expires_at', expires_at::text, true)
    from session join account
      on account.jurisdiction_id = session.jurisdiction_id and account.login = session.login
    where token_hash = '${sha256(token)}' and expires_at > now() and active`,
    'set local role guatu_app',
    `select id, name, parent_id, business_date, person_name, posts, current_setting('guatu.login') as login,
      current_setting('guatu.person') as person, current_setting('guatu.expires_at')::timestamptz as expires_at
    from (${HOLDER}) held`,
  ])
  if (!row) return undefined
  const { login, person, expires_at: expiresAt } = row
  return { session: { jurisdiction: row.id, login, person, expiresAt }, holder: holder(row) }
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
