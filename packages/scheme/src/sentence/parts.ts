import type { Term } from '../language/common.ts'
import type { Filter } from '../language/filter.ts'
import type { Scheme } from '../language/scheme.ts'
import { dueWords } from './due.ts'
import type { Given } from './light.ts'
import { everyName, type Lang, nameOf, natureName, stageName } from './words.ts'

/** What the sentences of an item are said in. */
export interface Saying {
  readonly scheme: Scheme
  readonly lang: Lang
  readonly given: Given
}

export const join = (parts: readonly string[], lang: Lang) => parts.join(lang === 'zh' ? '、' : ', ')

/** Parts that have something to say, as one sentence. */
export function sentenceOf(parts: readonly string[], lang: Lang): string {
  const text = parts.filter(part => part !== '').join(lang === 'zh' ? '，' : ', ')
  return lang === 'zh' ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** `{ workingDays: 7 }` → 7个工作日, 7 working days. */
export function termWords(term: Term, lang: Lang): string {
  const [count, zh, en] =
    'workingDays' in term
      ? ([term.workingDays, '个工作日', 'working day'] as const)
      : 'days' in term
        ? ([term.days, '日', 'day'] as const)
        : ([term.months, '个月', 'month'] as const)
  return lang === 'zh' ? `${count}${zh}` : `${count} ${en}${count === 1 ? '' : 's'}`
}

/** A unit by its name in the plan's text; in English by its English name where the plan gives one. */
export function unitsWords(names: readonly string[], { scheme, lang }: Saying): string {
  const named = names.map(name => {
    const unit = scheme.units.find(one => one.name === name || one.aliases.includes(name))
    return lang === 'en' ? (unit?.nameEn ?? name) : name
  })
  return join(named, lang)
}

interface Asked {
  readonly due?: string
  readonly every?: Parameters<typeof everyName>[0]
  readonly standing?: true
}

/** Once by a day, in each period, or at all times. */
export function whenWords({ due, every }: Asked, { scheme, lang, given }: Saying): string {
  if (due !== undefined) return dueWords(due, scheme, lang, given)
  if (every !== undefined) return periodWords(every, lang)
  return lang === 'zh' ? '长期坚持' : 'at all times'
}

export function periodWords(every: string, lang: Lang): string {
  if (every === 'day') return lang === 'zh' ? '每天' : 'daily'
  const words = everyName(every, lang)
  return lang === 'zh' ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

/** Which projects: 重点中的新建项目, projects of Key that are new. */
export function projectsWords(lists: readonly string[], where: Filter, { scheme, lang }: Saying): string {
  const named = join(
    lists.map(id => {
      const list = scheme.lists.find(one => one.id === id)
      return list ? nameOf(list, lang) : id
    }),
    lang,
  )
  const zh = lang === 'zh'
  const planned = {
    'by-as-of': ['应开工', 'due to have started'],
    'in-year': ['年内计划开工', 'to start in the year'],
  }
  const which = [
    join(
      (where.nature ?? []).map(one => natureName(one, lang)),
      lang,
    ),
    join(
      (where.stage ?? []).map(one => stageName(one, lang)),
      lang,
    ),
    where.plannedStart ? (planned[where.plannedStart][zh ? 0 : 1] ?? '') : '',
  ].filter(part => part !== '')
  if (zh) return `${named}${named && which.length > 0 ? '中的' : ''}${which.join('、')}项目`
  return `projects${named && ` of ${named}`}${which.length > 0 ? ` (${which.join(', ')})` : ''}`
}

/** Shares by their days: 到6月30日不低于60%. */
export function goalsWords(
  goals: readonly { readonly share: string; readonly due: string }[],
  { scheme, lang, given }: Saying,
): string[] {
  return goals.map(({ share, due }) => {
    const by = dueWords(due, scheme, lang, given)
    return lang === 'zh' ? `${by}不低于${share}` : `at least ${share} ${by}`
  })
}
