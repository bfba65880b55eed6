import type { Paragraph } from 'docx'
import { breakLine } from './break-line.ts'
import { CHARACTERS, places } from './gbt9704.ts'
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

/** What a line of the signature holds at most: two places stay free at its right, and one for larger digits. */
const SIGNATURE_PLACES = CHARACTERS - 3

/** A long name in lines that end together; the date stands under the last. */
export function signatureOf({ signedBy, date }: Pick<DocumentModel, 'signedBy' | 'date'>) {
  const day = chineseDate(date)
  const lines = breakLine(signedBy, SIGNATURE_PLACES)
  const longest = lines.toSorted((a, b) => placesOf(b) - placesOf(a))[0] ?? ''
  return { lines, day, right: placeSignature(longest, day) }
}

/** 署名 and 成文日期. */
export function drawSignature(model: DocumentModel): Paragraph[] {
  const { lines, day, right } = signatureOf(model)
  return [
    blankLine({ keepNext: true }),
    ...lines.map(line =>
      paragraph('Closing', line, { indent: { right: places(right.signature) }, keepNext: true }),
    ),
    paragraph('Closing', day, { indent: { right: places(right.date) } }),
  ]
}
