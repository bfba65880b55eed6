import type { COMMON_FIELDS, CommonField } from '@guatu/domain'
import type { EntryTable, FactTable } from '../database/tables.ts'

/** The typed columns of common fields; others go to `extra`. */
export const COLUMN_OF = {
  'invest-ytd': 'invest_ytd',
  'invest-total': 'invest_total',
  'paid-ytd': 'paid_ytd',
  'stat-ytd': 'stat_ytd',
  stage: 'stage',
  'started-on': 'started_on',
  'completed-on': 'completed_on',
  progress: 'progress',
  problem: 'problem',
} as const satisfies Record<CommonField, keyof EntryTable>

export const isCommon = (field: string): field is keyof typeof COMMON_FIELDS & CommonField =>
  Object.hasOwn(COLUMN_OF, field)

const LEDGER_COLUMNS = [
  'jurisdiction_id',
  'seq',
  'batch_id',
  'entered_by',
  'recorded_at',
  'prev_hash',
  'hash',
] as const satisfies readonly (keyof EntryTable & keyof FactTable)[]

/** All there are: the hash of a row covers each. */
export const ENTRY_COLUMNS = [
  ...LEDGER_COLUMNS,
  'subject_kind',
  'project_id',
  'indicator',
  'unit_id',
  'period',
  'period_end',
  'named',
  ...Object.values(COLUMN_OF),
  'extra',
  'reason',
  'origin',
  'reported_by',
  'corrects',
  'proposed_by',
] as const satisfies readonly (keyof EntryTable)[]

export const FACT_COLUMNS = [
  ...LEDGER_COLUMNS,
  'word',
  'subject_id',
  'project_id',
  'effective_from',
  'body',
  'removed',
] as const satisfies readonly (keyof FactTable)[]
