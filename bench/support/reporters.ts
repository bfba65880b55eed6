import type { ProjectFacts, UnitFact } from '@guatu/domain'
import { bigProjects, bigUnits } from './facts.ts'
import { type Filling, LOGINS } from './world.ts'

export const ROWS = 20
/** Its figures are what the reporters send. */
export const PERIOD = '2023-10'

export const reporterUnit = (n: number) => `station-${String(n).padStart(4, '0')}`

/** So many units below the bureaus, each with one reporter and 20 projects that have no figure of the period yet. */
export function reporting(reporters: number, months: number): Filling {
  const units = Array.from({ length: reporters }, (_, n): UnitFact => {
    const unit = reporterUnit(n)
    return { id: unit, name: `项目站${n}`, kind: 'bureau', parent: 'office' }
  })
  const logins = units.map(({ id }) => ({ login: id, role: 'reporter', unit: id }))
  return {
    units: [...bigUnits, ...units],
    logins: [...LOGINS, ...logins],
    projects: projectsOf(reporters, months),
  }
}

function* projectsOf(reporters: number, months: number): Generator<ProjectFacts> {
  let n = 0
  for (const { project, memberships, returns } of bigProjects({ projects: reporters * ROWS, months })) {
    yield {
      project: { ...project, leadUnit: reporterUnit(Math.floor(n++ / ROWS)) },
      memberships,
      returns: returns.filter(one => one.period !== PERIOD),
    }
  }
}
