import { canonicalJson, own } from '@guatu/kernel'
import type { Scheme, Target } from '@guatu/scheme'
import type { Columns } from '../columns/index.ts'
import { ColumnState } from '../columns/state.ts'
import { endSums } from '../columns/sums.ts'
import { compile, contribute, type Program, type TargetState, targetValues } from '../evaluate/index.ts'
import { type Counters, Sum } from '../evaluate/share.ts'
import { currentMemberships } from '../library/index.ts'

/** A target whose state differs; null where a plan has none of that name in force. */
export interface TargetTurn {
  readonly target: string
  readonly before: TargetState | null
  readonly after: TargetState | null
}

export function targetTurns(columns: Columns, before: Program, after: Program): TargetTurn[] {
  const alike = countsAlike(before, after)
  if (alike && asksAlike(before, after)) return []
  const sums = totalOf(before, columns)
  const was = statesOf(before, columns, sums)
  const is = statesOf(after, columns, alike ? sums : totalOf(after, columns))
  const ids = new Set([...Object.keys(was), ...Object.keys(is)])
  return [...ids].flatMap(target => {
    const turn = { target, before: own(was, target) ?? null, after: own(is, target) ?? null }
    return turn.before === turn.after ? [] : [turn]
  })
}

const statesOf = (program: Program, { reported }: Columns, total: Counters): Record<string, TargetState> =>
  Object.fromEntries(targetValues(program, total, reported).map(({ id, state }) => [id, state]))

/** Whether both sum the same figures of the same projects. */
const countsAlike = (a: Program, b: Program) => a.scheme === b.scheme || countedBy(a) === countedBy(b)
const countedBy = ({ scheme }: Program) =>
  plainJson([countedFor(scheme), scheme.lists.map(({ id, curve }) => [id, curve]), scheme.fields])

/** Whether both ask the same of those sums: the same targets, and no other value of a setting than lights read. */
function asksAlike(a: Program, b: Program): boolean {
  if (a.scheme !== b.scheme && askedBy(a) !== askedBy(b)) return false
  const names = new Set([...Object.keys(a.settings), ...Object.keys(b.settings)])
  const ofLights = new Set(a.scheme === b.scheme ? settingsOfLights(a.scheme) : [])
  return [...names].every(id => a.settings[id] === b.settings[id] || ofLights.has(id))
}
const askedBy = ({ scheme: { targets, inForce, indicators } }: Program) =>
  plainJson([targets, inForce, indicators])

/** Settings that only lights read. */
function settingsOfLights({ lights, targets }: Scheme): string[] {
  const named = JSON.stringify(targets)
  const season = targets.some(target => target.due === 'construction-season-end')
  const cuts = lights.flatMap(({ bands, during }) =>
    [during, ...bands.flatMap(({ below, upTo, colour }) => [below, upTo, colour])].flatMap(part =>
      typeof part === 'object' ? [part.setting] : [],
    ),
  )
  return cuts.filter(id => !named.includes(`"${id}"`) && !(season && id === 'construction-season'))
}

const plainJson = (value: unknown) => canonicalJson(JSON.parse(JSON.stringify(value)))

/** The sums that targets stand on; none where all that is asked was reported as such. */
function totalOf({ scheme, settings, asOf }: Program, columns: Columns): Counters {
  const indicators = countedFor(scheme)
  const program = compile({ ...scheme, indicators, lights: [] }, settings, asOf)
  if (indicators.length === 0) return new Sum(program).total()
  return endSums(program, columns) ?? sumByProject(program, columns)
}

/** The long way, for sums of what columns do not have; the same ends. */
function sumByProject(program: Program, columns: Columns): Counters {
  const { asOf } = program
  const sum = new Sum(program)
  const state = new ColumnState(columns, program.shapes, asOf)
  for (let p = 0; p < columns.projects.length; p++) {
    const one = state.of(p)
    sum.add(contribute(program, one, currentMemberships(one, program.listOrder, asOf), []))
  }
  return sum.total()
}

/** The indicators over projects that some target asks about. */
function countedFor({ indicators, targets, settings }: Scheme) {
  const asked = new Set(targets.flatMap(target => indicatorsOf(target, settings)))
  return indicators.filter(({ id, origin }) => origin === 'from-projects' && asked.has(id))
}

function indicatorsOf({ indicator }: Target, settings: Scheme['settings']): readonly string[] {
  if (typeof indicator === 'string') return [indicator]
  const setting = settings[indicator.setting]
  return setting?.type === 'choice' ? setting.choices : []
}
