import type { ProcedureAnswer } from '../../procedure/index.ts'
import type { Answer } from '../answer.ts'

/** `about` names a project, one of its steps (`p0/land`) or the day of a goal. */
export function procedureView(answer: ProcedureAnswer, about: string | undefined): Answer | undefined {
  const { share, state, projects, goals } = answer
  if (about === undefined) return { share, state }
  const goal = goals.find(one => one.by === about)
  if (goal) return { share: goal.rate, state: goal.state, due: goal.due }
  const [id, step] = about.split('/')
  const project = projects.find(one => one.project === id)
  if (step === undefined) return project && { ...project }
  const found = project?.steps.find(one => one.step === step)
  return found && { ...found }
}
