import type { Cadence } from '../language/cadence.ts'
import type { Light } from '../language/light.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Target } from '../language/target.ts'
import { cadenceSentence } from './cadence.ts'
import { type Given, lightSentence } from './light.ts'
import { targetSentence } from './target.ts'
import type { Lang } from './words.ts'

export interface SentenceOptions {
  /** Values that the bureau gave to settings; the scheme's defaults otherwise. */
  readonly settings?: Given
  /** The day whose values are said; the plan's last day when absent. */
  readonly asOf?: string
}

/** A light's rule, a target or a cadence as one plain sentence, with every number from the scheme and its settings. */
export function sentence(
  item: Light | Target | Cadence,
  scheme: Scheme,
  lang: Lang,
  options: SentenceOptions = {},
): string {
  const given = options.settings ?? {}
  if ('bands' in item) return lightSentence(item, scheme, lang, given)
  if ('every' in item) return cadenceSentence(item, scheme, lang)
  return targetSentence(item, scheme, lang, given, options.asOf ?? scheme.inForce.to)
}
export type { Lang }
