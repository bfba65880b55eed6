import type { Form } from '@guatu/contract'
import { columnLetters, type FormFaultCode, type OpenedFile } from '@guatu/documents'
import type { FormMapping, FormTable } from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import type { StoredForm } from '@guatu/store'
import type { App } from '../app.ts'
import type { UploadedFile } from '../http/call.ts'
import { type Failure, refuse } from '../http/failure.ts'
import { fieldName, fieldsOf } from '../import/fields.ts'
import { openFile } from '../import/work.ts'
import type { Ground } from '../intake/ground.ts'
import type { Session } from '../session/session.ts'

export const mappingOf = ({ mapping }: Pick<StoredForm, 'mapping'>) => mapping as FormMapping

/** A form's own table: a header with a column of projects. Undefined: only single cells can be filled. */
export interface Layout {
  readonly table: FormTable | undefined
  readonly columns: OpenedFile['recognition']['columns']
}

/** Read by the import's own reader, which also bounds what the file unpacks to. */
export async function layoutOf(
  app: App,
  session: Session,
  file: UploadedFile,
): Promise<Result<Layout, Failure>> {
  const opened = await openFile(app, session, file, null, () => ok({ holds: 'projects' as const }))
  if (!opened.ok) return opened
  if (opened.value.table.format !== 'xlsx') return formRefused('form.unreadable', {})
  const { sheet, columns, headerRows, rows } = opened.value.table.recognition
  const last = headerRows.at(-1)
  if (
    last === undefined ||
    !columns.some(one => one.field === 'project-name' || one.field === 'project-code')
  )
    return ok({ table: undefined, columns: [] })
  const text = (value: (typeof rows)[number]['values'][string] | undefined) =>
    value?.ok ? String(value.value.value) : undefined
  return ok({
    columns,
    table: {
      sheet,
      first: last + 1,
      serial: columns.find(one => one.serial)?.column ?? null,
      rows: rows
        .filter(row => row.kind === 'data')
        .map(({ row, values }) => ({
          row,
          code: text(values['project-code']),
          name: text(values['project-name']),
        }))
        .filter(row => row.code !== undefined || row.name !== undefined),
    },
  })
}

/** Columns as they were recognised, each in the unit that its header tells. */
export const firstMapping = ({ table, columns }: Layout): FormMapping => ({
  sheet: table?.sheet ?? null,
  list: null,
  columns: columns
    .filter(one => !one.serial)
    .map(one => ({ column: one.column, field: one.field ?? null, unit: one.unit ?? null })),
  cells: [],
})

export function formView(
  { known, periods }: Ground,
  stored: Pick<StoredForm, 'id' | 'name' | 'fileName' | 'mapping'>,
  { table, columns }: Layout,
): Form {
  const mapping = mappingOf(stored)
  const headers = new Map(columns.map(one => [one.column, one.header]))
  const { scheme } = known
  const named = ({ id, name, nameEn }: { id: string; name: string; nameEn: string }) => ({ id, name, nameEn })
  return {
    id: stored.id,
    name: stored.name,
    fileName: stored.fileName,
    sheet: mapping.sheet,
    list: mapping.list,
    columns: mapping.columns.map(one => ({
      ...one,
      letter: columnLetters(one.column),
      header: headers.get(one.column) ?? '',
    })),
    cells: mapping.cells.map(one => ({ ...one })),
    listed: table?.rows.length ?? 0,
    fields: fieldsOf(scheme).map(fieldName).map(named),
    indicators: scheme.indicators.map(named),
    lists: scheme.lists.map(named),
    periods: [...periods],
  }
}

const FAULTS: Readonly<Record<FormFaultCode, readonly [zh: string, en: string]>> = {
  'form.no-sheet': [
    '没有名为“{sheet}”的工作表，请核对映射。',
    'There is no sheet {sheet}; check the mapping.',
  ],
  'form.no-cell': [
    '“{cell}”不是单元格地址，也不是表中定义的名称。',
    '{cell} is no address and no name that the form defines.',
  ],
  'form.formula': [
    '工作表“{sheet}”的 {cell} 是公式，不能覆盖；请把这一列或这一格从映射中去掉。',
    '{cell} of sheet {sheet} is a formula and is not overwritten; take that column or cell out of the mapping.',
  ],
  'form.unreadable': [
    '这不是能填写的 .xlsx 文件，请另存为 .xlsx 后重试。',
    'This is no .xlsx that can be filled; save it as .xlsx and try again.',
  ],
}

export function formRefused(
  code: FormFaultCode,
  params: Readonly<Record<string, string>>,
): Result<never, Failure> {
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const [zh, en] = FAULTS[code]
  return refuse('form.refused', { reason: code, message: filled(zh), messageEn: filled(en), ...params })
}
