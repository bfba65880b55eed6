import type { Day } from '@guatu/kernel'
import type { Generated, GeneratedAlways } from 'kysely'
import type {
  ChannelTable,
  ChaseToldTable,
  DeliveryAttemptTable,
  DeliveryTable,
  NoticeTable,
  PersonReachTable,
} from './channel-tables.ts'
import type { Json, Time } from './column.ts'
import type {
  Distribution,
  DocumentNumberTable,
  DocumentTemplateTable,
  FormTable,
  IssuedDocumentTable,
  StoredResultPartTable,
  StoredResultTable,
} from './document-tables.ts'
import type { AccountTable, LoginSlipTable, SessionTable, SetupTable } from './identity-tables.ts'
import type {
  ClosingTable,
  EvidenceTable,
  ReturnDraftTable,
  ReturnStateTable,
  UnlockEndTable,
  UnlockTable,
} from './period-tables.ts'

/** The database as the code sees it: bigint as safe-integer numbers, date as `YYYY-MM-DD`, times as ISO text in UTC. */
export interface Tables {
  jurisdiction: JurisdictionTable
  entry: EntryTable
  fact: FactTable
  idempotency: IdempotencyTable
  outbox: OutboxTable
  unit: ProjectionTable & { parent_id: GeneratedAlways<string | null> }
  post: ProjectionTable & { person_id: GeneratedAlways<string | null> }
  project: ProjectTable
  membership: ProjectionTable & { project_id: GeneratedAlways<string> }
  current: CurrentTable
  reported_current: ReportedCurrentTable
  source_file: SourceFileTable
  import_draft: ImportDraftTable
  issued_document: IssuedDocumentTable
  document_number: DocumentNumberTable
  document_template: DocumentTemplateTable
  stored_result: StoredResultTable
  stored_result_part: StoredResultPartTable
  account: AccountTable
  session: SessionTable
  login_slip: LoginSlipTable
  setup: SetupTable
  saved_view: SavedViewTable
  look_mark: LookMarkTable
  scheme_file: SchemeFileTable
  notice: NoticeTable
  channel: ChannelTable
  delivery: DeliveryTable
  delivery_attempt: DeliveryAttemptTable
  person_reach: PersonReachTable
  chase_told: ChaseToldTable
  return_state: ReturnStateTable
  closing: ClosingTable
  unlock: UnlockTable
  unlock_end: UnlockEndTable
  return_draft: ReturnDraftTable
  evidence: EvidenceTable
  form: FormTable
}

export type { Distribution, Time }

interface JurisdictionTable {
  id: string
  name: string
  parent_id: string | null
  business_date: Day | null
  next_seq: Generated<number>
  head_hash: Generated<string>
  head_at: Generated<Time>
}

interface LedgerColumns {
  jurisdiction_id: string
  seq: number
  batch_id: string
  entered_by: string
  recorded_at: Time
  prev_hash: string
  hash: string
}

export interface EntryTable extends LedgerColumns {
  subject_kind: 'project' | 'reported'
  project_id: string | null
  indicator: string | null
  unit_id: string | null
  period: string
  period_end: Day
  named: string[]
  invest_ytd: number | null
  invest_total: number | null
  paid_ytd: number | null
  stat_ytd: number | null
  stage: string | null
  started_on: Day | null
  completed_on: Day | null
  progress: string | null
  problem: string | null
  extra: Json<Record<string, number | string | null>>
  reason: string | null
  origin: Json<unknown>
  reported_by: string | null
  corrects: string | null
  proposed_by: string | null
}

export interface FactTable extends LedgerColumns {
  word: string
  subject_id: string
  project_id: string | null
  effective_from: Day
  body: Json<Record<string, unknown>>
  removed: boolean
}

interface IdempotencyTable {
  jurisdiction_id: string
  key: string
  content_hash: string
  first_seq: number
  last_seq: number
  batch_id: string
}

interface OutboxTable {
  jurisdiction_id: string
  id: GeneratedAlways<number>
  topic: string
  payload: Json<unknown>
  seq: number
  done_at: Time | null
}

interface ProjectionTable {
  jurisdiction_id: string
  id: string
  body: Json<Record<string, unknown>>
  effective_from: Day
  removed: boolean
  seq: number
}

type ProjectTable = ProjectionTable & {
  lead_unit: GeneratedAlways<string | null>
  owner_unit: GeneratedAlways<string | null>
  town_unit: GeneratedAlways<string | null>
}

interface FoldedColumns {
  jurisdiction_id: string
  period: string
  period_end: Day
  figures: Json<Record<string, number | string>>
  sources: Json<Record<string, number>>
}
type CurrentTable = FoldedColumns & { project_id: string } & {
  [Column in JudgedColumn]: GeneratedAlways<EntryTable[Column]>
} & { [Column in `${JudgedColumn}_seq`]: GeneratedAlways<number | null> }
/** Common figures that plans judge by. */
type JudgedColumn =
  | 'invest_ytd'
  | 'invest_total'
  | 'paid_ytd'
  | 'stat_ytd'
  | 'stage'
  | 'started_on'
  | 'completed_on'
type ReportedCurrentTable = FoldedColumns & { indicator: string; unit_id: string }

interface SourceFileTable {
  jurisdiction_id: string
  sha256: string
  name: string
  bytes: Buffer
  uploaded_by: string
  uploaded_at: Generated<Time>
}

interface ImportDraftTable {
  jurisdiction_id: string
  id: string
  person_id: string
  body: Json<unknown>
  saved_at: Generated<Time>
}

interface SavedViewTable {
  jurisdiction_id: string
  id: string
  owner: string
  name: string
  query: Json<Record<string, string>>
  shared: boolean
  saved_at: Generated<Time>
}

interface LookMarkTable {
  jurisdiction_id: string
  person_id: string
  since_seq: number
  since_as_of: Day
  since_at: Time
  last_seq: number
  last_as_of: Day
  last_at: Time
}

interface SchemeFileTable {
  jurisdiction_id: string
  id: string
  name: string
  media_type: string
  bytes: Buffer
  sha256: string
  added_by: string
  added_at: Generated<Time>
}
