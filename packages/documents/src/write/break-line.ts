import { placesOf } from './text.ts'

/** A word ends behind one of these, or a bracket begins: where a title may be broken so that its sense stays whole. */
const AFTER = /[省市县区旗州盟的和与及、，）》”]/
const BEFORE = /[（《“]/

/**
 * Clause 7.3.1: a line of more than `most` places in two or more of nearly the same length, broken where a word ends;
 * in the middle where no place for it is found, never inside a number.
 */
export function breakLine(text: string, most: number): string[] {
  if (placesOf(text) <= most) return [text]
  const characters = [...text]
  const lines = Math.ceil(placesOf(text) / most)
  const aim = placesOf(text) / lines
  const cuts = characters.flatMap((_, i) => {
    const head = characters.slice(0, i).join('')
    return i > 0 && placesOf(head) <= most ? [{ head, at: i, off: Math.abs(placesOf(head) - aim) }] : []
  })
  const ends = ({ at }: { at: number }) =>
    AFTER.test(characters[at - 1] ?? '') || BEFORE.test(characters[at] ?? '')
  const inNumber = ({ at }: { at: number }) =>
    /[\d.]/.test(characters[at - 1] ?? '') && /[\d.年月日%]/.test(characters[at] ?? '')
  const fits = ({ head }: { head: string }) => placesOf(text) - placesOf(head) <= most * (lines - 1)
  const nearest = (of: typeof cuts) => of.toSorted((a, b) => a.off - b.off)[0]
  const cut =
    nearest(cuts.filter(one => fits(one) && ends(one) && !inNumber(one) && one.off <= aim / 2)) ??
    nearest(cuts.filter(one => fits(one) && !inNumber(one))) ??
    nearest(cuts)
  if (!cut) return [text]
  return [cut.head, ...breakLine(characters.slice(cut.at).join(''), most)]
}
