import type { Day } from '@guatu/kernel'
import type { Curve, Scheme } from '@guatu/scheme'
import type { MembershipFact } from '../facts/index.ts'
import { compileLight, type LightRule, type SettingValues, settingValues } from '../light/index.ts'
import { type FieldShapes, fieldShapes, type ProjectState } from '../project/index.ts'
import type { QuantitySource } from '../quantity/index.ts'

/** A scheme made ready for one as-of date and one set of settings. */
export interface Program {
  readonly scheme: Scheme
  readonly asOf: Day
  readonly settings: SettingValues
  readonly lights: readonly LightRule[]
  readonly curves: ReadonlyMap<string, Curve>
  /** Order of lists in the scheme: over several lists a project counts once, under the first of them. */
  readonly listOrder: ReadonlyMap<string, number>
  readonly shapes: FieldShapes
}

/** The list's curve; a list that the scheme does not know runs evenly. */
export const curveOf = (program: Program, list: string): Curve =>
  program.curves.get(list) ?? { kind: 'linear' }

/** Where the quantities of one project on one list are looked up under the program. */
export const sourceOf = (
  program: Program,
  state: ProjectState,
  membership: MembershipFact,
): QuantitySource => ({
  state,
  membership,
  curve: curveOf(program, membership.list),
  shapes: program.shapes,
  asOf: program.asOf,
})

export function compile(scheme: Scheme, given: SettingValues, asOf: Day): Program {
  const settings = settingValues(scheme, given)
  return {
    scheme,
    asOf,
    settings,
    lights: scheme.lights.map(light => compileLight(light, scheme, settings)),
    curves: new Map(scheme.lists.map(list => [list.id, list.curve])),
    listOrder: new Map(scheme.lists.map((list, index) => [list.id, index])),
    shapes: fieldShapes(scheme.fields),
  }
}
