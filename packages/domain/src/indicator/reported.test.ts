import { describe, expect, it } from 'vitest'
import { evaluate } from '../evaluate/index.ts'
import type { ReportedFact } from '../facts/index.ts'
import { factsOf } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'

const reported = (period: string, values: ReportedFact['values'], unit = 'statistics'): ReportedFact => ({
  indicator: 'fai',
  unit,
  period,
  values,
})
const growth = (facts: readonly ReportedFact[], asOf: string) =>
  evaluate(SAMPLE, factsOf([], facts), asOf).indicators.find(one => one.id === 'fai.growth')

describe('a reported indicator', () => {
  it('takes the latest period that has ended', () => {
    const facts = [reported('2023-04', { growth: '7%' }), reported('2023-05', { growth: '8.26%' })]
    expect(growth(facts, '2023-05-30')).toMatchObject({ numerator: 7, denominator: 100, value: '7.0' })
    expect(growth(facts, '2023-05-31')).toMatchObject({
      numerator: 826,
      denominator: 10_000,
      value: '8.3',
      period: '2023-05',
    })
  })

  it('is unreported until its unit reports, whatever the projects say', () => {
    const project = {
      project: { id: 'a', name: '甲' },
      memberships: [{ project: 'a', list: 'key', year: 2023, annualPlan: 100 }],
      returns: [{ project: 'a', period: '2023-04', figures: { 'stat-ytd': 90, 'invest-ytd': 95 } }],
    }
    const { indicators } = evaluate(SAMPLE, factsOf([project]), '2023-05-31')
    expect(indicators.filter(one => one.id.startsWith('fai.')).map(one => one.value)).toEqual([null, null])
  })

  it('starts anew in January', () => {
    expect(growth([reported('2023-12', { growth: '7%' })], '2024-01-31')?.value).toBeNull()
  })

  it('falls back to the month before when a return was taken back whole', () => {
    const facts = [reported('2023-04', { growth: '7%' }), reported('2023-05', {})]
    expect(growth(facts, '2023-05-31')?.period).toBe('2023-04')
  })

  it('leaves unreported what the latest return does not name', () => {
    const facts = [reported('2023-04', { growth: '7%' }), reported('2023-05', { amount: 5 })]
    expect(growth(facts, '2023-05-31')?.value).toBeNull()
  })

  it('does not depend on the order where two periods end on one day', () => {
    const facts = [reported('2023-06', { growth: '7%' }), reported('2023-Q2', { growth: '8%' })]
    expect(growth(facts, '2023-06-30')).toEqual(growth([...facts].reverse(), '2023-06-30'))
  })
})
