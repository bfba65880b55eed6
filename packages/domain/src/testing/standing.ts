import type { Day } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import type { ProjectFacts } from '../evaluate/index.ts'
import type { Facts } from '../facts/index.ts'
import { basisOf, Standing } from '../standing/index.ts'
import { SAMPLE } from './scheme.ts'

/** The standing of all that the facts say. */
export function standingOf(facts: Facts, asOf: Day, scheme: Scheme = SAMPLE): Standing {
  const { jurisdiction, units, settings } = facts
  const standing = new Standing(
    basisOf({ scheme, asOf, jurisdiction, units, settings, calendar: PUBLISHED_CALENDAR }),
  )
  for (const one of projectsIn(facts)) standing.replace(one.project.id, one)
  standing.report(facts.reported)
  return standing
}

export const projectsIn = (facts: Facts): ProjectFacts[] =>
  facts.projects.map(project => ({
    project,
    memberships: facts.memberships.filter(one => one.project === project.id),
    returns: facts.returns.filter(one => one.project === project.id),
  }))
