import type { Cadence } from '../language/cadence.ts'
import type { Scheme } from '../language/scheme.ts'
import { doesName, everyName, figureName, type Lang, monthDay, nameOf, natureName } from './words.ts'

/** How often, what, about which projects, and by when. */
export function cadenceSentence(cadence: Cadence, scheme: Scheme, lang: Lang): string {
  const zh = lang === 'zh'
  const parts = [
    `${rhythm(cadence, lang)}${zh ? '' : ': '}${doesName(cadence.does, lang)}`,
    about(cadence, scheme, lang),
    due(cadence, lang),
    opens(cadence, lang),
    locks(cadence, lang),
    asks(cadence, scheme, lang),
  ].filter(part => part !== '')
  return `${parts.join(zh ? '，' : ', ')}${zh ? '。' : '.'}`
}

function rhythm({ every, everyOther, together }: Cadence, lang: Lang): string {
  if (together) {
    const months = `${together[0]}${lang === 'zh' ? '至' : '–'}${together.at(-1)}`
    return lang === 'zh'
      ? `${everyName(every, lang)}（${months}月合并一期）`
      : `${everyName(every, lang)} (months ${months} as one)`
  }
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

function opens({ opensDays, every }: Cadence, lang: Lang): string {
  if (opensDays === undefined || every === 'day') return ''
  const zh = lang === 'zh'
  const days = Math.abs(opensDays)
  if (days === 0) return zh ? '期末当日开放填报' : 'open from the last day of the period'
  if (opensDays < 0) return zh ? `期末前${days}日开放填报` : `open from ${days} days before the period ends`
  return zh ? `期末后${days}日开放填报` : `open from ${days} days after the period`
}

function locks({ lockDays, lockWorkingDays, every }: Cadence, lang: Lang): string {
  if (every === 'day') return ''
  const zh = lang === 'zh'
  if (lockDays !== undefined)
    return zh ? `到期后${lockDays}日锁定` : `locked ${lockDays} days after it is due`
  if (lockWorkingDays === undefined) return ''
  return zh
    ? `到期后${lockWorkingDays}个工作日锁定`
    : `locked ${lockWorkingDays} working days after it is due`
}

/** By whom and what, where the plan says it. */
function asks({ by, asks: fields }: Cadence, scheme: Scheme, lang: Lang): string {
  const zh = lang === 'zh'
  const fieldName = (id: string) => {
    const own = scheme.fields.find(one => one.id === id)
    return own ? nameOf(own, lang) : figureName(id, lang)
  }
  const who =
    by && { lead: ['责任单位', 'lead unit'], owner: ['项目单位', 'owner'], town: ['属地', 'town'] }[by]
  const parts = [
    who ? (zh ? `由${who[0]}报送` : `reported by the ${who[1]}`) : '',
    fields ? `${zh ? '填报' : 'asks '}${fields.map(fieldName).join(zh ? '、' : ', ')}` : '',
  ]
  return parts.filter(part => part !== '').join(zh ? '，' : ', ')
}
