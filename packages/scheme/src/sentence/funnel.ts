import type { Funnel } from '../language/funnel.ts'
import { byDay, termWords } from './term.ts'
import { type Lang, nameOf } from './words.ts'

/** The stages, what share gets on, how many must have, and what stands too long. */
export function funnelSentence(funnel: Funnel, lang: Lang): string {
  const zh = lang === 'zh'
  const stage = (id: string) => {
    const found = funnel.stages.find(one => one.id === id)
    return found ? nameOf(found, lang) : id
  }
  const stages = funnel.stages.map(one => nameOf(one, lang)).join(zh ? '→' : ' → ')
  const rates = funnel.rates.map(rate => {
    const asked =
      rate.atLeast && rate.due
        ? zh
          ? `${byDay(rate.due, lang)}不低于${rate.atLeast}`
          : ` at least ${rate.atLeast} ${byDay(rate.due, lang)}`
        : ''
    return `${nameOf(rate, lang)}${asked}`
  })
  const goals = funnel.goals.map(goal => {
    const each = goal.each ? (zh ? '各类分别' : 'each group ') : ''
    return zh
      ? `${byDay(goal.due, lang)}${each}${stage(goal.stage)}不少于${goal.atLeast}`
      : `${each}${stage(goal.stage)} at least ${goal.atLeast} ${byDay(goal.due, lang)}`
  })
  const stalls = funnel.stalls.map(({ stage: id, longerThan }) =>
    zh
      ? `${stage(id)}后${termWords(longerThan, lang)}未推进的列出`
      : `${stage(id)}: told unless it moves on ${termWords(longerThan, lang)}`,
  )
  const parts = [stages, ...rates, ...goals, ...stalls]
  return zh ? `${parts.join('；')}。` : `${parts.join('; ')}.`
}
