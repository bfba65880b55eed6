import { err, ok, type Result } from '@guatu/kernel'
import { unzipSync } from 'fflate'
import { repack } from '../write/zip.ts'
import { addressText, parseAddress } from './address.ts'
import type { FormFault } from './fault.ts'
import { formParts, textOf } from './parts.ts'
import { type CellValue, type FormValue, spliceCells } from './splice.ts'

/** What goes where: `cell` is an address (`B5`), or a name that the file defines, which needs no sheet. */
export interface FormCell {
  readonly sheet?: string
  readonly cell: string
  readonly value: FormValue
}

/**
 * Fills an upper level's .xlsx (套表) at the cells named. Nothing else of the file is touched: styles, widths, merges,
 * formulas and pictures stay byte for byte; the program that opens it reckons its formulas anew. All or nothing.
 * The bytes must have been read by `readWorkbookGuarded` once: nothing here bounds what they unpack to.
 */
export function fillForm(bytes: Uint8Array, cells: readonly FormCell[]): Result<Uint8Array, FormFault> {
  try {
    const files = unzipSync(bytes)
    const placed = place(files, cells)
    if (!placed.ok) return placed
    const patch: Record<string, (part: string) => string> = { 'xl/workbook.xml': reckonAnew }
    for (const [part, { sheet, values }] of placed.value) {
      const { xml, formulas } = spliceCells(textOf(files, part), values)
      const [formula] = formulas
      if (formula) return err({ code: 'form.formula', params: { sheet, cell: addressText(formula) } })
      patch[part] = () => xml
    }
    return ok(repack(bytes, patch))
  } catch (error) {
    return err({ code: 'form.unreadable', params: { found: String(error).slice(0, 100) } })
  }
}

interface Placed {
  readonly sheet: string
  readonly values: CellValue[]
}

/** Values by the part they go into. */
function place(
  files: Readonly<Record<string, Uint8Array>>,
  cells: readonly FormCell[],
): Result<Map<string, Placed>, FormFault> {
  const { sheets, names } = formParts(files)
  const placed = new Map<string, Placed>()
  for (const one of cells) {
    const named = names.get(one.cell)
    const sheet = named?.sheet ?? one.sheet ?? sheets.keys().next().value ?? ''
    const at = parseAddress(named?.cell ?? one.cell)
    if (!at) return err({ code: 'form.no-cell', params: { sheet, cell: one.cell } })
    const part = sheets.get(sheet)
    if (part === undefined) return err({ code: 'form.no-sheet', params: { sheet } })
    const known = placed.get(part) ?? { sheet, values: [] }
    known.values.push({ at, value: one.value })
    placed.set(part, known)
  }
  return ok(placed)
}

/** Cached results of the form's own formulas are old now. A file without `calcPr` has its place for it behind the names. */
function reckonAnew(workbook: string): string {
  if (/<(?:\w+:)?calcPr\b/.test(workbook))
    return workbook
      .replace(/(<(?:\w+:)?calcPr\b[^>]*?) fullCalcOnLoad="[^"]*"/, '$1')
      .replace(/<((?:\w+:)?calcPr)\b/, '<$1 fullCalcOnLoad="1"')
  const end = workbook.includes('definedNames>') ? 'definedNames' : 'sheets'
  return workbook.replace(
    new RegExp(`</((?:\\w+:)?)${end}>`),
    (close, prefix) => `${close}<${prefix}calcPr fullCalcOnLoad="1"/>`,
  )
}
