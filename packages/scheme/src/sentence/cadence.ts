import type { Cadence } from '../language/cadence.ts'
import type { Scheme } from '../language/scheme.ts'
import { doesName, everyName, type Lang, monthDay, nameOf, natureName } from './words.ts'

/** How often, what, about which projects, and by when. */
export function cadenceSentence(cadence: Cadence, scheme: Scheme, lang: Lang): string {
  const zh = lang === 'zh'
  const parts = [
    `${rhythm(cadence, lang)}${zh ? '' : ': '}${doesName(cadence.does, lang)}`,
    about(cadence, scheme, lang),
    due(cadence, lang),
  ].filter(part => part !== '')
  return `${parts.join(zh ? '，' : ', ')}${zh ? '。' : '.'}`
}

function rhythm({ every, everyOther }: Cadence, lang: Lang): string {
  if (everyOther === undefined) return everyName(every, lang)
  const day = monthDay(everyOther.slice(5), lang)
  return lang === 'zh' ? `每两周（从${day}那一周起算）` : `Every two weeks (from the week of ${day})`
}

function about({ lists, nature, work }: Cadence, scheme: Scheme, lang: Lang): string {
  const zh = lang === 'zh'
  const join = zh ? '、' : ', '
  const named = lists.flatMap(id => scheme.lists.find(one => one.id === id) ?? [])
  const begun = work && { begun: ['已开工', 'begun'], 'not-begun': ['未开工', 'not begun'] }[work][zh ? 0 : 1]
  const which = [
    named.map(one => nameOf(one, lang)).join(join),
    (nature ?? []).map(one => natureName(one, lang)).join(join),
    begun ?? '',
  ].filter(part => part !== '')
  if (which.length === 0) return ''
  return zh ? `范围为${which.join('中的')}` : `of ${which.join(', ')}`
}

function due({ every, dueDays, dueWorkingDays, dueMonth }: Cadence, lang: Lang): string {
  const zh = lang === 'zh'
  if (every === 'day') return ''
  if (dueDays !== undefined) return zh ? `期末后${dueDays}日内` : `due ${dueDays} days after the period`
  if (dueWorkingDays !== undefined)
    return zh ? `期末后${dueWorkingDays}个工作日内` : `due ${dueWorkingDays} working days after the period`
  if (dueMonth !== undefined)
    return zh ? `在当期第${dueMonth}个月内` : `by the end of month ${dueMonth} of the period`
  return zh ? '期末前' : 'by the end of the period'
}
