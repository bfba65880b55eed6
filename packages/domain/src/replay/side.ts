import { yearOf } from '@guatu/kernel'
import { type Columns, codesOf } from '../columns/index.ts'
import { compile, type Program } from '../evaluate/index.ts'
import type { NoLight } from '../evaluate/result.ts'
import { NONE } from '../light/index.ts'
import type { Judging } from './judging.ts'

/** What one plan says of all projects at one moment, as small integers. */
export interface Side {
  readonly program: Program
  /** What a code says, by code; 0 is "not judged". */
  readonly meanings: readonly Meaning[]
  /** Of row `r` and dimension `d` at `r * dimensions + d`: the worst of its lights. */
  readonly lights: Uint8Array
  /** Of each project, the worst on all lists. */
  readonly overall: Uint8Array
  /** Of each project, 1 where it is on a list of the plan in that year. */
  readonly listed: Uint8Array
  /** Of each row, a bit for each of the kinds of action that its lights ask for. */
  readonly actions: Int32Array
}

interface Meaning {
  readonly colour: string
  readonly none?: NoLight
  /** -1 where it says no colour. */
  readonly severity: number
}

/** What both plans are counted by. */
export interface Axes {
  readonly dimensions: readonly string[]
  readonly actions: readonly ActionKind[]
  /** See `firstRows`. */
  readonly first: Int32Array
}

/** What is asked, and of whom. */
export interface ActionKind {
  readonly action: string
  readonly on: 'responsible-unit' | 'owner-unit' | 'project-head'
}

const KINDS_MOST = 31

export function axesOf(sides: readonly Judging[], first: Int32Array): Axes {
  const lights = sides.flatMap(({ scheme }) => scheme.lights)
  const kinds = new Map<string, ActionKind>()
  for (const { leadsTo } of lights)
    for (const { action, on } of Object.values(leadsTo)) kinds.set(`${action} ${on}`, { action, on })
  if (kinds.size > KINDS_MOST) throw new Error(`more than ${KINDS_MOST} kinds of action`)
  return {
    dimensions: [...new Set(lights.map(light => light.dimension))],
    actions: [...kinds.values()],
    first,
  }
}

export function sideOf({ scheme, settings }: Judging, columns: Columns, asOf: string, axes: Axes): Side {
  const program = compile(scheme, settings, asOf)
  const codes = codesOf(program, columns)
  const severities = new Map(scheme.colours.map(colour => [colour.id, colour.severity]))
  const meanings = codes.meanings.map(({ colour, none }) => ({
    colour,
    none,
    severity: colour === NONE ? -1 : (severities.get(colour) ?? 0),
  }))
  return {
    program,
    meanings,
    lights: byDimension(program, meanings, codes.lights, axes),
    overall: codes.overall,
    listed: listedOf(program, columns),
    actions: actionsOf(program, meanings, codes.lights, axes),
  }
}

function byDimension(
  program: Program,
  meanings: readonly Meaning[],
  codes: Uint8Array,
  { dimensions, first }: Axes,
): Uint8Array {
  const count = program.lights.length
  const place = program.lights.map(({ light }) => dimensions.indexOf(light.dimension))
  const lights = new Uint8Array(first.length * dimensions.length)
  const severity = (code: number) => meanings[code]?.severity ?? -1
  for (let row = 0; row < first.length; row++) {
    const from = (first[row] ?? row) * dimensions.length
    for (let light = 0; light < count; light++) {
      const code = codes[row * count + light] ?? 0
      const at = from + (place[light] ?? 0)
      const held = lights[at] ?? 0
      if (code !== 0 && (held === 0 || severity(code) > severity(held))) lights[at] = code
    }
  }
  return lights
}

function actionsOf(
  program: Program,
  meanings: readonly Meaning[],
  codes: Uint8Array,
  { actions, first }: Axes,
): Int32Array {
  const count = program.lights.length
  const bits = program.lights.map(({ light }) =>
    Int32Array.from(meanings, ({ colour }) => {
      const asked = light.leadsTo[colour]
      const kind = asked ? actions.findIndex(one => one.action === asked.action && one.on === asked.on) : -1
      return kind < 0 ? 0 : 1 << kind
    }),
  )
  const asked = new Int32Array(first.length)
  for (let row = 0; row < first.length; row++) {
    let of = 0
    for (let light = 0; light < count; light++) of |= bits[light]?.[codes[row * count + light] ?? 0] ?? 0
    const at = first[row] ?? row
    asked[at] = (asked[at] ?? 0) | of
  }
  return asked
}

function listedOf({ listOrder, asOf }: Program, { plans, projects }: Columns): Uint8Array {
  const known = plans.lists.map(list => listOrder.has(list))
  const year = yearOf(asOf)
  const listed = new Uint8Array(projects.length)
  for (let row = 0; row < plans.project.length; row++) {
    const of = plans.year[row] ?? -1
    if ((of < 0 || of === year) && known[plans.list[row] ?? -1]) listed[plans.project[row] ?? -1] = 1
  }
  return listed
}
