import type { Day } from '@guatu/kernel'
import type { Generated, GeneratedAlways } from 'kysely'
import type { Json, Time } from './column.ts'

export interface ReturnStateTable {
  jurisdiction_id: string
  unit_id: string
  period: string
  period_end: Day
  state: 'open' | 'submitted' | 'returned' | 'accepted' | 'frozen'
  at: string | null
  submitted_at: Time | null
  submitted_on: Day | null
  first_submitted_at: Time | null
  first_submitted_on: Day | null
  accepted_at: Time | null
  body: Json<Record<string, unknown>>
  seq: number
}

/** Written by the database alone, as `UnlockTable`. */
export interface ClosingTable {
  jurisdiction_id: GeneratedAlways<string>
  period: GeneratedAlways<string>
  starts: GeneratedAlways<Day>
  ends: GeneratedAlways<Day>
  result_id: GeneratedAlways<string>
  seq: GeneratedAlways<number>
  closed_by: GeneratedAlways<string>
  closed_at: GeneratedAlways<Time>
}

export interface UnlockTable {
  jurisdiction_id: GeneratedAlways<string>
  seq: GeneratedAlways<number>
  period: GeneratedAlways<string>
  reason: GeneratedAlways<string>
  unlocked_by: GeneratedAlways<string>
  unlocked_at: GeneratedAlways<Time>
  ends_at: GeneratedAlways<Time>
}

export interface UnlockEndTable {
  jurisdiction_id: GeneratedAlways<string>
  unlock_seq: GeneratedAlways<number>
  seq: GeneratedAlways<number>
  ended_by: GeneratedAlways<string>
  ended_at: GeneratedAlways<Time>
}

export interface ReturnDraftTable {
  jurisdiction_id: string
  unit_id: string
  period: string
  body: Json<unknown> | null
  version: number
  saved_by: string
  saved_at: Generated<Time>
}

export interface EvidenceTable {
  jurisdiction_id: string
  project_id: string
  period: string
  sha256: string
  name: string
  media_type: string
  bytes: Buffer
  taken_at: Time | null
  added_by: string
  added_at: Generated<Time>
}
