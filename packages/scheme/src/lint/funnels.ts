import { readAmount, readCount } from '../language/amount.ts'
import type { Funnel } from '../language/funnel.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Report } from './report.ts'
import { settingOf } from './settings.ts'

/** Stages stand once, rates lead forward, and goals name what is counted. */
export function funnels(scheme: Scheme, report: Report): void {
  scheme.funnels.forEach((funnel, index) => {
    stages(funnel, index, report)
    rates(scheme, funnel, index, report)
    const known = new Set(funnel.stages.map(stage => stage.id))
    funnel.goals.forEach((goal, at) => {
      const path = ['funnels', index, 'goals', at]
      if (!known.has(goal.stage)) report([...path, 'stage'], 'ref.stage', `there is no stage ${goal.stage}`)
      if (readAmount(goal.atLeast) === undefined && readCount(goal.atLeast) === undefined)
        report([...path, 'atLeast'], 'funnel.goal', `${goal.atLeast} is neither a count nor an amount`)
      if (goal.each && funnel.groups.length === 0)
        report([...path, 'each'], 'funnel.groups', 'there are no groups to count by')
    })
    funnel.stalls.forEach((stall, at) => {
      if (!known.has(stall.stage))
        report(['funnels', index, 'stalls', at, 'stage'], 'ref.stage', `there is no stage ${stall.stage}`)
    })
  })
}

function stages(funnel: Funnel, index: number, report: Report): void {
  const seen = new Set<string>()
  funnel.stages.forEach((stage, at) => {
    const path = ['funnels', index, 'stages', at]
    if (seen.has(stage.id)) report([...path, 'id'], 'id.repeated', `${stage.id} stands twice`)
    seen.add(stage.id)
    if ((stage.projects === undefined) === (funnel.of === 'projects'))
      report(
        path,
        'funnel.projects',
        `${stage.id}: stages of the library stand with projects, not with deals`,
      )
  })
}

function rates(scheme: Scheme, funnel: Funnel, index: number, report: Report): void {
  const at = (id: string) => funnel.stages.findIndex(stage => stage.id === id)
  funnel.rates.forEach((rate, number) => {
    const path = ['funnels', index, 'rates', number]
    for (const end of ['from', 'to'] as const)
      if (at(rate[end]) < 0) report([...path, end], 'ref.stage', `there is no stage ${rate[end]}`)
    const known = at(rate.from) >= 0 && at(rate.to) >= 0
    if (known && (at(rate.to) < at(rate.from) || (at(rate.to) === at(rate.from) && rate.by !== 'arrived')))
      report(path, 'funnel.forward', `${rate.id} leads from ${rate.from} to ${rate.to}`)
    if (typeof rate.by !== 'string') settingOf(scheme, rate.by.setting, 'choice', [...path, 'by'], report)
    if ((rate.atLeast === undefined) !== (rate.due === undefined))
      report(path, 'funnel.due', `${rate.id} asks for a rate and a day together`)
  })
}
