import type { Procedure } from '../language/procedure.ts'
import { goalsWords, join, projectsWords, type Saying, termWords, unitsWords } from './parts.ts'
import { nameOf } from './words.ts'

/** The steps with who decides, how soon and after what; what may be owed; how many must be done by when. */
export function procedureSentence(procedure: Procedure, say: Saying): string {
  const { lang } = say
  const zh = lang === 'zh'
  const stepName = (id: string) => {
    const step = procedure.steps.find(one => one.id === id)
    return step ? nameOf(step, lang) : id
  }
  const names = (ids: readonly string[]) => join(ids.map(stepName), lang)
  const steps = procedure.steps.map(step => {
    const needs = names(step.needs)
    const about = [
      step.authority ? unitsWords([step.authority], say) : '',
      step.limit ? termWords(step.limit, lang) + (zh ? '内' : '') : '',
      needs && (zh ? `${needs}之后` : `after ${needs}`),
    ].filter(part => part !== '')
    if (about.length === 0) return nameOf(step, lang)
    return zh ? `${step.name}（${about.join('，')}）` : `${step.nameEn} (${about.join(', ')})`
  })
  const main = names(procedure.steps.filter(step => step.main).map(step => step.id))
  const goals = goalsWords(procedure.goals, say)
  const owed = names(procedure.tolerates)
  const which = projectsWords(procedure.lists, procedure.where, say)
  const parts = zh
    ? [
        `${which}办理${join(steps, lang)}`,
        goals.length > 0 ? `${main || '全部手续'}办结的项目${goals.join('，')}` : '',
        owed && `${owed}可容缺受理`,
      ]
    : [
        `${which.charAt(0).toUpperCase()}${which.slice(1)} go through ${join(steps, lang)}`,
        goals.length > 0 ? `done with ${main || 'all steps'}: ${goals.join(', ')}` : '',
        owed && `${owed} may be asked for before what it needs is done`,
      ]
  return `${parts.filter(Boolean).join(zh ? '；' : '; ')}${zh ? '。' : '.'}`
}
