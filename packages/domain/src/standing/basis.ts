import type { Day, WorkingCalendar } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { cyclesDue, type DueCycle, dueTogether } from '../cadence/index.ts'
import { compile, type Program } from '../evaluate/index.ts'
import type { FieldId, UnitFact } from '../facts/index.ts'
import type { SettingValues } from '../light/index.ts'

/** What all projects of a standing are judged by. A change of any of it makes a new standing. */
export interface Basis {
  readonly program: Program
  readonly jurisdiction: string
  readonly units: readonly UnitFact[]
  readonly unitNames: ReadonlyMap<string, string>
  readonly calendar: WorkingCalendar
  readonly severity: ReadonlyMap<string, number>
  /** The last cycle of each cadence that asks for returns, past its due day. */
  readonly cycles: readonly DueCycle[]
  /** Those that one return answers: a bit for each, and the place of the one due first. */
  readonly dueReturns: readonly { readonly first: number; readonly bits: number }[]
  /** Fields whose first figure the plan compares with. */
  readonly firsts: ReadonlySet<FieldId>
}

export interface BasisInput {
  readonly scheme: Scheme
  readonly asOf: Day
  readonly jurisdiction: string
  readonly units: readonly UnitFact[]
  readonly settings: SettingValues
  readonly calendar: WorkingCalendar
}

export function basisOf({ scheme, asOf, jurisdiction, units, settings, calendar }: BasisInput): Basis {
  const program = compile(scheme, settings, asOf)
  const cycles = cyclesDue(scheme, asOf, calendar)
  return {
    program,
    jurisdiction,
    units,
    unitNames: new Map(units.map(unit => [unit.id, unit.name])),
    calendar,
    severity: new Map(scheme.colours.map(colour => [colour.id, colour.severity])),
    cycles,
    dueReturns: dueTogether(cycles).map(group => {
      const places = group.map(cycle => cycles.indexOf(cycle))
      return { first: places[0] ?? 0, bits: places.reduce((bits, place) => bits | (1 << place), 0) }
    }),
    firsts: new Set(
      program.slots.flatMap(one => (typeof one === 'object' && 'first' in one ? [one.first] : [])),
    ),
  }
}
