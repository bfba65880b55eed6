import { describe, expect, it } from 'vitest'
import { readPeriod } from './period-text.ts'

describe('the period of a title', () => {
  it.each([
    ['2020年5月重点项目进展表', { period: '2020-05', months: { from: 5, to: 5 }, cumulative: false }],
    ['2020年1-5月投资完成情况', { period: '2020-05', months: { from: 1, to: 5 }, cumulative: true }],
    ['2020年1月至5月', { period: '2020-05', months: { from: 1, to: 5 }, cumulative: true }],
    ['2020 年 1—5 月份', { period: '2020-05', months: { from: 1, to: 5 }, cumulative: true }],
    ['2020年6-12月计划', { period: '2020-12', months: { from: 6, to: 12 }, cumulative: false }],
    ['截至2020年5月底', { period: '2020-05', months: { from: 1, to: 5 }, cumulative: true }],
    ['截至5月底', { months: { from: 1, to: 5 }, cumulative: true }],
    ['截止2020年5月31日', { period: '2020-05', cumulative: true }],
    ['截止2020年5月20日', { period: '2020-05-20', cumulative: true }],
    ['2023年二季度', { period: '2023-Q2', months: { from: 4, to: 6 }, cumulative: false }],
    ['2023年第3季度', { period: '2023-Q3', months: { from: 7, to: 9 }, cumulative: false }],
    ['2023年上半年', { period: '2023-H1', months: { from: 1, to: 6 }, cumulative: false }],
    ['2023年5月中旬', { period: '2023-05-T2', cumulative: false }],
    ['2023年5月下半月', { period: '2023-05-F2', cumulative: false }],
    ['2023年度重点项目清单', { period: '2023', months: { from: 1, to: 12 }, cumulative: false }],
    ['2020-05', { period: '2020-05', months: { from: 5, to: 5 }, cumulative: false }],
    ['2020年13月', undefined],
    ['重点项目清单', undefined],
    ['Sheet1', undefined],
    ['2020年2月30日', undefined],
  ])('%s', (title, period) => {
    expect(readPeriod(title)).toEqual(period)
  })
})
