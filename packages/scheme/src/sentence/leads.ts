import type { Consequence, Light } from '../language/light.ts'
import type { Scheme } from '../language/scheme.ts'
import { actionName, type Lang, nameOf, periodName, periodsName, postName } from './words.ts'

const colourName = (id: string, scheme: Scheme, lang: Lang) => {
  const colour = scheme.colours.find(one => one.id === id)
  return colour ? nameOf(colour, lang) : id
}

export const consequences = ({ leadsTo }: Light, scheme: Scheme, lang: Lang): string[] =>
  Object.entries(leadsTo).map(([id, consequence]) => {
    const name = colourName(id, scheme, lang)
    return lang === 'zh'
      ? `${name}灯提出${leads(consequence, lang)}`
      : `${name} proposes ${leads(consequence, lang)}`
  })

function leads({ action, on, by, confirm }: Consequence, lang: Lang): string {
  const [what, who] = [actionName(action, lang), postName(confirm, lang)]
  const doer = by && nameOf(by, lang)
  if (lang === 'zh') {
    const whom = on === 'project-head' ? '项目负责人' : ''
    const said = doer ? `${whom && `对${whom}`}由${doer}${what}` : `${what}${whom}`
    return `${said}，由${who}确认`
  }
  const whom = on === 'project-head' ? ' with the head of the project' : ''
  return `${what}${whom}${doer ? ` by ${doer}` : ''}, confirmed by ${who}`
}

export const streaks = ({ streak }: Light, scheme: Scheme, lang: Lang): string[] =>
  streak.map(({ colour, orWorse, periods, every, skips, becomes, leadsTo }) => {
    const name = colourName(colour, scheme, lang)
    const to = becomes === undefined ? undefined : colourName(becomes, scheme, lang)
    if (lang === 'zh') {
      const what = [to && `转为${to}`, leadsTo && `提出${leads(leadsTo, lang)}`].filter(Boolean).join('，')
      const passed = skips === 'pass' ? `（无灯的${periodName(every, lang)}不计也不中断）` : ''
      return `连续${periods}${periodsName(every, lang)}${name}灯${orWorse ? '或更差' : ''}的${what}${passed}`
    }
    const what = [to && `become ${to}`, leadsTo && `propose ${leads(leadsTo, lang)}`]
      .filter(Boolean)
      .join(' and ')
    const passed = skips === 'pass' ? ', periods without a light passed over' : ''
    return `${periods} ${periodsName(every, lang)} of ${name}${orWorse ? ' or worse' : ''} in a row ${what}${passed}`
  })

export function exemption({ exempt }: Light, scheme: Scheme, lang: Lang): string[] {
  if (!exempt) return []
  const who = postName(exempt.approvedBy, lang)
  const none = exempt.colour === 'none'
  const name = colourName(exempt.colour, scheme, lang)
  if (lang === 'zh') return [`经${who}批准有正当理由的，期内${none ? '不亮灯' : `为${name}`}`]
  return [`with a reason that ${who} approved it ${none ? 'shows no light' : `is ${name}`} for that time`]
}
