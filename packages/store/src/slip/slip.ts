import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import { sha256 } from '../ledger/sha256.ts'
import type { IdentityTx } from '../scope/identity.ts'
import type { ScopedTx } from '../scope/scope.ts'

export interface NewSlip {
  readonly jurisdiction: string
  /** Of an account that is there. */
  readonly login: string
  /** Only its hash is kept. */
  readonly code: string
  /** Person. */
  readonly issuedBy: string
  readonly expiresAt: Time
}

/** Whom a code lets in. */
export interface SlipHolder {
  readonly jurisdiction: string
  readonly login: string
  readonly person: string
  readonly expiresAt: Time
}

/** What may be known of a slip once it is printed. */
export interface Slip {
  readonly login: string
  readonly issuedBy: string
  readonly issuedAt: Time
  readonly expiresAt: Time
  readonly usedAt?: Time
}

const NOW = sql<Time>`now()`

/** The slips of several accounts; each takes the place of the account's last one, whose code is void from then on. */
export async function issueSlips(tx: IdentityTx, slips: readonly NewSlip[]): Promise<void> {
  if (slips.length === 0) return
  await tx.db
    .insertInto('login_slip')
    .values(
      slips.map(slip => ({
        jurisdiction_id: slip.jurisdiction,
        login: slip.login,
        code_hash: sha256(slip.code),
        issued_by: slip.issuedBy,
        expires_at: slip.expiresAt,
      })),
    )
    .onConflict(conflict =>
      conflict.columns(['jurisdiction_id', 'login']).doUpdateSet(({ ref }) => ({
        code_hash: ref('excluded.code_hash'),
        issued_by: ref('excluded.issued_by'),
        issued_at: NOW,
        expires_at: ref('excluded.expires_at'),
        used_at: null,
      })),
    )
    .execute()
}

/** Undefined when there is none, it was used, has expired or been revoked, or the account is no longer active. */
export async function slipByCode(tx: IdentityTx, code: string): Promise<SlipHolder | undefined> {
  const row = await tx.db
    .selectFrom('login_slip')
    .innerJoin('account', join =>
      join
        .onRef('account.jurisdiction_id', '=', 'login_slip.jurisdiction_id')
        .onRef('account.login', '=', 'login_slip.login'),
    )
    .select(['login_slip.jurisdiction_id', 'login_slip.login', 'person_id', 'expires_at'])
    .where('code_hash', '=', sha256(code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', NOW)
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

/**
 * Uses the slip up: gives its account the password and ends the sessions that stood on the old one. Undefined, and
 * nothing changed, where `slipByCode` finds none; of two calls at once one succeeds.
 */
export async function redeemSlip(
  tx: IdentityTx,
  code: string,
  passwordHash: string,
): Promise<SlipHolder | undefined> {
  const holder = await slipByCode(tx, code)
  if (!holder) return undefined
  const { jurisdiction, login } = holder
  const used = await tx.db
    .updateTable('login_slip')
    .set({ used_at: NOW })
    .where('code_hash', '=', sha256(code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (used.numUpdatedRows === 0n) return undefined
  await tx.db
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('login', '=', login)
    .execute()
  await tx.db
    .deleteFrom('session')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('login', '=', login)
    .execute()
  return holder
}

/** Voids the account's slip; true when one was still good for something. */
export async function revokeSlip(
  tx: IdentityTx,
  { jurisdiction, login }: { readonly jurisdiction: string; readonly login: string },
): Promise<boolean> {
  const gone = await tx.db
    .deleteFrom('login_slip')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('login', '=', login)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** The last slip of each account in the jurisdiction of the scope, by login. */
export async function slips(tx: ScopedTx): Promise<Slip[]> {
  const rows = await tx.db
    .selectFrom('login_slip')
    .select(['login', 'issued_by', 'issued_at', 'expires_at', 'used_at'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .orderBy('login')
    .execute()
  return rows.map(row => ({
    login: row.login,
    issuedBy: row.issued_by,
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at ?? undefined,
  }))
}
