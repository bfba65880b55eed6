import type { Sheet, Workbook } from '../grid.ts'
import { recogniseColumns } from './columns.ts'
import { findHeader } from './header-block.ts'
import type { Mapping } from './mapping.ts'
import type { FieldSpec } from './model.ts'
import { findSeries } from './series-block.ts'
import { SheetView } from './sheet-view.ts'

/**
 * The sheet a mapping names, else the visible one whose header knows most fields, the longer one of equals. Where none
 * names projects, the one with most periods.
 */
export function pickSheet(
  workbook: Workbook,
  fields: readonly FieldSpec[],
  mapping: Mapping = {},
): Sheet | undefined {
  const named = workbook.sheets.find(sheet => sheet.name === mapping.sheet)
  if (named) return named
  const shown = workbook.sheets.filter(sheet => !sheet.hidden && sheet.rows.some(row => row.some(Boolean)))
  if (shown.length < 2) return shown[0]
  const ranked = shown
    .map(sheet => ({ sheet, known: knownFields(sheet, fields, mapping) }))
    .sort((a, b) => b.known.length - a.known.length || b.sheet.rows.length - a.sheet.rows.length)
  const projects = ranked.some(
    ({ known }) => known.includes('project-name') || known.includes('project-code'),
  )
  if (mapping.holds === 'projects' || (projects && !mapping.holds)) return ranked[0]?.sheet
  return mostPeriods(shown, mapping) ?? ranked[0]?.sheet
}

function mostPeriods(sheets: readonly Sheet[], mapping: Mapping): Sheet | undefined {
  const counted = sheets
    .map(sheet => ({ sheet, periods: findSeries(new SheetView(sheet), mapping)?.periods.length ?? 0 }))
    .sort((a, b) => b.periods - a.periods)
  return counted[0]?.periods ? counted[0].sheet : undefined
}

function knownFields(sheet: Sheet, fields: readonly FieldSpec[], mapping: Mapping): string[] {
  const view = new SheetView(sheet)
  const block = findHeader(view, fields, mapping)
  if (!block) return []
  return recogniseColumns(view, block, fields, mapping, undefined).columns.flatMap(one => one.field ?? [])
}
