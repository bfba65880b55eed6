import { dayNumber, inSeason } from '@guatu/kernel'
import { mapProject } from '../evaluate/map.ts'
import type { Program } from '../evaluate/program.ts'
import type { LightValue, NoLight } from '../evaluate/result.ts'
import { type LightRule, NONE } from '../light/index.ts'
import { bandOf, NO_LIGHTS, OUT_OF_SEASON, quantitiesOf, WITHDRAWN } from '../light/measure.ts'
import type { Columns } from './columns.ts'
import { type LookedRows, lookedRows } from './looked.ts'
import { ColumnState } from './state.ts'
import { vectorOf } from './vector.ts'

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

/** No light: the rule does not look at the project, or its list is not of the year. */
const NOT_JUDGED = 0

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
  if (plans.attributes.has('stage')) return codesByProject(program, columns, codes)
  const rows = lookedRows(program, columns)
  for (const [light, rule] of program.lights.entries()) {
    if (!judgeRows(program, columns, rule, rows, codes, light)) return codesByProject(program, columns, codes)
  }
  return codes
}

/** Runs one rule over the rows it looks at; false where its quantities do not stand in columns. */
function judgeRows(
  program: Program,
  columns: Columns,
  rule: LightRule,
  rows: LookedRows,
  codes: Uint8Array,
  light: number,
): boolean {
  const vectors = quantitiesOf(rule.light.measure).map(quantity =>
    vectorOf(program, columns, quantity, rule.days),
  )
  if (vectors.includes(undefined)) return false
  const [as = NOBODY, bs = NOBODY, cs = NOBODY] = vectors
  const today = dayNumber(program.asOf)
  const out = rule.season !== undefined && !inSeason(rule.season, program.asOf)
  const colours = rule.bands.map(({ colour }) => colourCode(program, colour))
  const looks = rows.looks(rule)
  const count = program.lights.length
  for (let row = 0; row < rows.length; row++) {
    if (!looks(row)) continue
    const band = rows.withdrawn(row)
      ? WITHDRAWN
      : out
        ? OUT_OF_SEASON
        : bandOf(rule, as[row] ?? Number.NaN, bs[row] ?? Number.NaN, cs[row] ?? Number.NaN, today)
    codes[row * count + light] = band < 0 ? noneCode(program, band) : (colours[band] ?? 0)
  }
  return true
}

const NOBODY = new Float64Array(0)

/** The long way, for rules whose quantities do not stand in columns: the judgement itself, of each row. */
function codesByProject(program: Program, columns: Columns, codes: Uint8Array): Uint8Array {
  const state = new ColumnState(columns, program.shapes, program.asOf)
  const count = program.lights.length
  for (const [row, membership] of columns.plans.facts.entries()) {
    const { project, latest, first } = state.of(columns.plans.project[row] ?? -1)
    for (const light of mapProject(program, { project, latest, first, memberships: [membership] }).lights) {
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

function worstCodes(program: Program, { plans, projects }: Columns, lights: Uint8Array) {
  const count = program.lights.length
  const severities = [-1, ...program.scheme.colours.map(({ severity }) => severity)]
  const severity = (code: number) => severities[code] ?? -1
  const onList = new Uint8Array(plans.project.length)
  for (let row = 0; row < onList.length; row++) {
    let worst = NOT_JUDGED
    for (let light = 0; light < count; light++) {
      const code = lights[row * count + light] ?? NOT_JUDGED
      if (severity(code) > severity(worst)) worst = code
    }
    onList[row] = worst
  }
  const order = plans.lists.map(list => program.listOrder.get(list) ?? program.listOrder.size)
  const overall = new Uint8Array(projects.length)
  const place = new Int32Array(projects.length)
  for (let row = 0; row < onList.length; row++) {
    const p = plans.project[row] ?? -1
    const code = onList[row] ?? NOT_JUDGED
    const at = order[plans.list[row] ?? -1] ?? 0
    const more = severity(code) - severity(overall[p] ?? NOT_JUDGED)
    // Of colours of one severity that of the first list counts.
    if (more < 0 || (more === 0 && at >= (place[p] ?? 0))) continue
    overall[p] = code
    place[p] = at
  }
  return { onList: sharedOnList(plans, onList, severity), overall }
}

/** A project may stand on one list twice, by year and without: both rows show the worst of both. */
function sharedOnList(
  { project, list }: Columns['plans'],
  onList: Uint8Array,
  severity: (code: number) => number,
): Uint8Array {
  const shared = onList.slice()
  for (let row = 0; row < onList.length; row++) {
    for (let other = row + 1; project[other] === project[row]; other++) {
      if (list[other] !== list[row]) continue
      const worse = severity(shared[other] ?? 0) > severity(shared[row] ?? 0) ? shared[other] : shared[row]
      shared[row] = worse ?? NOT_JUDGED
      shared[other] = worse ?? NOT_JUDGED
    }
  }
  return shared
}
