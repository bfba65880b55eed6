import type { Condition, Leaf } from '../language/condition.ts'
import type { Limit, Range } from '../language/limit.ts'
import type { Scheme } from '../language/scheme.ts'
import { measureWords, quantityWords } from './quantity.ts'
import { type Lang, limitWords, monthDay, stageName } from './words.ts'

type LimitText = (limit: Limit) => string

/** A condition in words; inside another one an `all` or `any` stands in brackets. */
export function conditionWords(
  of: Condition,
  scheme: Scheme,
  text: LimitText,
  lang: Lang,
  inner = false,
): string {
  if (!('all' in of) && !('any' in of)) return leafWords(of, scheme, text, lang)
  const [parts, joint] =
    'all' in of ? [of.all, lang === 'zh' ? '且' : ' and '] : [of.any, lang === 'zh' ? '或' : ' or ']
  const words = parts.map(one => conditionWords(one, scheme, text, lang, true)).join(joint)
  if (!inner || parts.length < 2) return words
  return lang === 'zh' ? `（${words}）` : `(${words})`
}

function leafWords(leaf: Leaf, scheme: Scheme, text: LimitText, lang: Lang): string {
  const zh = lang === 'zh'
  if ('measure' in leaf) {
    const range = rangeText(leaf.is, text, lang)
    return zh
      ? `${measureWords(leaf.measure, scheme, lang)}${range}`
      : `${measureWords(leaf.measure, scheme, lang)} is ${range}`
  }
  if ('figure' in leaf) {
    const name = quantityWords(leaf.figure, scheme, lang)
    const among = leaf.in.map(one => (leaf.figure === 'stage' ? stageName(one, lang) : one))
    return zh ? `${name}为${among.join('或')}` : `${name} is ${among.join(' or ')}`
  }
  const asked = 'missing' in leaf ? leaf.missing : leaf.reported
  if (typeof asked === 'object' && 'dayOfYear' in asked) {
    const day = monthDay(asked.dayOfYear, lang)
    if ('missing' in leaf) return zh ? `${day}以前` : `it is before ${day}`
    return zh ? `${day}起` : `it is ${day} or later`
  }
  if ('missing' in leaf) {
    const name = quantityWords(leaf.missing, scheme, lang)
    return zh ? `没有${name}` : `there is no ${name}`
  }
  const name = quantityWords(leaf.reported, scheme, lang)
  return zh ? `已有${name}` : `there is ${name}`
}

/** `60%及以上、不到80%`. */
export function rangeText({ atLeast, above, upTo, below }: Range, text: LimitText, lang: Lang): string {
  const zh = lang === 'zh'
  const say = (limit: Limit | undefined, words: (cut: string) => string) =>
    limit === undefined ? [] : [words(limitWords(text(limit), lang))]
  return [
    ...say(atLeast, cut => (zh ? `${cut}及以上` : `from ${cut}`)),
    ...say(above, cut => (zh ? `超过${cut}` : `over ${cut}`)),
    ...say(upTo, cut => (zh ? `不超过${cut}` : `up to ${cut}`)),
    ...say(below, cut => (zh ? `不到${cut}` : `under ${cut}`)),
  ].join(zh ? '、' : ' and ')
}
