import type { Cadence } from '../language/cadence.ts'
import type { Scheme } from '../language/scheme.ts'
import { asDays, SHORTEST } from './periods.ts'
import type { Report } from './report.ts'

/** Months of the periods that have several. */
const MONTHS: Partial<Record<Cadence['every'], number>> = { year: 12, half: 6, quarter: 3 }
export function cadences(scheme: Scheme, report: Report): void {
  scheme.cadences.forEach((cadence, index) => {
    const { every, everyOther, dueDays, dueWorkingDays, dueMonth } = cadence
    const path = ['cadences', index]
    const rules = [dueDays, dueWorkingDays, dueMonth].filter(rule => rule !== undefined)
    if (rules.length > 1) report(path, 'cadence.due', `${cadence.id} has ${rules.length} due rules`)
    const room = SHORTEST[every] * (everyOther === undefined ? 1 : 2)
    if ((dueDays ?? 0) >= room) {
      report([...path, 'dueDays'], 'cadence.due', `due ${dueDays} days after each ${every}`)
    }
    if (asDays(dueWorkingDays ?? 0) >= room) {
      report(
        [...path, 'dueWorkingDays'],
        'cadence.due',
        `due ${dueWorkingDays} working days after a ${every}`,
      )
    }
    if ((dueMonth ?? 0) > (MONTHS[every] ?? 0)) {
      report([...path, 'dueMonth'], 'cadence.due', `a ${every} has no month ${dueMonth}`)
    }
    if (everyOther !== undefined && every !== 'week') {
      report([...path, 'everyOther'], 'cadence.other', `every other ${every}`)
    }
  })
}
