import type { Sheet, Workbook } from '../grid.ts'
import { recogniseColumns } from './columns.ts'
import { findHeader } from './header-block.ts'
import type { Mapping } from './mapping.ts'
import type { FieldSpec } from './model.ts'
import { SheetView } from './sheet-view.ts'

/** The sheet a mapping names, else the visible one whose header knows most fields, the longer one of equals. */
export function pickSheet(
  workbook: Workbook,
  fields: readonly FieldSpec[],
  mapping: Mapping = {},
): Sheet | undefined {
  const named = workbook.sheets.find(sheet => sheet.name === mapping.sheet)
  if (named) return named
  const ranked = workbook.sheets
    .filter(sheet => !sheet.hidden && sheet.rows.some(row => row.some(Boolean)))
    .map(sheet => ({ sheet, known: knownColumns(sheet, fields, mapping) }))
    .sort((a, b) => b.known - a.known || b.sheet.rows.length - a.sheet.rows.length)
  return ranked[0]?.sheet
}

function knownColumns(sheet: Sheet, fields: readonly FieldSpec[], mapping: Mapping): number {
  const view = new SheetView(sheet)
  const block = findHeader(view, fields, mapping)
  if (!block) return 0
  return recogniseColumns(view, block, fields, mapping, undefined).columns.filter(column => column.field)
    .length
}
