import type { FundAnswer } from '../../fund/index.ts'
import type { Answer } from '../answer.ts'

/** `about` names the day of a goal, a batch, a project, a unit, or a year, of a unit `town-a/2021`. */
export function fundView(answer: FundAnswer, about: string | undefined): Answer | undefined {
  switch (answer.kind) {
    case 'payment': {
      if (about === undefined) return { ...answer }
      const goal = answer.goals.find(one => one.by === about)
      return goal && { ...goal }
    }
    case 'pass-on': {
      if (about === undefined) return { ...answer }
      const batch = answer.batches.find(one => one.batch === about)
      return batch && { ...batch }
    }
    case 'priority': {
      if (about === undefined) return { order: answer.order.map(one => one.project) }
      const found = answer.order.find(one => one.project === about)
      return found && { ...found.by, rank: found.rank }
    }
    case 'grant': {
      const found = about === undefined ? answer : answer.units.find(one => one.unit === about)
      return found && { ...found.gives, times: found.times }
    }
    case 'reserve': {
      if (about === undefined) return { ...answer }
      const row = answer.rows.find(
        one => about === (one.subject === '*' ? `${one.year}` : `${one.subject}/${one.year}`),
      )
      return row && { ...row }
    }
  }
}
