import { compareText } from '@guatu/kernel'
import {
  type LightValue,
  mapProject,
  merge,
  type Program,
  type TargetState,
  targetValues,
} from '../evaluate/index.ts'
import type { ReportedFact } from '../facts/index.ts'
import type { ProjectState } from '../project/index.ts'

/** A light that another plan gives another colour; null where a plan does not judge there. */
export interface MovedLight {
  readonly project: string
  readonly name: string
  readonly unit: string
  readonly list: string
  readonly rule: string
  readonly before: string | null
  readonly after: string | null
}
export type ColourCounts = Record<string, number>

/** What another plan makes of the same facts. */
export interface SchemeEffects {
  /** Projects of which any light changes. */
  readonly projects: number
  /** Worst first. */
  readonly moved: readonly MovedLight[]
  /** Rule → lights by colour. */
  readonly before: ReadonlyMap<string, ColourCounts>
  readonly after: ReadonlyMap<string, ColourCounts>
  /** Responsible unit → projects of which any light changes, most first. */
  readonly units: readonly { readonly unit: string; readonly projects: number }[]
  readonly targets: readonly {
    readonly id: string
    readonly before: TargetState | null
    readonly after: TargetState | null
  }[]
  readonly actions: { readonly before: number; readonly after: number }
}

/** Judges the same projects by both plans, compiled for one day. The facts must hold what either asks. */
export function schemeEffects(
  before: Program,
  after: Program,
  states: Iterable<ProjectState>,
  reported: readonly ReportedFact[],
): SchemeEffects {
  const [was, is] = [side(), side()]
  const moved: (MovedLight & { readonly severity: number })[] = []
  const units = new Map<string, number>()
  let projects = 0
  for (const state of states) {
    const [a, b] = [mapProject(before, state), mapProject(after, state)]
    count(was, a)
    count(is, b)
    const changed = movedLights(state, a.lights, b.lights)
    if (changed.length === 0) continue
    projects += 1
    moved.push(...changed)
    const { unit } = changed[0] ?? { unit: '' }
    units.set(unit, (units.get(unit) ?? 0) + 1)
  }
  moved.sort((a, b) => b.severity - a.severity || compareText(a.project, b.project))
  return {
    projects,
    moved: moved.map(({ severity: _, ...one }) => one),
    before: was.lights,
    after: is.lights,
    units: [...units]
      .map(([unit, count]) => ({ unit, projects: count }))
      .sort((a, b) => b.projects - a.projects || compareText(a.unit, b.unit)),
    targets: movedTargets(stateOfTargets(before, was, reported), stateOfTargets(after, is, reported)),
    actions: { before: was.actions, after: is.actions },
  }
}

interface Side {
  readonly total: Map<string, number>
  readonly lights: Map<string, ColourCounts>
  actions: number
}
const side = (): Side => ({ total: new Map(), lights: new Map(), actions: 0 })

function count(into: Side, part: ReturnType<typeof mapProject>): void {
  merge(into.total, part.counters, 1)
  into.actions += part.actions.length
  for (const { rule, colour } of part.lights) {
    const counts = into.lights.get(rule) ?? {}
    counts[colour] = (counts[colour] ?? 0) + 1
    into.lights.set(rule, counts)
  }
}

function movedLights({ project }: ProjectState, a: readonly LightValue[], b: readonly LightValue[]) {
  const key = ({ list, rule }: LightValue) => `${list} ${rule}`
  const [was, is] = [new Map(a.map(one => [key(one), one])), new Map(b.map(one => [key(one), one]))]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(at => {
    const [old, now] = [was.get(at), is.get(at)]
    const one = now ?? old
    if (!one || old?.colour === now?.colour) return []
    const { list, rule } = one
    return {
      project: project.id,
      name: project.name,
      unit: project.leadUnit ?? project.ownerUnit ?? '',
      list,
      rule,
      before: old?.colour ?? null,
      after: now?.colour ?? null,
      severity: now?.severity ?? 0,
    }
  })
}

const stateOfTargets = (program: Program, { total }: Side, reported: readonly ReportedFact[]) =>
  new Map(targetValues(program, total, reported).map(one => [one.id, one.state]))

function movedTargets(was: ReadonlyMap<string, TargetState>, is: ReadonlyMap<string, TargetState>) {
  return [...new Set([...was.keys(), ...is.keys()])]
    .map(id => ({ id, before: was.get(id) ?? null, after: is.get(id) ?? null }))
    .filter(one => one.before !== one.after)
}
