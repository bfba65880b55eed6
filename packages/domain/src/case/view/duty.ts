import type { DutyAnswer } from '../../duty/index.ts'
import type { Answer } from '../answer.ts'

/** `about` names a subject, or a clause of a matrix. */
export function dutyView(answer: DutyAnswer, about: string | undefined): Answer {
  if (about === undefined) return { ...answer }
  if (answer.kind === 'matrix') {
    const row = answer.rows.find(one => one.clause === about)
    return { ...row, lead: row?.lead.map(one => one.name), with: row?.with.map(one => one.name) }
  }
  if (answer.kind === 'clock') return { ...answer.runs.find(one => one.subject === about) }
  const subjects: readonly { readonly subject: string }[] = answer.subjects
  return { ...subjects.find(one => one.subject === about) }
}
