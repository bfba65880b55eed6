import { expect, it } from 'vitest'
import { errorBodyOf } from './failure.ts'

it('says periods and days in words, and keeps them as they are for programs', () => {
  const params = { period: '2023-W30', opens: '2023-07-28' }
  const { error } = errorBodyOf({ code: 'return.not-open', params })
  expect(error.params).toEqual(params)
  expect(error.zh).toContain('2023年第30周从2023年7月28日起开放填报')
  expect(error.en).toContain('week 30 of 2023 opens on 2023-07-28')
})

it('leaves other values alone', () => {
  const { error } = errorBodyOf({ code: 'period.not-confirmed', params: { count: 3 } })
  expect(error.zh).toContain('3')
})
