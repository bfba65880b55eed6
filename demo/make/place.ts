import type { Facts, ReportedFact, UnitFact } from '@guatu/domain'
import type { Period } from '@guatu/kernel'
import type { Draft } from './project.ts'

/** What the makers start from: who is there. Companies are made up and say so in their names. */
export interface Place {
  readonly jurisdiction: string
  readonly government: { readonly id: string; readonly name: string }
  readonly bureaus: readonly (readonly [id: string, name: string])[]
  /** Counties and districts of a city, each a government of its own. */
  readonly districts?: readonly (readonly [id: string, name: string])[]
  readonly towns: readonly { readonly id: string; readonly name: string; readonly parent?: string }[]
  readonly owners: readonly (readonly [id: string, name: string])[]
}

/** The government, then bureaus, districts, towns and companies under it. */
function unitsOf({ government, bureaus, districts = [], towns, owners }: Place): UnitFact[] {
  const parent = government.id
  return [
    { ...government, kind: 'office' },
    ...bureaus.map(([id, name]): UnitFact => ({ id, name, kind: 'bureau', parent })),
    ...districts.map(([id, name]): UnitFact => ({ id, name, kind: 'office', parent })),
    ...towns.map(
      (town): UnitFact => ({ id: town.id, name: town.name, kind: 'town', parent: town.parent ?? parent }),
    ),
    ...owners.map(([id, name]): UnitFact => ({ id, name, kind: 'enterprise', parent })),
  ]
}

/** The place, its projects and what its statistics post reported, as facts. */
export const demoFacts = (
  place: Place,
  drafts: readonly Draft[],
  reported: readonly ReportedFact[],
): Facts => ({
  jurisdiction: place.jurisdiction,
  units: unitsOf(place),
  projects: drafts.map(one => one.project),
  memberships: drafts.flatMap(one => one.memberships),
  returns: drafts.flatMap(one => one.returns),
  reported,
  settings: {},
})

/** Figures of one indicator as the statistics post reported them, period by period. */
export const reports = (
  indicator: string,
  periods: Readonly<Record<Period, ReportedFact['values']>>,
): ReportedFact[] =>
  Object.entries(periods).map(([period, values]) => ({ indicator, unit: 'statistics', period, values }))

/** The id of the nth project, `xx-001`. */
export const numbered = (prefix: string, index: number) => `${prefix}-${String(index + 1).padStart(3, '0')}`
