import { expect, test } from 'vitest'
import { periodOfFile } from './period.ts'

const hint = (period?: string, to?: number) => ({
  text: '',
  cumulative: true,
  ...(period && { period }),
  ...(to && { months: { from: 1, to } }),
})

test.each([
  [['2020-03', hint('2020-04'), '2020年5月.xlsx', '2020-06'], { period: '2020-03', from: 'chosen' }],
  [[undefined, hint('2020-04'), '2020年5月.xlsx', '2020-06'], { period: '2020-04', from: 'table' }],
  [[undefined, undefined, '水利局2020年5月.xlsx', '2020-06'], { period: '2020-05', from: 'file' }],
  [[undefined, hint('2020'), '水利局5月.xlsx', '2020-06'], { period: '2020-05', from: 'file' }],
  [[undefined, hint(undefined, 4), '水利局.xlsx', '2020-06'], { period: '2020-04', from: 'table' }],
  [[undefined, hint(undefined, 4), '水利局.xlsx', '2020-W21'], { period: '2020-W21', from: 'intake' }],
  [[undefined, undefined, '水利局.xlsx', '2020-06'], { period: '2020-06', from: 'intake' }],
  [[undefined, undefined, '水利局.xlsx', undefined], undefined],
] as const)('%j', ([chosen, table, name, intake], found) => {
  expect(periodOfFile(chosen, table, name, intake)).toEqual(found)
})
