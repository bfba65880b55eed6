import type { Fund } from '@guatu/scheme'
import type { Given } from '../record/index.ts'
import { type GrantAnswer, grantAnswer } from './grant.ts'
import { type PassOnAnswer, passOnAnswer } from './pass-on.ts'
import { type PaymentAnswer, paymentAnswer } from './payment.ts'
import { type PriorityAnswer, priorityAnswer } from './priority.ts'
import { type ReserveAnswer, reserveAnswer } from './reserve.ts'

export type { GrantAnswer, PassOnAnswer, PaymentAnswer, PriorityAnswer, ReserveAnswer }
export type FundAnswer = PaymentAnswer | PassOnAnswer | PriorityAnswer | GrantAnswer | ReserveAnswer

/** How a rule about money stands on the as-of date. */
export function fundAnswer(fund: Fund, given: Given): FundAnswer {
  switch (fund.kind) {
    case 'payment':
      return paymentAnswer(fund, given)
    case 'pass-on':
      return passOnAnswer(fund, given)
    case 'priority':
      return priorityAnswer(fund, given)
    case 'grant':
      return grantAnswer(fund, given)
    case 'reserve':
      return reserveAnswer(fund, given)
  }
}
