import type { routes } from '@guatu/contract'
import { type Day, ok, type Result } from '@guatu/kernel'
import {
  answeredBefore,
  type NewResult,
  type PackedText,
  packText,
  readScope,
  type ScopedTx,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Call } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { type Failure, refuse } from '../http/failure.ts'
import type { AskedPeriod } from '../period/asked.ts'
import { evaluateWhole, groundOf } from '../result/whole.ts'
import { type Known, knownNow } from '../return/known.ts'
import { planClosing } from './preview.ts'

export type ClosingCall = Pick<Call<typeof routes.closePeriod>, 'params' | 'body' | 'session'>

/** All that a closing writes, of one moment of the ledger. */
export interface JudgedClosing {
  readonly known: Known
  readonly asked: AskedPeriod
  /** First day of what is frozen with it. */
  readonly from: Day
  /** Its seq is that moment: nothing of this holds once the ledger has another. */
  readonly result: NewResult
  readonly packed: PackedText
}

/** Undefined: the same request was answered before. */
export type Judge = (app: App, call: ClosingCall) => Promise<Result<JudgedClosing | undefined, Failure>>

export const requestOf = ({ params, body }: ClosingCall) => ({
  close: { period: params.period, without: body.without },
})

/** Holds nobody up: what it gives may be out of date when the lock is taken. */
export const judgeApart: Judge = (app, call) =>
  decide(app.database, call.session.scope, tx => judgeIn(app, tx, call), readScope)

/** In a transaction that sees one moment, or holds the lock. */
export async function judgeIn(
  app: App,
  tx: ScopedTx,
  call: ClosingCall,
): Promise<Result<JudgedClosing | undefined, Failure>> {
  const { params, body, session } = call
  const { period } = params
  if (await answeredBefore(tx, body.key, requestOf(call))) return ok(undefined)
  const known = await knownNow(app, tx, session.jurisdiction)
  const { asked, plan } = await planClosing(tx, known, session, period, body.without)
  if (asked.asked.length === 0) return refuse('request.not-found')
  if (!plan.ok) return refusalOf(plan.error.code, asked)
  const whole = await evaluateWhole(tx, { asOf: plan.value.asOf })
  const { text, ...ground } = groundOf(whole)
  const result = { ...ground, kind: 'closing', asOf: whole.asOf, seq: whole.seq }
  return ok({ known, asked, from: plan.value.from, result, packed: await packText(text) })
}

const CODES = {
  'closing.already': 'period.closed',
  'closing.not-ended': 'period.not-ended',
  'closing.not-yours': 'role.not-allowed',
} as const

function refusalOf(code: string, { period, completeness }: AskedPeriod) {
  const known = CODES[code as keyof typeof CODES]
  if (known) return refuse(known, { period })
  return refuse('period.not-confirmed', { count: completeness.units.filter(one => !one.accepted).length })
}
