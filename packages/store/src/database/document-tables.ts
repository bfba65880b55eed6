import type { Day, Period } from '@guatu/kernel'
import type { Generated } from 'kysely'
import type { Json, Time } from './column.ts'

export interface IssuedDocumentTable {
  jurisdiction_id: string
  id: string
  kind: string
  file_name: string
  media_type: string
  bytes: Buffer
  sha256: string
  as_of: Day
  seq: number
  issued_by: string
  issued_at: Generated<Time>
  result_id: string | null
  series: string | null
  code: string | null
  year: number | null
  number: number | null
  number_text: string | null
  distribution: Json<Distribution> | null
  closing: Period | null
  template_id: string | null
  beside: string | null
}

/** Whom a document goes to: 主送 and 抄送 as they are printed. */
export interface Distribution {
  readonly to: string
  readonly copyTo: string
}

export interface DocumentNumberTable {
  jurisdiction_id: string
  series: string
  code: string
  year: number
  last: number
}

export interface DocumentTemplateTable {
  jurisdiction_id: string
  id: string
  kind: string
  file_name: string
  bytes: Buffer
  sha256: string
  added_by: string
  added_at: Generated<Time>
  retired: Generated<boolean>
}
