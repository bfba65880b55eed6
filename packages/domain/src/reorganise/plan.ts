import { fault, ok, type Result } from '@guatu/kernel'
import type { Writes } from '../import/index.ts'
import { type Effects, effectsOf } from './effects.ts'
import { mergeProjects, renameProject, splitProject } from './projects.ts'
import type { Reorganisation } from './request.ts'
import type { Note, ReorganiseState, Step } from './state.ts'
import { mergeUnits, moveUnit, renameUnit, splitUnit } from './units.ts'

export interface PlannedReorganisation {
  readonly writes: Writes
  readonly effects: Effects
  readonly notes: readonly Note[]
}

/**
 * What a change of units or projects writes from its day on, and what that changes; nothing that holds before the day
 * is touched. Faults: reorganise.* and return.period-not-ended.
 */
export function planReorganisation(
  state: ReorganiseState,
  asked: Reorganisation,
): Result<PlannedReorganisation> {
  const { day } = asked
  if (day > state.today) return fault('reorganise.day-ahead', { day, today: state.today })
  const planned = stepOf(state, asked)
  if (!planned.ok) return planned
  const { notes, ...writes } = planned.value
  for (const { word, subject } of writes.facts) {
    const latest = state.latest(word, subject)
    if (latest !== undefined && latest > day) {
      return fault('reorganise.written-later', { name: nameOf(state, subject), day: latest })
    }
  }
  const effects = effectsOf(state, writes)
  const uneven = planDifference(effects)
  return uneven ? fault('reorganise.plans-differ', uneven) : ok({ writes, effects, notes })
}

function stepOf(state: ReorganiseState, asked: Reorganisation): Result<Step> {
  switch (asked.kind) {
    case 'rename-unit':
      return renameUnit(state, asked)
    case 'move-unit':
      return moveUnit(state, asked)
    case 'merge-units':
      return mergeUnits(state, asked)
    case 'split-unit':
      return splitUnit(state, asked)
    case 'rename-project':
      return renameProject(state, asked)
    case 'merge-projects':
      return mergeProjects(state, asked)
    case 'split-project':
      return splitProject(state, asked)
  }
}

/** No reorganisation makes or loses plan, on a list or over all of them, where a project on several counts once. */
function planDifference({ sums, lists }: Effects): { before: number; after: number } | undefined {
  const pairs = [sums, ...lists].map(({ before, after }) => ({
    before: before.annualPlan,
    after: after.annualPlan,
  }))
  return pairs.find(({ before, after }) => before !== after)
}

const nameOf = ({ facts }: ReorganiseState, subject: string) =>
  [...facts.units, ...facts.projects].find(one => one.id === subject.split('/')[0])?.name ?? subject
