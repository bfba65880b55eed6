import { describe, expect, test } from 'vitest'
import { faults, list } from './testing.ts'

const named = (count: number) => `[${Array.from({ length: count }, (_, at) => `n${at}`).join(', ')}]`

describe('a list and the projects it names', () => {
  const found = (stated: number, full: boolean, states = `{ of: projects, value: ${stated} }`) =>
    faults({
      lists: [list('l', `named: ${named(6)}, ${full ? 'namedInFull: true, ' : ''}states: [${states}]`)],
    })
  test.each([
    [5, true, ['count.named l']],
    [6, true, []],
    [7, true, ['count.named l']],
    [5, false, ['count.named l']],
    [6, false, []],
    [27, false, []],
  ])('%i said, 6 named, in full: %s', (stated, full, expected) =>
    expect(found(stated, full)).toEqual(expected),
  )
  test('natures add up to the count', () =>
    expect(
      found(
        0,
        true,
        '{ of: projects, where: { nature: [new] }, value: 4 }, { of: projects, where: { nature: [continuing] }, value: 2 }',
      ),
    ).toEqual([]))
  test('how things stood on a day is another count', () =>
    expect(found(0, true, '{ of: projects, asOf: 2023-05-12, value: 3 }')).toEqual([]))
})

test.each([
  [7, ['count.named fields']],
  [8, []],
  [9, ['count.named fields']],
])('%i of eight fields', (count, found) =>
  expect(
    faults({
      counted: [`- { id: fields, name: 领域, nameEn: fields, clause: 一, count: 8, named: ${named(count)} }`],
    }),
  ).toEqual(found),
)
