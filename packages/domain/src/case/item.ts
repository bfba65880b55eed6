import type { ItemCase, Scheme } from '@guatu/scheme'
import { triedBy } from '@guatu/scheme'
import { type DutyAnswer, dutyAnswer } from '../duty/index.ts'
import { funnelAnswer } from '../funnel/index.ts'
import type { Given } from '../record/index.ts'
import { type TaskAnswer, taskAnswer } from '../task/index.ts'
import { boardView, funnelView, ladderView, scoreView } from './view.ts'

/** An answer as a case names its parts; undefined where the scheme has no such item. */
export type Answer = Readonly<Record<string, unknown>>

/** What the item of a case answers; `about` picks one of several things that it speaks of. */
export function itemAnswer(scheme: Scheme, one: ItemCase, given: Given): Answer | undefined {
  const { kind, id } = triedBy(one)
  const item = <T extends { readonly id: string }>(items: readonly T[]) => items.find(it => it.id === id)
  switch (kind) {
    case 'duty': {
      const duty = item(scheme.duties)
      return duty && dutyView(dutyAnswer(duty, given), one.about)
    }
    case 'task': {
      const task = item(scheme.tasks)
      return task && taskView(taskAnswer(task, given), one.about)
    }
    case 'document': {
      const document = item(scheme.documents)
      return document && taskView(taskAnswer(document, given), one.about)
    }
    case 'action': {
      const ladder = item(scheme.actions)
      return ladder && ladderView(ladder, given, one.about)
    }
    case 'funnel': {
      const funnel = item(scheme.funnels)
      return funnel && funnelView(funnelAnswer(funnel, given), one.about)
    }
    case 'score': {
      const score = item(scheme.scores)
      return score && scoreView(score, given, one.about)
    }
    case 'board': {
      const board = item(scheme.boards)
      return board && boardView(board, given, one.about)
    }
    default:
      return undefined
  }
}

/** `about` names a period. */
const taskView = (answer: TaskAnswer, about: string | undefined): Answer => ({
  ...(about === undefined ? answer : answer.turns.find(turn => turn.period === about)),
})

/** `about` names a subject, or a clause of a matrix. */
function dutyView(answer: DutyAnswer, about: string | undefined): Answer {
  if (about === undefined) return { ...answer }
  if (answer.kind === 'matrix') {
    const row = answer.rows.find(one => one.clause === about)
    return { lead: row?.lead.map(one => one.name), with: row?.with.map(one => one.name) }
  }
  if (answer.kind === 'clock') return { ...answer.runs.find(one => one.subject === about) }
  const subjects: readonly { readonly subject: string }[] = answer.subjects
  return { ...subjects.find(one => one.subject === about) }
}
