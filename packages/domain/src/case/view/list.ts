import type { ListAnswer } from '../../list/index.ts'
import type { Answer } from '../answer.ts'

/** `about` names a project, or a number that the plan prints by its place: `states/3`. */
export function listView(answer: ListAnswer, about: string | undefined): Answer | undefined {
  const { projects, statements, plans } = answer
  if (about === undefined) {
    const differing = statements.flatMap((one, index) =>
      one.agrees || one.called !== null ? [] : [`states/${index + 1}`],
    )
    return { projects, differing }
  }
  if (about.startsWith('states/')) {
    const statement = statements[Number(about.slice('states/'.length)) - 1]
    return statement && { ...statement }
  }
  const found = plans.find(one => one.project === about)
  return found && { planToDate: found.plan?.amount ?? null, curve: found.plan?.curve ?? null }
}
