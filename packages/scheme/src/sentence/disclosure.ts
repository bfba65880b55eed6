import type { Disclosure } from '../language/disclosure.ts'
import { join, projectsWords, type Saying, sentenceOf, termWords } from './parts.ts'
import { quantityWords } from './quantity.ts'
import { nameOf } from './words.ts'

/** Of which projects, where, what, and how soon. */
export function disclosureSentence(rule: Disclosure, say: Saying): string {
  const { scheme, lang } = say
  const zh = lang === 'zh'
  const which = projectsWords(rule.lists, rule.where, say)
  const figure = rule.from && quantityWords(rule.from.figure, scheme, lang)
  const least = rule.from?.atLeast ?? ''
  const pieces = rule.pieces.map(piece => {
    const { after, within } = piece
    if (!after) return nameOf(piece, lang)
    const term = within && termWords(within, lang)
    if (zh) return `${piece.name}（${after.name}${term ? `后${term}内` : '当日'}）`
    return `${piece.nameEn} (${term ? `within ${term} of` : 'on the day of'} ${after.nameEn})`
  })
  if (zh)
    return sentenceOf(
      [`${figure ? `${figure}${least}及以上的` : ''}${which}`, `在${rule.channel}公开${join(pieces, lang)}`],
      lang,
    )
  return sentenceOf(
    [
      `${which}${figure ? ` with ${figure} of at least ${least}` : ''}`,
      `public on ${rule.channelEn}: ${join(pieces, lang)}`,
    ],
    lang,
  )
}
