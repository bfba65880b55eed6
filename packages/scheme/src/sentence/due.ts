import type { Scheme } from '../language/scheme.ts'
import type { Given } from './light.ts'
import { type Lang, monthDay } from './words.ts'

/** By when, in words: `year-end` → 到年底, by the year's end. */
export function dueWords(due: string, scheme: Scheme, lang: Lang, given: Given): string {
  const zh = lang === 'zh'
  if (due === 'year-end') return zh ? '到年底' : "by the year's end"
  if (due === 'quarter-ends') return zh ? '到各季度末' : 'by the end of each quarter'
  if (/^\d{4}-/.test(due)) {
    const day = monthDay(due.slice(5), lang)
    return zh ? `到${due.slice(0, 4)}年${day}` : `by ${day} ${due.slice(0, 4)}`
  }
  if (due !== 'construction-season-end') return zh ? `到${monthDay(due, lang)}` : `by ${monthDay(due, lang)}`
  const season = given['construction-season'] ?? scheme.settings['construction-season']?.default ?? ''
  const end = season.split('/')[1]
  if (!end) return zh ? '到有效施工期结束' : 'by the end of the construction season'
  return zh
    ? `到有效施工期结束（${monthDay(end, lang)}）`
    : `by the end of the construction season (${monthDay(end, lang)})`
}
