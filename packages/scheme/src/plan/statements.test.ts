import { describe, expect, test } from 'vitest'
import { faults, list } from './testing.ts'

const states = (...of: string[]) => faults({ lists: [list('l', `states: [${of.join(', ')}]`)] })
const of = (what: string, value: string | number, where = '', rest = '') =>
  `{ of: ${what}, ${where && `where: { nature: [${where}] }, `}value: ${value}${rest} }`

describe('parts by nature', () => {
  test.each([
    [3, ['statement.parts-sum l']],
    [4, []],
    [5, []],
  ])('one nature of 4 in %i', (whole, found) =>
    expect(states(of('projects', whole), of('projects', 4, 'new'))).toEqual(found),
  )
  test.each([
    [5, ['statement.parts-sum l']],
    [6, []],
    [7, ['statement.parts-sum l']],
  ])('all natures, 1 + 2 + 3 of %i', (whole, found) =>
    expect(
      states(
        of('projects', whole),
        of('projects', 1, 'new'),
        of('projects', 2, 'continuing'),
        of('projects', 3, 'preparatory'),
      ),
    ).toEqual(found),
  )
  test.each([
    [43, '57亿元', ['statement.parts-sum l']],
    [45, '57亿元', ['statement.parts-sum l']],
    [44, '56.9亿元', ['statement.parts-sum l']],
    [44, '57.1亿元', ['statement.parts-sum l']],
  ])('17 + 27 of %i, 19.6 + 37.4 of %s', (count, amount, found) =>
    expect(
      states(
        of('projects', count),
        of('projects', 17, 'continuing'),
        of('projects', 27, 'new'),
        of('annual-plan', amount),
        of('annual-plan', '19.6亿元', 'continuing'),
        of('annual-plan', '37.4亿元', 'new'),
      ),
    ).toEqual(found),
  )
  test('preparatory projects may have no plan of the year', () =>
    expect(
      states(
        of('projects', 13, 'preparatory'),
        of('annual-plan', '27.2亿元'),
        of('annual-plan', '6.2亿元', 'continuing'),
        of('annual-plan', '20.9亿元', 'new'),
      ),
    ).toEqual([]))
  test('17 + 27 = 44 and 19.6 + 37.4 = 57', () =>
    expect(
      states(
        of('projects', 44),
        of('projects', 17, 'continuing'),
        of('projects', 27, 'new'),
        of('annual-plan', '57亿元'),
        of('annual-plan', '19.6亿元', 'continuing'),
        of('annual-plan', '37.4亿元', 'new'),
      ),
    ).toEqual([]))
})

describe('quarters', () => {
  const quarters = (fourth: string, ...more: string[]) =>
    states(
      ...['1.3亿元', '6.3亿元', '8.2亿元', fourth].map((value, at) =>
        of('annual-plan', value, 'new', `, quarter: ${at + 1}`),
      ),
      ...more,
    )
  test.each([
    ['3.79亿元', ['statement.quarters-sum l']],
    ['3.8亿元', []],
    ['3.81亿元', ['statement.quarters-sum l']],
  ])('1.3 + 6.3 + 8.2 + %s of 19.6', (fourth, found) =>
    expect(quarters(fourth, of('annual-plan', '19.6亿元', 'new'))).toEqual(found),
  )
  test('no total of the same projects', () => {
    expect(quarters('3.8亿元')).toEqual(['quarters.no-total l'])
    expect(quarters('3.8亿元', of('annual-plan', '30亿元', 'continuing'))).toEqual(['quarters.no-total l'])
  })
  test('three quarters ask for no total', () =>
    expect(states(...[1, 2, 3].map(q => of('annual-plan', '1亿元', '', `, quarter: ${q}`)))).toEqual([]))
})

test.each([
  [26, ['statement.starts-sum l']],
  [27, []],
  [28, []],
])('10 + 11 + 6 starts of %i new projects', (projects, found) =>
  expect(
    states(
      of('projects', projects, 'new'),
      ...[10, 11, 6].map((value, at) => of('planned-starts', value, 'new', `, quarter: ${at + 2}`)),
    ),
  ).toEqual(found),
)

test('a group whose place among the counts is not said', () =>
  expect(states('{ of: projects, called: 缓慢, value: 30 }', of('projects', 20))).toEqual([
    'count.overlap l',
  ]))
