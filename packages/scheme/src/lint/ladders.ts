import type { Scheme } from '../language/scheme.ts'
import { isNone } from './periods.ts'
import type { Report } from './report.ts'
import { settingOf } from './settings.ts'

/** Ladders name lights, duties, tasks and colours that are there, and their steps climb. */
export function ladders(scheme: Scheme, report: Report): void {
  scheme.actions.forEach((ladder, index) => {
    const path = ['actions', index]
    for (const key of ['lights', 'duties', 'tasks'] as const) {
      const known = new Set<string>(scheme[key].map(item => item.id))
      ladder.raisedBy[key].forEach((id, at) => {
        if (!known.has(id))
          report([...path, 'raisedBy', key, at], 'ref.item', `there is no ${id} among ${key}`)
      })
    }
    const colours = new Set(scheme.colours.map(colour => colour.id))
    ladder.raisedBy.colours.forEach((id, at) => {
      if (!colours.has(id))
        report([...path, 'raisedBy', 'colours', at], 'ref.colour', `there is no colour ${id}`)
    })
    let last = 1
    const seen = new Set<string>()
    ladder.steps.forEach((step, at) => {
      if (step.colour !== undefined && !colours.has(step.colour))
        report([...path, 'steps', at, 'colour'], 'ref.colour', `there is no colour ${step.colour}`)
      if (seen.has(step.id)) report([...path, 'steps', at, 'id'], 'id.repeated', `${step.id} stands twice`)
      seen.add(step.id)
      for (const key of ['answerWithin', 'mendWithin'] as const) {
        const limit = step[key]
        const here = [...path, 'steps', at, key]
        if (limit && 'setting' in limit) settingOf(scheme, limit.setting, 'days', here, report)
        else if (limit && isNone(limit)) report(here, 'term.none', `${step.id} leaves no time`)
      }
      if (step.atOccurrence === undefined) return
      if (step.atOccurrence <= last)
        report(
          [...path, 'steps', at, 'atOccurrence'],
          'ladder.order',
          `${step.id} comes before the step below it`,
        )
      last = step.atOccurrence
    })
  })
}
