import type { Day, Period } from '@guatu/kernel'
import type { Columns } from '../columns/index.ts'
import { ColumnState } from '../columns/state.ts'
import { type LightValue, mapProject } from '../evaluate/index.ts'
import type { Judging } from './judging.ts'
import { firstRows } from './rows.ts'
import { type Axes, axesOf, type Side, sideOf } from './side.ts'
import { type TargetTurn, targetTurns } from './targets.ts'
import { type ActionTurn, actionTurns, type LightTurn, lightTurns, type Way, wayOf } from './turns.ts'
import { type UnitTurn, unitTurns } from './units.ts'

/** One period's end judged under two plans over the same facts. */
export interface ReplayMoment {
  readonly period: Period
  readonly asOf: Day
  readonly columns: Columns
  readonly before: Judging
  readonly after: Judging
}

export interface ReplayedMoment {
  readonly moment: ReplayMoment
  /** Projects that either plan has on a list of the year. */
  readonly projects: number
  /** Of them those of which some light, the overall colour or an action differs. */
  readonly changed: number
  /** Of them those whose overall colour differs, and which way. */
  readonly recoloured: number
  readonly ways: Readonly<Record<Way, number>>
  /** Overall colour before → after of every project, in the order of the colours. */
  readonly matrix: readonly ColourTurn[]
  readonly raised: number
  readonly dropped: number
  readonly targets: readonly TargetTurn[]
  /** Counted when asked for. */
  units(): readonly UnitTurn[]
  lights(): Iterable<LightTurn>
  actions(): Iterable<ActionTurn>
  /** What either plan says of that light, with inputs and cuts. */
  told(turn: LightTurn): Told
}

/** Colour ids of each plan, `none` for ○; null: on no list of that plan. */
export interface ColourTurn {
  readonly from: string | null
  readonly to: string | null
  readonly projects: number
}

export interface Told {
  readonly before: LightValue | null
  readonly after: LightValue | null
}

export function replayMoment(moment: ReplayMoment): ReplayedMoment {
  const { columns, asOf } = moment
  const axes = axesOf([moment.before, moment.after], firstRows(columns))
  const before = sideOf(moment.before, columns, asOf, axes)
  const after = sideOf(moment.after, columns, asOf, axes)
  const { project } = columns.plans
  return {
    moment,
    ...counted(columns, axes, before, after),
    targets: targetTurns(columns, before.program, after.program),
    units: () => unitTurns(columns, before, after),
    lights: () => lightTurns(project, axes, before, after),
    actions: () => actionTurns(project, axes, before, after),
    told: turn => ({
      before: toldBy(before, columns, turn),
      after: toldBy(after, columns, turn),
    }),
  }
}

type Counted = Pick<
  ReplayedMoment,
  'projects' | 'changed' | 'recoloured' | 'ways' | 'matrix' | 'raised' | 'dropped'
>

function counted(columns: Columns, axes: Axes, before: Side, after: Side): Counted {
  const { changed, raised, dropped } = changedProjects(columns, axes, before, after)
  const ways: Record<Way, number> = { worse: 0, better: 0, same: 0, other: 0 }
  const matrix = new Map<string, { from: string | null; to: string | null; projects: number }>()
  let [projects, recoloured] = [0, 0]
  for (let p = 0; p < changed.length; p++) {
    const [was, is] = [overallAt(before, p), overallAt(after, p)]
    if (was === null && is === null) continue
    projects += 1
    const key = `${was} ${is}`
    const cell = matrix.get(key) ?? { from: was, to: is, projects: 0 }
    cell.projects += 1
    matrix.set(key, cell)
    ways[was === is ? 'same' : wayOf(before, before.overall[p] ?? 0, after, after.overall[p] ?? 0)] += 1
    if (was === is) continue
    recoloured += 1
    changed[p] = 1
  }
  return {
    projects,
    changed: changed.reduce((sum, one) => sum + one, 0),
    recoloured,
    ways,
    matrix: inOrder([...matrix.values()], before, after),
    raised,
    dropped,
  }
}

/** Of each project, 1 where one of its lights or actions differs. */
function changedProjects({ plans, projects }: Columns, axes: Axes, before: Side, after: Side) {
  const changed = new Uint8Array(projects.length)
  const count = axes.dimensions.length
  const same = before.meanings.map(({ colour }, was) =>
    after.meanings.map((other, is) => (was === 0) === (is === 0) && colour === other.colour),
  )
  for (let row = 0; row < plans.project.length; row++) {
    for (let at = row * count; at < (row + 1) * count; at++) {
      if (!same[before.lights[at] ?? 0]?.[after.lights[at] ?? 0]) changed[plans.project[row] ?? -1] = 1
    }
  }
  let [raised, dropped] = [0, 0]
  for (const { p, turn } of actionTurns(plans.project, axes, before, after)) {
    changed[p] = 1
    if (turn === 'raised') raised += 1
    else dropped += 1
  }
  return { changed, raised, dropped }
}

const overallAt = (side: Side, p: number): string | null =>
  side.listed[p] ? (side.meanings[side.overall[p] ?? 0]?.colour ?? null) : null

/** Worst colour first on both sides. */
function inOrder(cells: readonly ColourTurn[], before: Side, after: Side): ColourTurn[] {
  const place = ({ meanings }: Side, colour: string | null) =>
    colour === null ? -2 : (meanings.find(one => one.colour === colour)?.severity ?? -1)
  return [...cells].sort(
    (a, b) => place(before, b.from) - place(before, a.from) || place(after, b.to) - place(after, a.to),
  )
}

function toldBy({ program }: Side, columns: Columns, { p, row, dimension }: LightTurn): LightValue | null {
  const list = columns.plans.lists[columns.plans.list[row] ?? -1]
  const state = new ColumnState(columns, program.shapes, program.asOf).of(p)
  let worst: LightValue | null = null
  for (const light of mapProject(program, state).lights) {
    if (light.list !== list || light.dimension !== dimension) continue
    if (!worst || severityOf(light) > severityOf(worst)) worst = light
  }
  return worst
}

const severityOf = ({ colour, severity }: LightValue) => (colour === 'none' ? -1 : severity)
