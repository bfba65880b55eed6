import type { Day, WorkingCalendar } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { cyclesDue, type DueCycle } from '../cadence/index.ts'
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
  return {
    program,
    jurisdiction,
    units,
    unitNames: new Map(units.map(unit => [unit.id, unit.name])),
    calendar,
    severity: new Map(scheme.colours.map(colour => [colour.id, colour.severity])),
    cycles: cyclesDue(scheme, asOf, calendar),
    firsts: new Set(
      program.slots.flatMap(one => (typeof one === 'object' && 'first' in one ? [one.first] : [])),
    ),
  }
}
