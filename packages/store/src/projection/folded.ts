import type { FoldedEntry } from '@guatu/domain'
import type { Row } from '../scope/scope.ts'

export const CURRENT_COLUMNS = ['project_id', 'period', 'figures', 'sources'] as const
export const REPORTED_COLUMNS = ['indicator', 'unit_id', 'period', 'figures', 'sources'] as const
export type CurrentRow = Pick<Row<'current'>, (typeof CURRENT_COLUMNS)[number]>
export type ReportedRow = Pick<Row<'reported_current'>, (typeof REPORTED_COLUMNS)[number]>

export const foldedOfProject = ({ project_id, ...row }: CurrentRow): FoldedEntry => ({
  subject: { kind: 'project', project: project_id },
  ...row,
})

export const foldedOfUnit = ({ indicator, unit_id, ...row }: ReportedRow): FoldedEntry => ({
  subject: { kind: 'reported', indicator, unit: unit_id },
  ...row,
})
