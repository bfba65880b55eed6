import { type Day, groupBy, type Rate } from '@guatu/kernel'
import type { Procedure } from '@guatu/scheme'
import { type Given, membersOf, type StepRun } from '../record/index.ts'
import { dayOf } from '../target/index.ts'
import { type GoalAnswer, type GoalState, judgeGoal, stateOfGoals } from '../term/index.ts'
import { isDoneState, runThatCounts, type StepAnswer, stepAnswer } from './step.ts'

export interface ProcedureAnswer {
  readonly item: string
  readonly projects: readonly ProjectSteps[]
  /** Projects with all main steps done, of those under the procedure; null where there are none. */
  readonly share: Rate | null
  readonly goals: readonly GoalAnswer[]
  readonly state: GoalState | 'nobody'
}

export interface ProjectSteps {
  readonly project: string
  readonly steps: readonly StepAnswer[]
  /** Main steps done, of so many. */
  readonly done: number
  readonly of: number
  /** Steps that are in somebody's hands or can be asked for, in the plan's order. */
  readonly next: readonly string[]
  readonly late: readonly string[]
}

/** How the formalities of each project stand, and whether enough projects have theirs. */
export function procedureAnswer(procedure: Procedure, given: Given): ProcedureAnswer {
  const { scheme, settings, asOf, records } = given
  const runs = groupBy(records.steps, one => one.project)
  const members = membersOf(given, procedure.lists, procedure.where).map(one => one.state.project.id)
  const projects = members.map(project => stepsOf(procedure, project, runs.get(project) ?? [], given))
  const shareOn = (day: Day): Rate | null => {
    const ready = members.filter(project => isReady(procedure, runs.get(project) ?? [], day)).length
    return members.length === 0 ? null : { n: ready, d: members.length }
  }
  const goals = procedure.goals.map(goal =>
    judgeGoal(goal.due, dayOf(goal.due, scheme, settings, asOf), goal.share, asOf, shareOn),
  )
  const share = shareOn(asOf)
  return { item: procedure.id, projects, share, goals, state: stateOf(share, goals) }
}

/** Without goals: whether all have theirs. */
function stateOf(share: Rate | null, goals: readonly GoalAnswer[]): ProcedureAnswer['state'] {
  if (!share) return 'nobody'
  if (goals.length > 0) return stateOfGoals(goals)
  return share.n === share.d ? 'met' : 'open'
}

function stepsOf(
  procedure: Procedure,
  project: string,
  runs: readonly StepRun[],
  given: Given,
): ProjectSteps {
  const isDone = (step: string) => doneBy(runs, step, given.asOf)
  const steps = procedure.steps.map(step =>
    stepAnswer(
      step,
      runs.filter(run => run.step === step.id),
      isDone,
      procedure.tolerates.includes(step.id),
      given,
    ),
  )
  const main = mainSteps(procedure)
  return {
    project,
    steps,
    done: main.filter(isDone).length,
    of: main.length,
    next: steps.filter(one => !isDoneState(one.state) && one.state !== 'blocked').map(one => one.step),
    late: steps.filter(one => one.state === 'late').map(one => one.step),
  }
}

/** All steps where the plan marks none as main. */
function mainSteps({ steps }: Procedure): string[] {
  const main = steps.filter(step => step.main)
  return (main.length > 0 ? main : steps).map(step => step.id)
}

const isReady = (procedure: Procedure, runs: readonly StepRun[], day: Day) =>
  mainSteps(procedure).every(step => doneBy(runs, step, day))

function doneBy(runs: readonly StepRun[], step: string, day: Day): boolean {
  const done = runThatCounts(
    runs.filter(run => run.step === step),
    day,
  )?.done
  return done !== undefined && done <= day
}
