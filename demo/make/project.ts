import type { MembershipFact, ProjectFact, ReturnFact } from '@guatu/domain'
import type { Day, Minor } from '@guatu/kernel'

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
    const period = `${course.year}-${String(index + 1).padStart(2, '0')}`
    const started = course.startedOn !== undefined && course.startedOn.slice(0, 7) <= period
    const rests = index + 1 <= (course.restsUntil ?? 0)
    const completed = course.completedOn !== undefined && course.completedOn.slice(0, 7) <= period
    const stage = completed ? 'completed' : started ? (rests ? 'paused' : 'started') : 'prepare'
    const last = index === count - 1
    return {
      project,
      period,
      figures: {
        'invest-ytd': invested,
        stage,
        ...(started && course.startedOn ? { 'started-on': course.startedOn } : {}),
        ...(completed && course.completedOn ? { 'completed-on': course.completedOn } : {}),
        ...course.also?.[index],
        ...(last && course.problem ? { problem: course.problem } : {}),
      },
    }
  })
}

/** Cumulative amounts that end at `total`, with the months' shares of it as weights. */
export function cumulative(parts: readonly Minor[]): Minor[] {
  let all = 0
  return parts.map(part => {
    all += part
    return all
  })
}
