import type { Day } from '@guatu/kernel'
import type { Curve, Scheme } from '@guatu/scheme'
import { compileLight, type LightRule, type SettingValues, settingValues } from '../light/index.ts'
import { type FieldShapes, fieldShapes } from '../project/index.ts'

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
