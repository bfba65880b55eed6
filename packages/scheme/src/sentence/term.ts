import type { Term } from '../language/common.ts'
import { type Lang, monthDay } from './words.ts'

/** 7个工作日内, within 7 working days. */
export function termWords(term: Term, lang: Lang): string {
  const zh = lang === 'zh'
  if ('workingDays' in term)
    return zh ? `${term.workingDays}个工作日内` : `within ${term.workingDays} working days`
  if ('days' in term) return zh ? `${term.days}日内` : `within ${term.days} days`
  return zh ? `${term.months}个月内` : `within ${term.months} months`
}

/** 6月30日前, by 30 June. */
export function byDay(due: string, lang: Lang): string {
  const zh = lang === 'zh'
  if (due === 'year-end') return zh ? '年底前' : "by the year's end"
  if (due === 'construction-season-end')
    return zh ? '有效施工期结束前' : 'by the end of the construction season'
  if (/^\d{4}-/.test(due)) {
    const day = monthDay(due.slice(5), lang)
    return zh ? `${due.slice(0, 4)}年${day}前` : `by ${day} ${due.slice(0, 4)}`
  }
  return zh ? `${monthDay(due, lang)}前` : `by ${monthDay(due, lang)}`
}
