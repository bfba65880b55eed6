import type { ItemCase, Scheme } from '@guatu/scheme'
import { triedBy } from '@guatu/scheme'
import { disclosureAnswer } from '../disclosure/index.ts'
import { dutyAnswer } from '../duty/index.ts'
import { fundAnswer } from '../fund/index.ts'
import { funnelAnswer } from '../funnel/index.ts'
import { listAnswer } from '../list/index.ts'
import { procedureAnswer } from '../procedure/index.ts'
import type { Given } from '../record/index.ts'
import { taskAnswer } from '../task/index.ts'
import type { Answer } from './answer.ts'
import { cadenceView } from './view/cadence.ts'
import { disclosureView } from './view/disclosure.ts'
import { dutyView } from './view/duty.ts'
import { fundView } from './view/fund.ts'
import { listView } from './view/list.ts'
import { procedureView } from './view/procedure.ts'
import { boardView, funnelView, ladderView, scoreView } from './view/score.ts'
import { taskView } from './view/task.ts'

/** What the item of a case answers; `about` picks one of several things that it speaks of. */
export function itemAnswer(scheme: Scheme, one: ItemCase, given: Given): Answer | undefined {
  const { kind, id } = triedBy(one)
  const { about } = one
  const item = <T extends { readonly id: string }>(items: readonly T[]) => items.find(it => it.id === id)
  switch (kind) {
    case 'list': {
      const list = item(scheme.lists)
      return list && listView(listAnswer(list, given), about)
    }
    case 'cadence': {
      const cadence = item(scheme.cadences)
      return cadence && cadenceView(cadence, given, about)
    }
    case 'duty': {
      const duty = item(scheme.duties)
      return duty && dutyView(dutyAnswer(duty, given), about)
    }
    case 'task': {
      const task = item(scheme.tasks)
      return task && taskView(taskAnswer(task, given), about)
    }
    case 'document': {
      const document = item(scheme.documents)
      return document && taskView(taskAnswer(document, given), about)
    }
    case 'procedure': {
      const procedure = item(scheme.procedures)
      return procedure && procedureView(procedureAnswer(procedure, given), about)
    }
    case 'fund': {
      const fund = item(scheme.funds)
      return fund && fundView(fundAnswer(fund, given), about)
    }
    case 'disclosure': {
      const disclosure = item(scheme.disclosures)
      return disclosure && disclosureView(disclosureAnswer(disclosure, given), about)
    }
    case 'action': {
      const ladder = item(scheme.actions)
      return ladder && ladderView(ladder, given, about)
    }
    case 'funnel': {
      const funnel = item(scheme.funnels)
      return funnel && funnelView(funnelAnswer(funnel, given), about)
    }
    case 'score': {
      const score = item(scheme.scores)
      return score && scoreView(score, given, about)
    }
    case 'board': {
      const board = item(scheme.boards)
      return board && boardView(board, given, about)
    }
    default:
      return undefined
  }
}
