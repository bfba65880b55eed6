import type { Cadence } from '../language/cadence.ts'
import type { Scheme } from '../language/scheme.ts'
import { RETURN_FIGURES } from '../language/vocabulary.ts'
import { asDays, SHORTEST } from './periods.ts'
import type { Report } from './report.ts'

/** Months of the periods that have several. */
const MONTHS: Partial<Record<Cadence['every'], number>> = { year: 12, half: 6, quarter: 3 }

/** Days of its shortest cycle. */
const roomOf = ({ every, everyOther }: Cadence) => SHORTEST[every] * (everyOther === undefined ? 1 : 2)

export function cadences(scheme: Scheme, report: Report): void {
  scheme.cadences.forEach((cadence, index) => {
    const { every, everyOther, dueDays, dueWorkingDays, dueMonth } = cadence
    const path = ['cadences', index]
    const rules = [dueDays, dueWorkingDays, dueMonth].filter(rule => rule !== undefined)
    if (rules.length > 1) report(path, 'cadence.due', `${cadence.id} has ${rules.length} due rules`)
    const room = roomOf(cadence)
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
    clocks(cadence, path, report)
    asked(cadence, scheme, path, report)
  })
}

function clocks(cadence: Cadence, path: readonly PropertyKey[], report: Report): void {
  const { id, every, opensDays, lockDays, lockWorkingDays, together } = cadence
  if (opensDays !== undefined && opensDays > latestOpening(cadence))
    report([...path, 'opensDays'], 'cadence.opens', `${id} opens after the day it is due`)
  if (opensDays !== undefined && -opensDays >= roomOf(cadence))
    report([...path, 'opensDays'], 'cadence.opens', `${id} opens before its period begins`)
  if (lockDays !== undefined && lockWorkingDays !== undefined)
    report(path, 'cadence.locks', `${id} has two lock rules`)
  const follow = together?.every((month, index) => index === 0 || month === (together[index - 1] ?? 0) + 1)
  if (together && (every !== 'month' || !follow))
    report([...path, 'together'], 'cadence.together', `${every} of the months ${together.join(', ')}`)
}

/** The last day after the period's end on which it may open: so that in no period it comes after the due day. */
function latestOpening({ every, dueDays, dueWorkingDays, dueMonth }: Cadence): number {
  if (dueMonth !== undefined) return (dueMonth - (MONTHS[every] ?? 0)) * 31
  return dueDays ?? dueWorkingDays ?? 0
}

function asked(
  { id, asks, asksReturn }: Cadence,
  { fields }: Scheme,
  path: readonly PropertyKey[],
  report: Report,
): void {
  if (asks && !asksReturn) report([...path, 'asks'], 'cadence.asks', `${id} asks for no return`)
  asks?.forEach((field, index) => {
    const known = RETURN_FIGURES[field] ?? fields.find(one => one.id === field)
    if (known === undefined) report([...path, 'asks', index], 'cadence.asks', `no field ${field}`)
    else if (asks.indexOf(field) < index) report([...path, 'asks', index], 'cadence.asks', `${field} twice`)
  })
}
