import type { Scheme } from '../language/scheme.ts'
import type { Item } from '../lint/index.ts'
import { cadenceSentence } from './cadence.ts'
import { disclosureSentence } from './disclosure.ts'
import { dutySentence } from './duty.ts'
import { fundSentence } from './fund.ts'
import { funnelSentence } from './funnel.ts'
import { ladderSentence } from './ladder.ts'
import { type Given, lightSentence } from './light.ts'
import { documentSentence, taskSentence } from './owed.ts'
import { procedureSentence } from './procedure.ts'
import { boardSentence, scoreSentence } from './score.ts'
import { targetSentence } from './target.ts'
import { type Lang, nameOf } from './words.ts'

export interface SentenceOptions {
  /** Values that the bureau gave to settings; the scheme's defaults otherwise. */
  readonly settings?: Given
  /** The day whose values are said; the plan's last day when absent. */
  readonly asOf?: string
}

/** An item of a plan as one plain sentence, with every number from the scheme and its settings. */
export function sentence(item: Item, scheme: Scheme, lang: Lang, options: SentenceOptions = {}): string {
  const given = options.settings ?? {}
  const say = { scheme, lang, given }
  if ('raisedBy' in item) return ladderSentence(item, scheme, lang, given)
  if ('stages' in item) return funnelSentence(item, lang)
  if ('parts' in item) return scoreSentence(item, scheme, lang, given)
  if ('places' in item) return boardSentence(item, scheme, lang, given)
  if ('dimension' in item) return lightSentence(item, scheme, lang, given)
  if ('does' in item) return cadenceSentence(item, scheme, lang)
  if ('scope' in item) return targetSentence(item, scheme, lang, given, options.asOf ?? scheme.inForce.to)
  if ('because' in item) return taskSentence(item, say)
  if ('toEn' in item) return documentSentence(item, say)
  if ('tolerates' in item) return procedureSentence(item, say)
  if ('pieces' in item) return disclosureSentence(item, say)
  if ('kind' in item) {
    switch (item.kind) {
      case 'visits':
      case 'clock':
      case 'assignment':
      case 'matrix':
        return dutySentence(item, say)
      default:
        return fundSentence(item, say)
    }
  }
  return lang === 'zh' ? `${nameOf(item, lang)}。` : `${nameOf(item, lang)}.`
}
export type { Lang }
