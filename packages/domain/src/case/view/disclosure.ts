import type { DisclosureAnswer } from '../../disclosure/index.ts'
import type { Answer } from '../answer.ts'

/** `about` names a project or one of its pieces: `p0/contract`. */
export function disclosureView(answer: DisclosureAnswer, about: string | undefined): Answer | undefined {
  if (about === undefined) return { ...answer }
  const [id, piece] = about.split('/')
  const project = answer.projects.find(one => one.project === id)
  if (piece === undefined) return project && { missing: project.missing }
  const found = project?.pieces.find(one => one.piece === piece)
  return found && { ...found }
}
