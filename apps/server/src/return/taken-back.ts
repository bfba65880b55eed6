import type { Day } from '@guatu/kernel'
import { type BatchFact, type NewFact, type ReturnMove, returnFact } from '@guatu/store'

/** Moves that a batch carried, taken back: each return is where it was before. */
export const takenBack = (facts: readonly BatchFact[], today: Day): NewFact[] =>
  facts
    .filter(fact => fact.word === 'return')
    .map(({ body, before }) => {
      const { unit, period, cadences } = body as unknown as ReturnMove
      const open = {
        unit,
        period,
        state: 'open' as const,
        at: unit,
        reasons: [],
        passed: [],
        rows: [],
        cadences,
      }
      return returnFact(
        { ...((before as unknown as ReturnMove | undefined) ?? open), action: 'withdraw' },
        today,
      )
    })
