import { dayNumber, inSeason } from '@guatu/kernel'
import { quantitiesOf } from '@guatu/scheme'
import { lightsOnList } from '../evaluate/map.ts'
import type { Program } from '../evaluate/program.ts'
import type { LightValue, NoLight } from '../evaluate/result.ts'
import { NONE } from '../light/index.ts'
import { bandOf, NO_LIGHTS, OUT_OF_SEASON, WITHDRAWN } from '../light/measure.ts'
import type { Columns } from './columns.ts'
import { type LookedRows, lookedRows } from './looked.ts'
import { ColumnState } from './state.ts'
import { vectorOf } from './vector.ts'
import { worstCodes } from './worst.ts'

/** Every light of a plan as a small integer: colours without their reasons. */
export interface Codes {
  /** What a code says, by code. */
  readonly meanings: readonly Meaning[]
  /** Of row `r` of the plans and light `l` of the scheme, at `r * lights + l`. */
  readonly lights: Uint8Array
  /** Of each row, the worst on its list. */
  readonly onList: Uint8Array
  /** Of each project, the worst on all lists. */
  readonly overall: Uint8Array
}

export interface Meaning {
  readonly colour: string
  readonly none?: NoLight
}

/** All lights of all projects; the colours are those of `evaluate`. */
export function codesOf(program: Program, columns: Columns): Codes {
  const { colours } = program.scheme
  const meanings: Meaning[] = [
    { colour: NONE },
    ...colours.map(({ id }) => ({ colour: id })),
    ...NO_LIGHTS.map(none => ({ colour: NONE, none })),
  ]
  const lights = lightCodes(program, columns)
  return { meanings, lights, ...worstCodes(program, columns, lights) }
}

const colourCode = ({ scheme }: Program, colour: string) =>
  1 + scheme.colours.findIndex(({ id }) => id === colour)
/** As `bandOf` gives it, negative. */
const noneCode = ({ scheme }: Program, none: number) => scheme.colours.length - none

function lightCodes(program: Program, columns: Columns): Uint8Array {
  const { plans } = columns
  const codes = new Uint8Array(plans.project.length * program.lights.length)
  const all = program.lights.map((_, light) => light)
  if (plans.attributes.has('stage')) return codesByProject(program, columns, codes, all)
  const rows = lookedRows(program, columns)
  const left = all.filter(light => !judgeRows(program, columns, rows, codes, light))
  return left.length > 0 ? codesByProject(program, columns, codes, left) : codes
}

/** Runs one rule over the rows it looks at; false where it is none that columns can judge. */
function judgeRows(
  program: Program,
  columns: Columns,
  rows: LookedRows,
  codes: Uint8Array,
  light: number,
): boolean {
  const rule = program.lights[light]
  if (!rule || rule.light.of !== undefined) return true
  const { band } = rule
  if (!band || band.fractions || rule.light.streak.length > 0 || rule.light.exempt) return false
  const vectors = quantitiesOf(band.measure).map(quantity => vectorOf(program, columns, quantity, band.days))
  if (vectors.includes(undefined)) return false
  const [as = NOBODY, bs = NOBODY, cs = NOBODY] = vectors
  const today = dayNumber(program.asOf)
  const out = rule.season !== undefined && !inSeason(rule.season, program.asOf)
  const colours = rule.bands.map(({ colour }) => colourCode(program, colour))
  const looks = rows.looks(rule)
  const count = program.lights.length
  for (let row = 0; row < rows.length; row++) {
    if (!looks(row)) continue
    const found = rows.withdrawn(row)
      ? WITHDRAWN
      : out
        ? OUT_OF_SEASON
        : bandOf(band, as[row] ?? Number.NaN, bs[row] ?? Number.NaN, cs[row] ?? Number.NaN, today)
    codes[row * count + light] = found < 0 ? noneCode(program, found) : (colours[found] ?? 0)
  }
  return true
}

const NOBODY = new Float64Array(0)

/** The long way, for rules that columns cannot judge: the judgement itself, of each row. */
function codesByProject(
  program: Program,
  columns: Columns,
  codes: Uint8Array,
  lights: readonly number[],
): Uint8Array {
  const some = {
    ...program,
    lights: lights.flatMap(light => program.lights[light] ?? []),
    lightSlots: lights.flatMap(light => [program.lightSlots[light] ?? []]),
    earlier: new Map(),
  }
  const state = new ColumnState(columns, program.shapes, program.asOf)
  const count = program.lights.length
  for (const [row, membership] of columns.plans.facts.entries()) {
    state.of(columns.plans.project[row] ?? -1)
    for (const light of lightsOnList(some, state, membership)) {
      const at = program.lights.findIndex(rule => rule.light.id === light.rule)
      codes[row * count + at] = codeOf(program, light)
    }
  }
  return codes
}

function codeOf(program: Program, { colour, reason }: LightValue): number {
  if (reason.none === undefined) return colourCode(program, colour)
  return noneCode(program, -1 - NO_LIGHTS.indexOf(reason.none))
}
