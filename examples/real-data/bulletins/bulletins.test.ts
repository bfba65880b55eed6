import { existsSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { CAUSES, causeOf, underCause } from './causes.ts'
import { checkRow, judge, shareOfYear } from './check.ts'
import { amount, aroundRate, isTie, meet, printedRate, rounded, truncated } from './printed.ts'
import { readBulletins } from './row.ts'

const FOLDER = '../shared/data/cn-bulletins'

test.each([
  ['64.49', 6449, 10_000],
  ['-1.56', -156, 10_000],
  ['72', 72, 100],
  ['0.9', 9, 1000],
])('%s as printed is %i/%i', (text, n, d) => expect(printedRate(text)).toEqual({ n, d }))

test('a printed rate stands for half of its last place to each side', () => {
  expect(aroundRate('24.25')).toEqual({ low: { n: 4849, d: 20_000 }, high: { n: 4851, d: 20_000 } })
})

test.each([
  ['24.0717', 240_717_000_000, 500_000],
  ['618.0', 6_180_000_000_000, 500_000_000],
  ['100', 1_000_000_000_000, 5_000_000_000],
])('%s 亿元 in 分, with half of its last place', (text, minor, half) =>
  expect(amount(text)).toEqual({ minor, half }),
)

test.each([
  [{ n: 1, d: 8 }, 1, '12.5', '12.5', false],
  [{ n: 1, d: 16 }, 1, '6.3', '6.2', true],
  [{ n: -1, d: 16 }, 1, '-6.3', '-6.2', true],
  [{ n: 129, d: 270 }, 0, '48', '47', false],
])('%o to %i places: rounded %s, cut off %s, a tie %s', (exact, places, up, cut, tie) =>
  expect([rounded(exact, places), truncated(exact, places), isTie(exact, places)]).toEqual([up, cut, tie]),
)

test('intervals that share one end meet', () => {
  const from = (low: number, high: number) => ({ low: { n: low, d: 10 }, high: { n: high, d: 10 } })
  expect([meet(from(1, 2), from(2, 3)), meet(from(1, 2), from(3, 4)), meet(from(3, 4), from(1, 3))]).toEqual([
    true,
    false,
    true,
  ])
})

test.each([
  ['5', 1000],
  ['7.5', 1500],
  ['12', 2400],
])('%s months of an even year are %i of 2400', (months, n) =>
  expect(shareOfYear(months)).toEqual({ n, d: 2400 }),
)

test.each([
  ['47.8', 'agrees'],
  ['47.7', 'truncated'],
  ['47.9', 'differs'],
])('129 of 270 printed as %s: %s', (printed, verdict) =>
  expect(judge(printed, { exact: { n: 129, d: 270 } })).toBe(verdict),
)

describe.skipIf(!existsSync(FOLDER))(`published figures, skipped where ${FOLDER} is absent`, () => {
  const checks = existsSync(FOLDER) ? readBulletins(FOLDER).flatMap(checkRow) : []
  const of = (line: number, kind: string) =>
    checks.find(check => check.row.line === line && check.kind === kind)?.verdict

  it('recomputes 165 of 295 figures in 115 rows', () => {
    const checkable = checks.filter(check => check.exact)
    expect([checks.length, checkable.length, new Set(checkable.map(check => check.row.line)).size]).toEqual([
      295, 165, 115,
    ])
  })

  it.each([
    // 362.32 / 561.86 = 64.486 %
    [2, 'completion', 'agrees'],
    // 39.78 and 24.56: 61.7396 % printed 61.73
    [5, 'completion', 'truncated'],
    // 313.64 / 1015 = 30.90 %, a quarter of the year gone
    [8, 'gap', 'agrees'],
    [8, 'start', 'truncated'],
    // 11.4 / 18.2 lies between 62.19 and 63.08 %
    [14, 'completion', 'within-inputs'],
    // half of August: 61.14 - 62.5
    [132, 'gap', 'agrees'],
    [148, 'completion', 'differs'],
    [202, 'start', 'not-checkable'],
  ])('line %i, %s: %s', (line, kind, verdict) => expect(of(line, kind)).toBe(verdict))

  it('has a cause for each figure that differs, and no cause too many', () => {
    const differing = checks.filter(check => check.verdict === 'differs')
    expect(differing.map(check => [check.row.line, causeOf(check) !== undefined])).toEqual(
      differing.map(check => [check.row.line, true]),
    )
    expect(new Set(differing.map(causeOf)).size).toBe(Object.keys(CAUSES).length)
  })

  it('gives the printed figure under the curve or base that the cause names', () => {
    const tried = checks.flatMap(check => {
      const cause = check.verdict === 'differs' ? causeOf(check) : undefined
      return cause ? [[check.row.line, cause.kind, underCause(check, cause)]] : []
    })
    expect(tried).toEqual([
      [53, 'curve', 'agrees'],
      [54, 'curve', 'agrees'],
      [56, 'curve', 'agrees'],
      [57, 'curve', 'agrees'],
      [59, 'curve', 'agrees'],
      [60, 'curve', 'agrees'],
      [84, 'curve', 'agrees'],
      [148, 'printed-error', 'differs'],
      [158, 'printed-error', 'differs'],
      [266, 'other-base', 'agrees'],
    ])
  })
})
