import type { COMMON_FIELDS, CommonField } from '@guatu/domain'
import type { EntryTable } from '../database/tables.ts'

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
