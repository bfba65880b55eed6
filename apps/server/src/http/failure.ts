import { ERRORS, type ErrorBody, type ErrorCode, fillMessage } from '@guatu/contract'
import { err, isDay, periodEn, periodKind, periodZh, type Result } from '@guatu/kernel'

export type Params = Readonly<Record<string, string | number>>

/**
 * An expected failure of a call. `zh` and `en` replace the table's message where a file's reader has its own. `cause` goes
 * to the log alone, with `params.id`.
 */
export interface Failure {
  readonly code: ErrorCode
  readonly params?: Params
  readonly zh?: string
  readonly en?: string
  readonly cause?: Error
}

export const refuse = (code: ErrorCode, params?: Params): Result<never, Failure> => err({ code, params })

export const statusOf = (failure: Failure): number => ERRORS[failure.code].status

export function errorBodyOf({ code, params, zh, en }: Failure): ErrorBody {
  const entry = ERRORS[code]
  return {
    error: {
      code,
      ...(params ? { params: { ...params } } : {}),
      zh: zh ?? fillMessage(entry.zh, inWords(params, periodZh)),
      en: en ?? fillMessage(entry.en, inWords(params, periodEn)),
    },
  }
}

/** Periods and days as people say them; the answer's own `params` keep them as they are. */
function inWords(params: Params = {}, words: (period: string) => string): Params {
  const said = (name: string, value: string | number) =>
    typeof value === 'string' && (isDay(value) || (name === 'period' && periodKind(value)))
      ? words(value)
      : value
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(name, value)]))
}

/** For what no table foresees: the id stands in the log beside the cause, and nothing else leaves the server. */
export const brokenBody = (id: string): ErrorBody => ({
  error: {
    code: 'server.broken',
    params: { id },
    zh: `系统出错，未能完成。请把编号 ${id} 告诉管理员。`,
    en: `Something went wrong on our side. Tell your administrator this number: ${id}.`,
  },
})
