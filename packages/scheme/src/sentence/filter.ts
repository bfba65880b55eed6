import type { Filter } from '../language/filter.ts'
import type { Scheme } from '../language/scheme.ts'
import { rangeText } from './condition.ts'
import { quantityWords } from './quantity.ts'
import type { Lang } from './words.ts'

/** Which projects a light looks at by amount or text, as one part of its sentence; nature and stage stand elsewhere. */
export function filterWords({ figures, is, isNot }: Filter, scheme: Scheme, lang: Lang): string[] {
  const zh = lang === 'zh'
  const name = (id: string) => quantityWords(id, scheme, lang)
  const texts = (among: Filter['is'], no: boolean) =>
    Object.entries(among ?? {}).map(([id, words]) => {
      if (zh) return `${name(id)}${no ? '不' : ''}为${words.join('或')}`
      return `${name(id)} is ${no ? 'not ' : ''}${words.join(' or ')}`
    })
  const parts = [
    ...Object.entries(figures ?? {}).map(
      ([id, range]) => `${name(id)}${zh ? '' : ' '}${rangeText(range, String, lang)}`,
    ),
    ...texts(is, false),
    ...texts(isNot, true),
  ]
  if (parts.length === 0) return []
  return [zh ? `只看${parts.join('、')}的项目` : `only projects where ${parts.join(' and ')}`]
}
