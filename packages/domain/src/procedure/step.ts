import { compareText, type Day } from '@guatu/kernel'
import type { Procedure } from '@guatu/scheme'
import type { Given, StepRun } from '../record/index.ts'
import { judgeRun, type RunAnswer, type RunState } from '../term/index.ts'

export type Step = Procedure['steps'][number]

export type StepState =
  | RunState
  /** What it needs is not done. */
  | 'blocked'
  /** Can be asked for. */
  | 'open'

export interface StepAnswer extends Pick<RunAnswer, 'due' | 'used' | 'provisional'> {
  readonly step: string
  readonly state: StepState
  /** Who decides. */
  readonly authority: string | null
  /** Steps that it needs and that are not done: they block it, or are owed where the plan tolerates it (容缺). */
  readonly missing: readonly string[]
  /** The day on which it was done, once it was. */
  readonly done: Day | null
}

/** One step of a project by its own runs; `isDone` says whether another step of the project is done. */
export function stepAnswer(
  step: Step,
  runs: readonly StepRun[],
  isDone: (step: string) => boolean,
  tolerated: boolean,
  { asOf, calendar }: Given,
): StepAnswer {
  const run = runThatCounts(runs, asOf)
  const missing = step.needs.filter(need => !isDone(need))
  const authority = step.authority ?? null
  const base = { step: step.id, authority, missing }
  if (!run) {
    const state = missing.length === 0 || tolerated ? 'open' : 'blocked'
    return { ...base, state, due: null, used: null, provisional: false, done: null }
  }
  const done = run.done !== undefined && run.done <= asOf ? run.done : null
  const judged = judgeRun(run, step.limit ?? { days: 0 }, asOf, calendar)
  if (step.limit) return { ...base, ...judged, done }
  const standing = (run.pauses ?? []).some(one => one.from <= asOf && (one.to === undefined || one.to > asOf))
  const state = done !== null ? 'done' : standing ? 'paused' : 'running'
  return { ...base, state, due: null, used: null, provisional: false, done }
}

export const isDoneState = (state: StepState) => state === 'done' || state === 'done-late'

/**
 * Of several runs of one step (refused and asked for again) the one that was done first, else the one asked for last;
 * whatever order they come in.
 */
export function runThatCounts(runs: readonly StepRun[], asOf: Day): StepRun | undefined {
  const begun = runs.filter(one => one.from <= asOf)
  const text = (one: StepRun) => JSON.stringify([one.from, one.pauses ?? []])
  const done = begun
    .filter(one => one.done !== undefined && one.done <= asOf)
    .sort((a, b) => compareText(a.done ?? '', b.done ?? '') || compareText(text(a), text(b)))
  return done[0] ?? begun.sort((a, b) => compareText(text(b), text(a)))[0]
}
