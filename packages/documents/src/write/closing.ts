import type { Paragraph } from 'docx'
import { places } from './gbt9704.ts'
import type { Annex, DocumentModel } from './model.ts'
import { blankLine, paragraph } from './paragraph.ts'
import { chineseDate, placesOf } from './text.ts'

/** Clause 7.3.4: 附件说明, two places in; further names stand below the first. */
export function drawAnnexNote(annexes: readonly Annex[]): Paragraph[] {
  if (annexes.length === 0) return []
  const several = annexes.length > 1
  const number = several ? 1.25 + (annexes.length > 9 ? 0.5 : 0) : 0
  const label = '附件：'
  const names = annexes.map((annex, i) => {
    const text = `${i === 0 ? label : ''}${several ? `${i + 1}.\t` : ''}${annex.title}`
    const indent = { left: places(2 + 3 + number), hanging: places(number + (i === 0 ? 3 : 0)) }
    return paragraph('Flush', text, { indent, keepNext: true })
  })
  return [blankLine({ keepNext: true }), ...names]
}

/**
 * Clause 7.3.5.2, without a seal, in places from the right edge: the signature leaves two; the date begins two to the
 * right of where the signature begins; a date longer than the signature leaves two and the signature moves left.
 */
export function placeSignature(signedBy: string, date: string): { signature: number; date: number } {
  const name = placesOf(signedBy)
  const day = placesOf(date)
  return day > name ? { signature: 4 + day - name, date: 2 } : { signature: 2, date: name - day }
}

/** 署名 and 成文日期. */
export function drawSignature({ signedBy, date }: DocumentModel): Paragraph[] {
  const day = chineseDate(date)
  const right = placeSignature(signedBy, day)
  return [
    blankLine({ keepNext: true }),
    paragraph('Closing', signedBy, { indent: { right: places(right.signature) }, keepNext: true }),
    paragraph('Closing', day, { indent: { right: places(right.date) } }),
  ]
}
