import { AlignmentType, LineRuleType, Paragraph, TabStopType } from 'docx'
import { breakLine } from './break-line.ts'
import { ISSUER_DROP, page, places, titlePlaces } from './gbt9704.ts'
import type { DocumentModel } from './model.ts'
import { blankLine, paragraph, run } from './paragraph.ts'
import { chineseDate, numberLine, placesOf } from './text.ts'

/** The mark is as large as its text lets it: 42 pt, narrowed to no less than 60 %, then smaller. */
const MARK_SIZE = 42
const NARROWEST = 60

/** Clause 7.2.4: size in points and character width in percent with which the mark stays inside the 版心. */
export function fitIssuerMark(text: string): { size: number; scale: number } {
  const width = page.textWidth / 20 - 4
  const natural = placesOf(text) * MARK_SIZE
  const scale = Math.min(100, Math.floor((100 * width) / natural))
  if (scale >= NARROWEST) return { size: MARK_SIZE, scale }
  return { size: Math.floor((MARK_SIZE * width * 100) / (natural * NARROWEST)), scale: NARROWEST }
}

/** 发文机关标志, 发文字号, red line, title and 主送机关: clauses 7.2.4 to 7.3.2. */
export function drawHead(model: DocumentModel): Paragraph[] {
  if (model.layout === 'sheet') return model.title.map(line => paragraph('SheetTitle', line))
  return [
    ...drawMark(model.mark),
    ...(model.layout === 'brief' ? briefNumber(model) : officialNumber(model)),
    blankLine(),
    ...(model.layout === 'brief' ? [] : [blankLine()]),
    ...drawTitle(model.title),
    blankLine(),
    ...(model.to === '' ? [] : [paragraph('Flush', `${model.to.replace(/[:：]$/, '')}：`)]),
  ]
}

/** Clause 7.3.1: each line in the middle, too long ones broken where their sense lets them. */
export const drawTitle = (lines: readonly string[], textWidth = page.textWidth) =>
  lines.flatMap(line => breakLine(line, titlePlaces(textWidth))).map(line => paragraph('Title', line))

/** Two empty lines, then the number over the red line: clause 7.2.5. */
const officialNumber = (model: DocumentModel) => [
  blankLine(),
  blankLine(),
  paragraph('Number', numberLine(model)),
]

/** 第 期 under the mark, then who and when over the red line, as briefs have it (ours). */
const briefNumber = (model: DocumentModel) => [
  paragraph('Issue', numberLine(model)),
  blankLine(),
  new Paragraph({
    style: 'Number',
    // the red line is as wide as the text: what is set in is set in by a space, not by an indent
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: page.textWidth - places(1) }],
    children: [run(`　${model.issuer}\t${chineseDate(model.date)}`)],
  }),
]

function drawMark(mark: string): Paragraph[] {
  const { size, scale } = fitIssuerMark(mark)
  const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT })
  // an exact line of 1.2 em holds about a tenth of an em above the character
  const drop = ISSUER_DROP - Math.round(size * 2)
  return [
    new Paragraph({ style: 'IssuerDrop', spacing: exact(drop) }),
    new Paragraph({
      style: 'IssuerMark',
      spacing: exact(size * 24),
      children: [run(mark, { size: size * 2, scale })],
    }),
  ]
}
