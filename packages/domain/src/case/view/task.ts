import type { TaskAnswer } from '../../task/index.ts'
import type { Answer } from '../answer.ts'

/** Of a task or a document; `about` names a period. */
export function taskView(answer: TaskAnswer, about: string | undefined): Answer | undefined {
  if (about === undefined) return { ...answer }
  const turn = answer.turns.find(one => one.period === about)
  return turn && { ...turn }
}
