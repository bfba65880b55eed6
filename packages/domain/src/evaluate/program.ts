import type { Day } from '@guatu/kernel'
import type { Aggregate, Curve, Filter, ListItem, Quantity, Scheme } from '@guatu/scheme'
import type { Nature } from '../facts/index.ts'
import { compileLight, type LightRule, NONE, type SettingValues, settingValues } from '../light/index.ts'
import { type FieldShapes, fieldShapes } from '../project/index.ts'
import { quantityName } from '../quantity/index.ts'
import type { Group } from './group.ts'
import { type LookBack, lookBackOf } from './look-back.ts'
import type { Input, ScopeKey, Sums } from './result.ts'

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
  /** Every quantity that a light or a sum reads, each once. */
  readonly slots: readonly Quantity[]
  /** Of each light, the slots of its inputs; `AS_OF_SLOT` is the as-of date. */
  readonly lightSlots: readonly (readonly number[])[]
  readonly asOfInput: Input
  /** Ends of the indicators that are summed from projects. */
  readonly ends: readonly End[]
  readonly planSlot: number
  /** Names of the counters: the standard sums, the ends, then a count of projects for each colour. */
  readonly counters: readonly string[]
  readonly colours: readonly string[]
  /** Made as projects need them: see `groupOf`. */
  readonly groups: Map<string, Group>
  /** Keys of the counters in each scope that some group counts in: groups share them. */
  readonly scopeKeys: Map<ScopeKey, readonly string[]>
  /** Earlier days on which some rule looks back: at what a project was, and at what all of them came to. */
  readonly lookBack: LookBack
  /** The same scheme on earlier days, made as rules need them: see `programAt`. */
  readonly earlier: Map<Day, Program>
}

/** One end of an indicator. */
export interface End {
  readonly name: string
  readonly where: Filter
  /** The quantity that is summed; absent: projects are counted. */
  readonly slot?: number
}

export const AS_OF_SLOT = -1
export const STANDARD = [
  'projects',
  'started',
  'annualPlan',
  'planToDate',
  'invested',
  'reported',
] as const satisfies readonly (keyof Sums)[]

/** The curve of a list's projects of that nature; a list that the scheme does not know runs evenly. */
export const curveOf = (program: Pick<Program, 'curves'>, list: string, nature?: Nature): Curve =>
  (nature && program.curves.get(`${list}/${nature}`)) ?? program.curves.get(list) ?? EVENLY
const EVENLY: Curve = { kind: 'linear' }

export function compile(scheme: Scheme, given: SettingValues, asOf: Day): Program {
  const settings = settingValues(scheme, given)
  const lights = scheme.lights.map(light => compileLight(light, scheme, settings))
  const slots = new Map<string, Quantity>()
  const slotOf = (quantity: Quantity) => {
    const name = quantityName(quantity)
    if (!slots.has(name)) slots.set(name, quantity)
    return [...slots.keys()].indexOf(name)
  }
  const lightSlots = lights.map(light =>
    light.light.of ? [] : light.inputs.map(({ name, of }) => (name === 'as-of' ? AS_OF_SLOT : slotOf(of))),
  )
  const ends = scheme.indicators.flatMap(indicator => {
    if (indicator.origin === 'reported') return []
    if (indicator.shape !== 'ratio') return [endOf(`${indicator.id}.n`, indicator.of, slotOf)]
    return [
      endOf(`${indicator.id}.n`, indicator.numerator, slotOf),
      endOf(`${indicator.id}.d`, indicator.denominator, slotOf),
    ]
  })
  const planSlot = slotOf('plan-to-date')
  const colours = [...scheme.colours.map(colour => colour.id), NONE]
  return {
    scheme,
    asOf,
    settings,
    lights,
    curves: listCurves(scheme),
    listOrder: new Map(scheme.lists.map((list, index) => [list.id, index])),
    shapes: fieldShapes(scheme.fields),
    slots: [...slots.values()],
    lightSlots,
    asOfInput: { from: 'as-of', name: 'as-of', type: 'day', value: asOf },
    ends,
    planSlot,
    counters: [...STANDARD, ...ends.map(end => end.name), ...colours.map(colour => `colour:${colour}`)],
    colours,
    groups: new Map(),
    scopeKeys: new Map(),
    lookBack: lookBackOf(scheme, asOf),
    earlier: new Map(),
  }
}

/** Curves by list, and by list and nature. */
export const listCurves = ({ lists }: Scheme): Program['curves'] => new Map(lists.flatMap(curvesOf))

/** As of an earlier day; settings and the plan are those of now. */
export function programAt(program: Program, day: Day): Program {
  if (day === program.asOf) return program
  const known = program.earlier.get(day)
  if (known) return known
  const made = { ...program, asOf: day, asOfInput: { ...program.asOfInput, value: day } }
  program.earlier.set(day, made)
  return made
}

function curvesOf({ id, curve, natureCurves }: ListItem): [string, Curve][] {
  const own = Object.entries(natureCurves ?? {}).map(([nature, one]): [string, Curve] => [
    `${id}/${nature}`,
    one,
  ])
  return [[id, curve], ...own]
}

const endOf = (name: string, of: Aggregate, slotOf: (quantity: Quantity) => number): End => ({
  name,
  where: of.where,
  slot: 'count' in of ? undefined : slotOf(of.sum),
})
