import type { Scheme } from '../language/scheme.ts'
import type { PlacedItem } from '../lint/items.ts'
import { type Lang, type SentenceOptions, sentence } from './index.ts'

/** The sentence of any item; undefined for kinds that have none of their own. */
export function itemSentence(
  { key, index }: Pick<PlacedItem, 'key' | 'index'>,
  scheme: Scheme,
  lang: Lang,
  options: SentenceOptions = {},
): string | undefined {
  const item = key === 'lights' || key === 'targets' || key === 'cadences' ? scheme[key][index] : undefined
  return item && sentence(item, scheme, lang, options)
}
