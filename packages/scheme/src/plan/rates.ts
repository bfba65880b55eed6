import { compareRates } from '@guatu/kernel'
import type { Indicator } from '../language/indicator.ts'
import type { Scheme } from '../language/scheme.ts'
import { asksOf } from './asks.ts'
import { parties } from './party.ts'
import type { PlanReport } from './report.ts'
import { valueWords } from './words.ts'

const ALL = { n: 1, d: 1 }
/** 以上 takes the number itself in; of a rate that ends at 100 % it says nothing, or more than there can be. */
const OR_MORE = /100[%％](及)?以上/

/** A rate of projects ends at 100 %; money done may exceed its plan. */
export function rates(scheme: Scheme, report: PlanReport): void {
  const told = new Set<string>()
  for (const { target, indicators, value, type } of asksOf(scheme)) {
    const counts = type === 'rate' && !target.base && indicators.length > 0 && indicators.every(ofProjects)
    const order = compareRates(value, ALL)
    const more = order === 0 && (target.exceeds || target.terms.some(term => OR_MORE.test(term)))
    if (!counts || told.has(target.id) || !(order > 0 || more)) continue
    told.add(target.id)
    const text = valueWords(scheme, value, type)
    report(
      'rate.above-all',
      parties(scheme, 'targets', [target.id]),
      `${target.name}要求${text}${more ? '以上' : ''}，按个数算的率到不了`,
      `${target.nameEn} asks for ${more ? `${text} or more` : text}, which a rate of projects cannot reach`,
    )
  }
}

const ofProjects = (one: Indicator) =>
  one.origin === 'from-projects' &&
  one.shape === 'ratio' &&
  'count' in one.numerator &&
  'count' in one.denominator
