import { Refused } from '../faults.ts'
import type { Cell, Merge, Sheet } from '../grid.ts'
import type { ReadLimits } from '../limits.ts'
import type { Archive } from './archive.ts'
import { decimalText, serialDay } from './number-format.ts'
import { type NumberKind, type SheetPart, unescapeText } from './parts.ts'
import { parseXml, type XmlHandlers } from './xml.ts'

/** What every sheet of the workbook shares. `cells` counts on through all of them. */
export interface SheetContext {
  readonly limits: ReadLimits
  readonly strings: readonly string[]
  readonly styles: readonly NumberKind[]
  readonly date1904: boolean
  cells: number
}

export async function readSheetPart(
  archive: Archive,
  sheet: SheetPart,
  context: SheetContext,
): Promise<Sheet> {
  const reader = new SheetReader(sheet.name, context)
  await parseXml(archive.part(sheet.part), sheet.part, reader)
  const rows = Array.from({ length: reader.rows.length }, (_, index) => reader.rows[index] ?? [])
  return { name: sheet.name, rows, merges: reader.merges, ...(sheet.hidden ? { hidden: true as const } : {}) }
}

class SheetReader implements XmlHandlers {
  readonly rows: (Cell | undefined)[][] = []
  readonly merges: Merge[] = []
  private row = 0
  private column = 0
  private type = 'n'
  private style: NumberKind = 'number'
  private formula = false
  private collecting = false
  private phonetic = false
  private value = ''
  private mergedCells = 0

  constructor(
    private readonly sheet: string,
    private readonly context: SheetContext,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'c':
        this.openCell(attributes)
        return
      case 'v':
        this.collecting = true
        return
      case 't':
        this.collecting = this.type === 'inlineStr' && !this.phonetic
        return
      case 'rPh':
        this.phonetic = true
        return
      case 'f':
        this.formula = true
        return
      case 'row':
        this.row = attributes.r ? this.number(attributes.r) : this.row + 1
        this.column = 0
        return
      case 'mergeCell':
        this.merge(attributes.ref ?? '')
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.collecting = false
    else if (name === 'rPh') this.phonetic = false
    else if (name === 'c') this.closeCell()
  }

  text(text: string): void {
    if (!this.collecting) return
    this.value += text
    if (this.value.length > this.context.limits.textLength)
      this.refuse('sheet.text-too-long', this.context.limits.textLength, this.value.length)
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    this.column = attributes.r ? this.columnOf(attributes.r) : this.column + 1
    this.type = attributes.t ?? 'n'
    this.style = this.context.styles[Number(attributes.s ?? 0)] ?? 'number'
    this.formula = false
    this.value = ''
  }

  private closeCell(): void {
    const cell = this.cell()
    if (!cell) return
    const { limits } = this.context
    if (this.row > limits.rows) this.refuse('sheet.too-many-rows', limits.rows, this.row)
    if (this.column > limits.columns) this.refuse('sheet.too-many-columns', limits.columns, this.column)
    this.context.cells += 1
    if (this.context.cells > limits.cells)
      this.refuse('sheet.too-many-cells', limits.cells, this.context.cells)
    let cells = this.rows[this.row - 1]
    if (!cells) {
      cells = []
      this.rows[this.row - 1] = cells
    }
    cells[this.column - 1] = cell
  }

  private cell(): Cell | undefined {
    const computed = this.formula ? { computed: true as const } : {}
    const stored = this.value
    switch (this.type) {
      case 's':
        return textCell(this.context.strings[Number(stored)] ?? '', computed)
      case 'str':
      case 'inlineStr':
        return textCell(unescapeText(stored), computed)
      case 'b':
        return { text: stored === '1' ? 'TRUE' : 'FALSE', kind: 'boolean', ...computed }
      case 'e':
        return { text: stored, kind: 'error', ...computed }
      case 'd':
        return stored === '' ? undefined : { text: stored.slice(0, 10), kind: 'date', ...computed }
    }
    if (stored.trim() === '')
      return this.formula ? { text: NOT_CALCULATED, kind: 'error', computed: true } : undefined
    const text = decimalText(stored)
    if (text === undefined) return { text: stored, kind: 'text', ...computed }
    const day = this.style === 'date' ? serialDay(Number(stored), this.context.date1904) : undefined
    if (day) return { text: day, kind: 'date', ...computed }
    return {
      text,
      kind: 'number',
      ...computed,
      ...(this.style === 'percent' ? { percent: true as const } : {}),
    }
  }

  private merge(ref: string): void {
    const { limits } = this.context
    const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(ref)
    if (!match) throw new Refused('file.broken', { sheet: this.sheet, found: ref.slice(0, 40) })
    const [, left = '', top = '', right = left, bottom = top] = match
    const merge = {
      top: Number(top),
      left: columnNumber(left),
      bottom: Number(bottom),
      right: columnNumber(right),
    }
    this.row = merge.top
    this.column = merge.left
    if (this.merges.length >= limits.merges)
      this.refuse('sheet.too-many-merges', limits.merges, limits.merges + 1)
    this.mergedCells += (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
    if (this.mergedCells > limits.mergedCells)
      this.refuse('sheet.merge-too-large', limits.mergedCells, this.mergedCells)
    this.merges.push(merge)
  }

  private columnOf(ref: string): number {
    const letters = /^\$?([A-Z]{1,3})/.exec(ref)?.[1]
    if (!letters)
      throw new Refused('file.broken', { sheet: this.sheet, row: this.row, found: ref.slice(0, 40) })
    return columnNumber(letters)
  }

  private number(text: string): number {
    if (!/^[1-9]\d{0,9}$/.test(text))
      throw new Refused('file.broken', { sheet: this.sheet, found: text.slice(0, 40) })
    return Number(text)
  }

  private refuse(code: Refused['fault']['code'], limit: number, found: number): never {
    throw new Refused(code, { sheet: this.sheet, row: this.row, column: this.column, limit, found })
  }
}

/** The text of a formula no program has calculated yet; its kind is `error`. */
export const NOT_CALCULATED = '#NOT-CALCULATED'

const textCell = (text: string, computed: { computed?: true }): Cell | undefined =>
  text.trim() === '' ? undefined : { text, kind: 'text', ...computed }

function columnNumber(letters: string): number {
  let number = 0
  for (let i = 0; i < letters.length; i++) number = number * 26 + letters.charCodeAt(i) - 64
  return number
}
