import type { MembershipFact, ProjectFact, ReturnFact } from '@guatu/domain'
import {
  type Day,
  daysInMonth,
  lastDayOf,
  type Minor,
  makeMonth,
  monthNumber,
  periodSpan,
} from '@guatu/kernel'
import { WAN } from './amounts.ts'

/** One made-up project on its way into the facts. */
export interface Draft {
  readonly project: ProjectFact
  readonly memberships: MembershipFact[]
  readonly returns: ReturnFact[]
}

/** What happens to a project in the months that the demo has seen. */
export interface Course {
  readonly year: number
  /** Cumulative investment at the end of each month, January first; as many as the demo has months. */
  readonly invested: readonly Minor[]
  /** First day of work, if it has begun by the business date. */
  readonly startedOn?: Day
  /** Months (from 1) in which work rested over the winter, before it was resumed. */
  readonly restsUntil?: number
  /** The day on which the works were completed. */
  readonly completedOn?: Day
  readonly problem?: string
  /** What else the project reported at the end of each month, January first. */
  readonly also?: readonly ReturnFact['figures'][]
  /** The last month is not in yet, or so many of the last. */
  readonly late?: boolean | number
}

/** The monthly returns of one project. */
export function returnsOf(project: string, course: Course): ReturnFact[] {
  const count = course.invested.length - Number(course.late ?? 0)
  return course.invested.slice(0, count).map((invested, index) => {
    const period = makeMonth(course.year, index + 1)
    return {
      project,
      period,
      figures: {
        ...stateOf(course, lastDayOf(period)),
        'invest-ytd': invested,
        ...course.also?.[index],
        ...(index === count - 1 && course.problem ? { problem: course.problem } : {}),
      },
    }
  })
}

/** Weekly returns of the same course: money comes evenly inside a month. Weeks that end in a month not in are left out. */
export function weeklyReturnsOf(project: string, course: Course, weeks: readonly string[]): ReturnFact[] {
  const count = course.invested.length - Number(course.late ?? 0)
  return weeks.flatMap(period => {
    const { end } = periodSpan(period)
    const month = monthNumber(end)
    if (month > count) return []
    const before = course.invested[month - 2] ?? 0
    const days = Number(end.slice(8)) / daysInMonth(course.year, month)
    const more = Math.floor((((course.invested[month - 1] ?? 0) - before) / WAN) * days) * WAN
    return [{ project, period, figures: { ...stateOf(course, end), 'invest-ytd': before + more } }]
  })
}

/** How the works stand on a day. */
function stateOf(course: Course, day: Day): ReturnFact['figures'] {
  const { startedOn, completedOn, restsUntil = 0 } = course
  const started = startedOn !== undefined && startedOn <= day
  const completed = completedOn !== undefined && completedOn <= day
  const rests = monthNumber(day) <= restsUntil
  return {
    stage: completed ? 'completed' : started ? (rests ? 'paused' : 'started') : 'prepare',
    ...(started ? { 'started-on': startedOn } : {}),
    ...(completed ? { 'completed-on': completedOn } : {}),
  }
}

/** Cumulative amounts that end at `total`, with the months' shares of it as weights. */
export function cumulative(parts: readonly Minor[]): Minor[] {
  let all = 0
  return parts.map(part => {
    all += part
    return all
  })
}
