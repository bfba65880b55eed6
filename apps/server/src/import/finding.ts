import { FILE_MESSAGES, fillMessage, type ImportPreview } from '@guatu/contract'
import { columnLetters, type Finding, type ReadFault, type RecognisedColumn } from '@guatu/documents'
import type { ImportFinding, PlannedRow } from '@guatu/domain'
import type { Failure, Params } from '../http/failure.ts'
import type { FieldName } from './fields.ts'

type View = ImportPreview['findings'][number]

/** Places and names that findings are told with. */
export interface Places {
  readonly sheet: string
  readonly columns: readonly RecognisedColumn[]
  readonly fields: readonly FieldName[]
}

const ERRORS = new Set(['header.not-found', 'field.required-missing'])

/** A finding of the recogniser. */
export const fileFinding = ({ code, params }: Finding, places: Places): View =>
  view(code, ERRORS.has(code) ? 'error' : 'warning', params, places)

/** A finding of the import plan; a cell's own code tells more than "unreadable". */
export function rowFinding(finding: ImportFinding, places: Places): View {
  const { code: own, ...params } = finding.params ?? {}
  const code = finding.code === 'cell.unreadable' && typeof own === 'string' ? own : finding.code
  const field: Params = finding.field === undefined ? {} : { field: finding.field }
  const told = view(code, finding.level, { header: '', ...params, ...field, row: finding.row }, places)
  return finding.check ? { ...told, code: finding.check.id, ...finding.check.message } : told
}

/** Why a row is not taken. */
export const errorsOf = ({ findings }: PlannedRow, places: Places): View[] =>
  findings.filter(one => one.level === 'error').map(finding => rowFinding(finding, places))

function view(code: string, level: View['level'], params: Params, { sheet, columns, fields }: Places): View {
  const { row, column, field } = params
  const number = typeof column === 'number' ? column : columns.find(one => one.field === field)?.column
  const name = fields.find(one => one.id === field)
  return {
    sheet,
    row: typeof row === 'number' ? row : 0,
    column: number === undefined ? '' : columnLetters(number),
    code,
    level,
    ...message(code, { name: '', header: '', ...params }, name),
  }
}

function message(code: string, params: Params, field?: FieldName): { zh: string; en: string } {
  const text = FILE_MESSAGES[code]
  if (!text) return { zh: code, en: code }
  const zh = field ? { ...params, field: field.name } : params
  const en = field ? { ...params, field: field.nameEn } : params
  return { zh: fillMessage(text.zh, zh), en: fillMessage(text.en, en) }
}

/** A file that is not taken at all, with its own words. */
export function refusedFile({
  code,
  params,
}: Pick<ReadFault, 'params'> & { readonly code: string }): Failure {
  const { zh, en } = message(code, params)
  return { code: 'file.refused', params: { ...params, reason: code, message: zh }, zh, en }
}
