import type { Channel, NoticeKind } from '@guatu/domain'
import type { Day } from '@guatu/kernel'
import type { Generated } from 'kysely'
import type { Json, Time } from './column.ts'

export interface NoticeTable {
  jurisdiction_id: string
  person_id: string
  key: string
  kind: NoticeKind
  title_zh: string
  title_en: string
  body_zh: string
  body_en: string
  link: string
  made_at: Generated<Time>
  read_at: Time | null
}

export interface ChannelTable {
  jurisdiction_id: string
  channel: Channel
  body: Json<unknown>
  sealed: Json<unknown>
  silent_until: Time | null
  changed_by: string
  changed_at: Generated<Time>
}

export interface DeliveryTable {
  jurisdiction_id: string
  dedupe_key: string
  channel: Channel
  kind: NoticeKind
  person_id: string | null
  body: Json<unknown>
  state: Generated<'pending' | 'sent' | 'failed' | 'given-up'>
  attempts: Generated<number>
  next_try_at: Time
  last_error: string | null
  made_at: Time
  sent_at: Time | null
}

export interface DeliveryAttemptTable {
  jurisdiction_id: string
  dedupe_key: string
  channel: Channel
  attempt: number
  event: 'begun' | 'sent' | 'failed' | 'given-up'
  at: Time
  error: string | null
}

export interface PersonReachTable {
  jurisdiction_id: string
  person_id: string
  mail: string | null
  feed_hash: string | null
  feed_at: Time | null
}

export interface ChaseToldTable {
  jurisdiction_id: string
  key: string
  unit_id: string
  period: string
  kind: string
  level: string
  to_unit: string
  day: Day
  days_late: number
  persons: string[]
  told_at: Generated<Time>
}
