import { describe, expect, it } from 'vitest'
import { progressLight } from '../../test/fixtures/board.ts'
import { scopeWords } from '../why/scope.ts'
import { type Telling, verdict } from './reason.ts'

/** Says the key and its values, so that a test sees which sentence is chosen. */
const telling = {
  t: (key: string, values?: Record<string, unknown>) =>
    values ? `${key}(${Object.values(values).join()})` : key,
} as unknown as Telling

describe('reasons', () => {
  const light = progressLight('p', 3.1, 6)
  const under = (owns: boolean) => ({
    ...light,
    reason: { ...light.reason, under: { cut: { n: 65, d: 100 }, owns } },
  })

  it('say which side owns the edge', () => {
    expect(verdict(under(false), telling)).toBe('51.7%text.commareason.edge.under(65%)')
    expect(verdict(under(true), telling)).toBe('51.7%text.commareason.edge.under-or-at(65%)')
  })

  it('say why there is no light instead of a number', () => {
    expect(
      verdict({ ...light, reason: { value: null, unit: 'percent', none: 'plan-to-date-zero' } }, telling),
    ).toBe('none.plan-to-date-zero')
  })
})

describe('scopes', () => {
  it('are told part by part', () => {
    expect(scopeWords('list:key/new+list:key/continuing')).toEqual([
      { kind: 'list', id: 'key', nature: 'new' },
      { kind: 'list', id: 'key', nature: 'continuing' },
    ])
    expect(scopeWords('jurisdiction')).toEqual([{ kind: 'jurisdiction', id: '' }])
    expect(scopeWords('unit:housing')).toEqual([{ kind: 'unit', id: 'housing' }])
  })
})
