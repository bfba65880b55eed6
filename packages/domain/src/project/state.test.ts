import { describe, expect, it } from 'vitest'
import { type ReturnFact, STAGES } from '../facts/index.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { fieldShapes, isStarted, projectState } from './state.ts'

const back = (period: string, figures: ReturnFact['figures'], seq?: number): ReturnFact => ({
  project: 'a',
  period,
  figures,
  sources: seq === undefined ? undefined : Object.fromEntries(Object.keys(figures).map(id => [id, seq])),
})
const state = (returns: readonly ReturnFact[], asOf: string) =>
  projectState({ id: 'a', name: '甲' }, [], returns, fieldShapes(SAMPLE.fields), asOf)
const latest = (returns: readonly ReturnFact[], asOf: string, field: string) =>
  state(returns, asOf).latest.get(field)?.value

describe('the latest figure', () => {
  const returns = [back('2023-05', { 'invest-ytd': 50 }), back('2023-04', { 'invest-ytd': 40 })]

  it('is that of the last period that has ended, in whatever order they came', () => {
    expect(latest(returns, '2023-04-29', 'invest-ytd')).toBeUndefined()
    expect(latest(returns, '2023-04-30', 'invest-ytd')).toBe(40)
    expect(latest(returns, '2023-05-30', 'invest-ytd')).toBe(40)
    expect(latest(returns, '2023-05-31', 'invest-ytd')).toBe(50)
  })

  it('says where it comes from', () => {
    expect(state([back('2023-05', { 'invest-ytd': 50 }, 17)], '2023-06-01').latest.get('invest-ytd')).toEqual(
      {
        value: 50,
        period: '2023-05',
        entry: 17,
      },
    )
  })

  it('stands where a later return does not name the field, and 0 is a figure', () => {
    const more = [...returns, back('2023-06', { progress: '主体完工' })]
    expect(latest(more, '2023-06-30', 'invest-ytd')).toBe(50)
    expect(latest([...returns, back('2023-06', { 'invest-ytd': 0 })], '2023-06-30', 'invest-ytd')).toBe(0)
  })

  it('of the year starts anew in January; what always accrues stays', () => {
    const december = back('2023-12', {
      'invest-ytd': 120,
      'stat-ytd': 100,
      'paid-ytd': 90,
      'invest-total': 500,
    })
    const at = (asOf: string) =>
      ['invest-ytd', 'stat-ytd', 'paid-ytd', 'invest-total'].map(field => latest([december], asOf, field))
    expect(at('2023-12-31')).toEqual([120, 100, 90, 500])
    expect(at('2024-01-31')).toEqual([undefined, undefined, undefined, 500])
  })

  it('keeps the first figure ever reported beside it', () => {
    const first = state(
      [back('2023-05', { budget: 130 }), back('2022-12', { budget: 100 })],
      '2023-06-30',
    ).first
    expect(first.get('budget')?.value).toBe(100)
  })
})

describe('a start', () => {
  it('is work going on or done', () => {
    expect(STAGES.filter(isStarted)).toEqual(['started', 'completed', 'operating'])
    expect(isStarted(undefined)).toBe(false)
  })

  it('without a day is dated by the first period that shows it; a day that was reported wins', () => {
    const returns = [
      back('2023-03', { stage: 'prepare' }),
      back('2023-04', { stage: 'started' }),
      back('2023-05', { stage: 'started' }),
    ]
    expect(latest(returns, '2023-05-31', 'started-on')).toBe('2023-04-30')
    expect(
      latest([...returns, back('2023-06', { 'started-on': '2023-04-12' })], '2023-06-30', 'started-on'),
    ).toBe('2023-04-12')
  })

  it('is taken back with the stage that it was taken from, but not when it was reported', () => {
    const started = back('2023-04', { stage: 'started' })
    const returned = back('2023-05', { stage: 'prepare' })
    expect(latest([started, returned], '2023-04-30', 'started-on')).toBe('2023-04-30')
    expect(latest([started, returned], '2023-05-31', 'started-on')).toBeUndefined()
    expect(latest([started, back('2023-05', { stage: 'paused' })], '2023-05-31', 'started-on')).toBe(
      '2023-04-30',
    )
    const reported = back('2023-04', { stage: 'started', 'started-on': '2023-04-12' })
    expect(latest([reported, returned], '2023-05-31', 'started-on')).toBe('2023-04-12')
  })
})
