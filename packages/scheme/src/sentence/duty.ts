import type { ClockDuty, Duty, MatrixDuty, VisitsDuty } from '../language/duty.ts'
import { termOf } from '../language/term.ts'
import { settingText } from './light.ts'
import {
  join,
  periodWords,
  projectsWords,
  type Saying,
  sentenceOf,
  termWords,
  unitsWords,
  whenWords,
} from './parts.ts'
import { nameOf } from './words.ts'

export function dutySentence(duty: Duty, say: Saying): string {
  const { lang } = say
  switch (duty.kind) {
    case 'visits':
      return visits(duty, say)
    case 'clock':
      return clock(duty, say)
    case 'assignment': {
      const what = join(
        duty.requires.map(one => nameOf(one, lang)),
        lang,
      )
      const which = projectsWords(duty.lists, duty.where, say)
      return lang === 'zh' ? `${which}都要明确${what}。` : sentenceOf([`${which}: each has ${what}`], lang)
    }
    case 'matrix':
      return matrix(duty, say)
  }
}

function visits(duty: VisitsDuty, say: Saying): string {
  const { lang } = say
  const every = periodWords(duty.every, lang)
  const each = duty.of === 'each-project'
  const which = projectsWords(duty.lists, duty.where, say)
  if (lang === 'zh')
    return `${duty.roleName}${every}${each ? `到${which}的现场，每个` : '到现场'}不少于${duty.atLeast}次。`
  const times = duty.atLeast === 1 ? 'once' : `${duty.atLeast} times`
  return sentenceOf(
    [`${duty.roleNameEn} on site ${every}`, `at least ${times}${each ? ` at each of the ${which}` : ''}`],
    lang,
  )
}

function clock(duty: ClockDuty, { lang, scheme, given }: Saying): string {
  const within = termWords(
    termOf(duty.within, id => settingText(scheme, given, id)),
    lang,
  )
  const pauses = join(
    duty.pauses.map(one => nameOf(one, lang)),
    lang,
  )
  if (lang === 'zh')
    return sentenceOf([`自${duty.starts}起${within}内${duty.ends}`, pauses && `${pauses}的时间不计`], lang)
  return sentenceOf(
    [`${duty.endsEn} within ${within} from ${duty.startsEn}`, pauses && `not counting time for ${pauses}`],
    lang,
  )
}

function matrix({ rows }: MatrixDuty, say: Saying): string {
  const zh = say.lang === 'zh'
  const said = rows.map(row => {
    const [lead, others] = [unitsWords(row.lead, say), unitsWords(row.with, say)]
    const when = row.due || row.every ? whenWords(row, say) : ''
    const parts = zh
      ? [lead && `${lead}牵头`, others && `${others}配合`, when]
      : [lead && `led by ${lead}`, others && `with ${others}`, when]
    return `${row.clause}${zh ? '由' : ' '}${parts.filter(Boolean).join(zh ? '、' : ', ')}`
  })
  return zh ? `${said.join('；')}。` : `${said.join('; ')}.`
}
