import { Refused } from '../faults.ts'
import type { ReadLimits } from '../limits.ts'
import type { Archive } from './archive.ts'
import { isDateFormat, isPercentFormat } from './number-format.ts'
import { parseXml } from './xml.ts'

export interface SheetPart {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

export interface WorkbookPart {
  readonly sheets: readonly SheetPart[]
  /** Day numbers count from 1904, as old Macs did. */
  readonly date1904: boolean
}

export async function readWorkbookPart(archive: Archive, limits: ReadLimits): Promise<WorkbookPart> {
  const targets = await readTargets(archive)
  const sheets: SheetPart[] = []
  let date1904 = false
  await parseXml(archive.part('xl/workbook.xml'), 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet') return
      if (sheets.length >= limits.sheets)
        throw new Refused('file.too-many-sheets', { limit: limits.sheets, found: limits.sheets + 1 })
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const part = targets.get(id)
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      if (part) sheets.push({ name: attributes.name ?? '', part, hidden })
    },
  })
  return { sheets, date1904 }
}

/** Relationship id → part, worksheets only: charts and dialogs hold no rows. */
async function readTargets(archive: Archive): Promise<Map<string, string>> {
  const part = 'xl/_rels/workbook.xml.rels'
  const targets = new Map<string, string>()
  await parseXml(archive.part(part), part, {
    open(name, attributes) {
      if (name !== 'Relationship' || !attributes.Type?.endsWith('/worksheet')) return
      const target = attributes.Target ?? ''
      targets.set(attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
  })
  return targets
}

/** Shared strings in order; rich text joined, reading aids (phonetic runs) left out. */
export async function readSharedStrings(archive: Archive, limits: ReadLimits): Promise<string[]> {
  const part = 'xl/sharedStrings.xml'
  const strings: string[] = []
  if (!archive.has(part)) return strings
  let current = ''
  let inText = false
  let inPhonetic = false
  await parseXml(archive.part(part), part, {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 'rPh') inPhonetic = true
      else if (name === 't') inText = !inPhonetic
    },
    close(name) {
      if (name === 'rPh') inPhonetic = false
      else if (name === 't') inText = false
      else if (name === 'si') {
        if (strings.length >= limits.sharedStrings)
          throw new Refused('file.too-many-strings', {
            limit: limits.sharedStrings,
            found: strings.length + 1,
          })
        strings.push(unescapeText(current))
      }
    },
    text(text) {
      if (!inText) return
      current += text
      if (current.length > limits.textLength)
        throw new Refused('sheet.text-too-long', { limit: limits.textLength, found: current.length })
    },
  })
  return strings
}

/** What a cell style means for its number. */
export type NumberKind = 'number' | 'date' | 'percent'

/** Style index → what its numbers are. */
export async function readStyles(archive: Archive): Promise<NumberKind[]> {
  const part = 'xl/styles.xml'
  const kinds: NumberKind[] = []
  if (!archive.has(part)) return kinds
  const custom = new Map<number, string>()
  let inCellFormats = false
  await parseXml(archive.part(part), part, {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? 0)
        const code = custom.get(id)
        kinds.push(isDateFormat(id, code) ? 'date' : isPercentFormat(id, code) ? 'percent' : 'number')
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return kinds
}

/** `_x000D_` is how the format writes a character XML has no place for. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
