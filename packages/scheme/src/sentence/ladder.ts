import type { ActionLadder } from '../language/action.ts'
import type { Scheme } from '../language/scheme.ts'
import { termOf } from '../language/term.ts'
import { type Given, settingText } from './light.ts'
import { termWords } from './term.ts'
import { type Lang, nameOf } from './words.ts'

const ON = {
  'responsible-unit': ['责任单位', 'the responsible unit'],
  'owner-unit': ['项目单位', 'the owner unit'],
  'project-head': ['项目负责人', 'the head of the project'],
  'unit-head': ['单位主要负责人', 'the head of the unit'],
} as const

/** Each step in its turn: who, to whom, by when to answer and to mend. */
export function ladderSentence(ladder: ActionLadder, scheme: Scheme, lang: Lang, given: Given): string {
  const zh = lang === 'zh'
  const within = (limit: ActionLadder['steps'][number]['mendWithin'] & {}) =>
    termWords(
      termOf(limit, id => settingText(scheme, given, id)),
      lang,
    )
  const steps = ladder.steps.map(step => {
    const on = ON[step.on][zh ? 0 : 1]
    const who = zh ? `${step.by}向${on}发出${step.name}` : `${step.nameEn} from ${step.byEn} to ${on}`
    const again = step.atOccurrence
    const first = again ? (zh ? `连续第${again}次的，` : `the ${again}. time running: `) : ''
    const answer = step.answerWithin
      ? zh
        ? `，${within(step.answerWithin)}答复`
        : `, to be answered ${within(step.answerWithin)}`
      : ''
    const mend = step.mendWithin
      ? zh
        ? `，${within(step.mendWithin)}整改`
        : `, to be mended ${within(step.mendWithin)}`
      : ''
    return `${first}${who}${answer}${mend}`
  })
  const grace = ladder.graceWorkingDays
  const then = zh
    ? `逾期未整改的${grace ? `，再过${grace}个工作日` : ''}转下一步`
    : `what is not mended in time goes on to the next step${grace ? ` after ${grace} working days more` : ''}`
  const raised = raisedWords(ladder, scheme, lang)
  if (zh) return `${raised}${steps.join('；')}${ladder.steps.length > 1 ? `；${then}` : ''}。`
  return `${raised}${[...steps, ...(ladder.steps.length > 1 ? [then] : [])].join('; ')}.`
}

function raisedWords({ raisedBy }: ActionLadder, scheme: Scheme, lang: Lang): string {
  const zh = lang === 'zh'
  const names = (['lights', 'duties', 'tasks'] as const).flatMap(key =>
    raisedBy[key].flatMap(id => {
      const item = scheme[key].find(one => one.id === id)
      return item ? [nameOf(item, lang)] : []
    }),
  )
  if (names.length === 0) return ''
  const colours = raisedBy.colours.flatMap(id => {
    const colour = scheme.colours.find(one => one.id === id)
    return colour ? [nameOf(colour, lang)] : []
  })
  const of = colours.length > 0 ? (zh ? `为${colours.join('、')}` : ` ${colours.join(', ')}`) : ''
  return zh ? `${names.join('、')}${of}的：` : `On ${names.join(', ')}${of}: `
}
