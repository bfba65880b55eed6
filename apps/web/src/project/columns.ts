import { joinValues, PROJECT_COLUMNS, splitValues, type Vocabulary } from '@guatu/contract'
import type { Filters } from './filters.ts'

/** Shown where nothing is chosen: what answers "can it be done, who is behind". */
const USUAL = [
  'lights',
  'unit',
  'leader',
  'stage',
  'annual-plan',
  'plan-to-date',
  'invested',
  'completion',
  'gap',
  'year',
]
/** Of the plan's own fields that many stand among the usual columns. */
const OWN_SHOWN = 3

/** Figures of every return: they have columns of their own, or belong on the project's page. */
const COMMON = new Set([
  'invest-ytd',
  'invest-total',
  'paid-ytd',
  'stat-ytd',
  'stage',
  'started-on',
  'completed-on',
  'progress',
  'problem',
])

/** The plan's own fields, as columns. */
const ownFields = ({ fields }: Vocabulary) => fields.filter(field => !COMMON.has(field.id))

export const allColumns = (vocabulary: Vocabulary): string[] => [
  ...PROJECT_COLUMNS,
  ...ownFields(vocabulary).map(field => `field:${field.id}`),
]

const usual = (vocabulary: Vocabulary): string[] => [
  ...USUAL,
  ...ownFields(vocabulary)
    .slice(0, OWN_SHOWN)
    .map(field => `field:${field.id}`),
]

/** Columns that are shown, in the order in which they always stand. */
export function shownColumns(filters: Filters, vocabulary: Vocabulary): string[] {
  const wanted = new Set(filters.columns ? splitValues(filters.columns) : usual(vocabulary))
  return allColumns(vocabulary).filter(column => wanted.has(column))
}

/** For the address: nothing where they are the usual ones. */
export function columnsText(columns: readonly string[], vocabulary: Vocabulary): string | undefined {
  const kept = allColumns(vocabulary).filter(column => columns.includes(column))
  const same =
    kept.join() ===
    allColumns(vocabulary)
      .filter(one => usual(vocabulary).includes(one))
      .join()
  return same || kept.length === 0 ? undefined : joinValues(kept)
}
