import type { ReturnSheet } from '@guatu/contract'
import { describe, expect, it } from 'vitest'
import { isExplained, passedOf, reasonsBefore, sameForAll } from './explain.ts'
import { fillLast, readWork } from './work.ts'

const WAN = { unit: '万元', unitEn: '', scale: 1_000_000, decimals: 0 }
const nothing = { value: null, entry: null, last: null, plan: null }
const row = (project: string, cells: ReturnSheet['rows'][number]['cells']): ReturnSheet['rows'][number] => ({
  project,
  name: project,
  cadences: [],
  cells,
  known: { totalInvest: null, annualPlan: null, plannedStart: null, history: [] },
  evidence: [],
})
const sheet: Pick<ReturnSheet, 'rows' | 'fields'> = {
  fields: [
    { id: 'invest-ytd', type: 'money', name: '', nameEn: '', accrues: 'year' },
    { id: 'progress', type: 'text', name: '', nameEn: '', accrues: 'always' },
  ],
  rows: [
    row('p1', {
      'invest-ytd': { ...nothing, value: 5_000_000, entry: 7 },
      progress: nothing,
    }),
    row('p2', {
      'invest-ytd': { ...nothing, last: { value: 3_000_000, period: '2023-04', entry: 3 } },
      progress: { ...nothing, last: { value: '基础施工', period: '2023-04', entry: 3 } },
    }),
    row('p3', { 'invest-ytd': nothing, progress: nothing }),
  ],
}

describe('what has been typed into a return', () => {
  it('is sent only where it differs, and named where it corrects', () => {
    const work = readWork(sheet, { p1: { 'invest-ytd': '6' }, p2: { 'invest-ytd': 'x' } }, WAN)
    expect(work.rows).toEqual([{ project: 'p1', figures: { 'invest-ytd': 6_000_000 } }])
    expect(work.corrected).toEqual([{ project: 'p1', field: 'invest-ytd' }])
    expect(work.unreadable).toEqual([{ project: 'p2', field: 'invest-ytd' }])
    expect(work.empty).toEqual(['p2', 'p3'])
  })

  it('leaves a row empty when its only figure is taken back; 0 is a figure', () => {
    expect(readWork(sheet, { p1: { 'invest-ytd': '' } }, WAN).empty).toEqual(['p1', 'p2', 'p3'])
    expect(readWork(sheet, { p3: { 'invest-ytd': '0' } }, WAN).empty).toEqual(['p2'])
  })

  it('takes figures of the period before into empty rows only, but no words', () => {
    expect(fillLast(sheet, { p1: { progress: '封顶' } }, WAN)).toEqual({
      p1: { progress: '封顶' },
      p2: { 'invest-ytd': '3' },
      p3: {},
    })
  })
})

describe('reasons of warnings', () => {
  const a = { check: 'copied', project: 'p1' }
  const b = { check: 'surge', project: 'p1', field: 'invest-ytd' }

  it('are kept from the last submission', () => {
    const reasons = reasonsBefore([{ ...b, reason: '设备到货' }])
    expect(isExplained(b, reasons)).toBe(true)
    expect(isExplained(a, reasons)).toBe(false)
  })

  it('may be the same for all that have none, and go along trimmed', () => {
    const reasons = sameForAll([a, b], { 'surge p1 invest-ytd': ' 设备到货 ' }, '冬季停工')
    expect(passedOf([a, b], reasons)).toEqual([
      { check: 'copied', project: 'p1', field: undefined, reason: '冬季停工' },
      { check: 'surge', project: 'p1', field: 'invest-ytd', reason: '设备到货' },
    ])
    expect(passedOf([a], { 'copied p1 ': '  ' })).toEqual([])
  })
})
