import type { Rate } from '@guatu/kernel'
import { type Limit, type LimitType, type Range, readLimit } from '../language/limit.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Report } from './report.ts'
import { settingOf } from './settings.ts'

const WRITTEN: Readonly<Record<LimitType, string>> = {
  rate: '65%',
  points: '10pp',
  days: '30d',
  'working-days': '5wd',
  months: '1mo',
  amount: '1000万元',
  count: '3个',
}

/** The cut's value, a setting's by its default; undefined where it is not of the type. */
export function limitValue(
  scheme: Scheme,
  limit: Limit,
  type: LimitType,
  path: readonly PropertyKey[],
  report: Report,
): Rate | undefined {
  if (typeof limit !== 'string') {
    const setting = settingOf(scheme, limit.setting, type, path, report)
    return setting && readLimit(setting.default)?.value
  }
  const read = readLimit(limit)
  if (read?.type === type) return read.value
  report(path, 'setting.type', `${limit} stands where a cut is written like ${WRITTEN[type]}`)
  return undefined
}

/** A range by its ends; `open` ends do not hold their own value. */
export interface Interval {
  readonly low?: { readonly rate: Rate; readonly open: boolean }
  readonly high?: { readonly rate: Rate; readonly open: boolean }
}

export function intervalOf(
  scheme: Scheme,
  { atLeast, above, upTo, below }: Range,
  type: LimitType,
  path: readonly PropertyKey[],
  report: Report,
): Interval {
  const end = (closed: Limit | undefined, open: Limit | undefined) => {
    const limit = closed ?? open
    const rate = limit === undefined ? undefined : limitValue(scheme, limit, type, path, report)
    return rate && { rate, open: closed === undefined }
  }
  return { low: end(atLeast, above), high: end(upTo, below) }
}
