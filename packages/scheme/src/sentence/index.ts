import type { ActionLadder } from '../language/action.ts'
import type { Cadence } from '../language/cadence.ts'
import type { Funnel } from '../language/funnel.ts'
import type { Light } from '../language/light.ts'
import type { Scheme } from '../language/scheme.ts'
import type { PublicBoard, Score } from '../language/score.ts'
import type { Target } from '../language/target.ts'
import { cadenceSentence } from './cadence.ts'
import { funnelSentence } from './funnel.ts'
import { ladderSentence } from './ladder.ts'
import { type Given, lightSentence } from './light.ts'
import { boardSentence, scoreSentence } from './score.ts'
import { targetSentence } from './target.ts'
import type { Lang } from './words.ts'

export interface SentenceOptions {
  /** Values that the bureau gave to settings; the scheme's defaults otherwise. */
  readonly settings?: Given
  /** The day whose values are said; the plan's last day when absent. */
  readonly asOf?: string
}

/** A light's rule, a target or another item that runs, as one plain sentence, with every number from the scheme and its settings. */
export function sentence(
  item: Light | Target | Cadence | ActionLadder | Funnel | Score | PublicBoard,
  scheme: Scheme,
  lang: Lang,
  options: SentenceOptions = {},
): string {
  const given = options.settings ?? {}
  if ('raisedBy' in item) return ladderSentence(item, scheme, lang)
  if ('stages' in item) return funnelSentence(item, lang)
  if ('parts' in item) return scoreSentence(item, scheme, lang, given)
  if ('places' in item) return boardSentence(item, scheme, lang, given)
  if ('bands' in item) return lightSentence(item, scheme, lang, given)
  if ('every' in item) return cadenceSentence(item, scheme, lang)
  return targetSentence(item, scheme, lang, given, options.asOf ?? scheme.inForce.to)
}
export type { Lang }
