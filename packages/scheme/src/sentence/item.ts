import type { Scheme } from '../language/scheme.ts'
import type { PlacedItem } from '../lint/items.ts'
import { type Lang, type SentenceOptions, sentence } from './index.ts'

/** The sentence of an item; undefined for lists and indicators, which say what they are by their name. */
export function itemSentence(
  { key, index }: Pick<PlacedItem, 'key' | 'index'>,
  scheme: Scheme,
  lang: Lang,
  options: SentenceOptions = {},
): string | undefined {
  const item = key === 'lists' || key === 'indicators' ? undefined : scheme[key][index]
  return item && sentence(item, scheme, lang, options)
}
