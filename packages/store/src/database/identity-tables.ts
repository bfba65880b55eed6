import type { Generated } from 'kysely'
import type { Time } from './column.ts'

export interface AccountTable {
  jurisdiction_id: string
  login: string
  person_id: string
  password_hash: string | null
  active: Generated<boolean>
}

export interface SessionTable {
  jurisdiction_id: string
  token_hash: string
  login: string
  expires_at: Time
}

export interface LoginSlipTable {
  jurisdiction_id: string
  login: string
  code_hash: string
  issued_by: string
  issued_at: Generated<Time>
  expires_at: Time
  used_at: Time | null
}

export interface SetupTable {
  jurisdiction_id: string
  region: string | null
  login: string
  begun_at: Generated<Time>
  finished_at: Time | null
}
