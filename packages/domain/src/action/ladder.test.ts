import { describe, expect, it } from 'vitest'
import { tried } from '../testing/case.ts'
import { sampleWith } from '../testing/scheme.ts'

/** 蓝 → 黄 → 红: ten working days for the first two, the third is the last. */
const SCHEME = sampleWith(`
actions:
  - id: slips
    name: 督办单
    nameEn: Slips
    raisedBy: { lights: [progress], colours: [red] }
    steps:
      - { id: blue, name: 蓝单, nameEn: Blue, by: 督查室, byEn: Inspectors, on: responsible-unit, answerWithin: { workingDays: 3 }, mendWithin: { workingDays: 10 } }
      - { id: yellow, name: 黄单, nameEn: Yellow, by: 督查室, byEn: Inspectors, on: responsible-unit, mendWithin: { days: 15 }, atOccurrence: 2 }
      - { id: talk, name: 约谈, nameEn: Talk, by: 领导, byEn: Leader, on: unit-head, mendWithin: { days: 5 }, atOccurrence: 4 }
`)
const matter = (rest = '') => `{ subject: housing, raised: 2023-06-01${rest} }`
const at = (asOf: string, expected: string, of = matter()) =>
  tried(SCHEME, `asOf: ${asOf}\naction: slips\nrecords: { matters: [${of}] }\nexpect: ${expected}`)

describe('a ladder of actions', () => {
  // Ten working days after 1 June 2023 is the 15th; fifteen days after the 16th is 1 July.
  it.each([
    ['2023-06-01', '{ state: open, step: blue, since: 2023-06-01, due: 2023-06-15 }'],
    ['2023-06-15', '{ state: open, step: blue }'],
    ['2023-06-16', '{ state: open, step: yellow, since: 2023-06-16, due: 2023-07-01 }'],
    ['2023-07-01', '{ state: open, step: yellow }'],
    ['2023-07-02', '{ state: open, step: talk, since: 2023-07-02, due: 2023-07-07 }'],
    ['2023-07-07', '{ state: open, step: talk }'],
    ['2023-07-08', '{ state: exhausted, step: talk }'],
  ])('stands on %s at %s', (asOf, expected) => expect(at(asOf, expected)).toMatchObject({ holds: true }))

  it.each([
    ['2023-06-15', '{ state: closed, step: blue }'],
    ['2023-06-16', '{ state: closed, step: yellow }'],
  ])('is closed by a mend on %s: %s', (mended, expected) =>
    expect(at('2023-12-31', expected, matter(`, mended: ${mended}`))).toMatchObject({ holds: true }),
  )

  it.each([
    [1, 'blue'],
    [2, 'yellow'],
    [3, 'yellow'],
    [4, 'talk'],
    [5, 'talk'],
  ])('begins for the %ith time running at %s', (occurrence, step) =>
    expect(at('2023-06-01', `{ step: ${step} }`, matter(`, occurrence: ${occurrence}`))).toMatchObject({
      holds: true,
    }),
  )

  // Three working days after 1 June: the 6th.
  it.each([
    ['2023-06-06', '', 'running'],
    ['2023-06-07', '', 'late'],
    ['2023-06-07', ', answered: { blue: 2023-06-06 }', 'done'],
    ['2023-06-07', ', answered: { blue: 2023-06-07 }', 'done-late'],
  ])('asks for an answer: on %s with%s it is %s', (asOf, answered, state) =>
    expect(at(asOf, `{ answer: ${state} }`, matter(answered))).toMatchObject({ holds: true }),
  )

  it('knows nothing of a matter that is raised later', () =>
    expect(at('2023-05-31', '{ state: null }')).toMatchObject({ holds: true }))

  it('waits the days of grace before the next step', () => {
    const [ladder] = SCHEME.actions
    if (!ladder) throw new Error('no ladder')
    const graced = { ...SCHEME, actions: [{ ...ladder, graceWorkingDays: 2 }] }
    const step = (asOf: string, id: string) =>
      tried(
        graced,
        `asOf: ${asOf}\naction: slips\nrecords: { matters: [${matter()}] }\nexpect: { step: ${id} }`,
      ).holds
    expect([step('2023-06-18', 'blue'), step('2023-06-19', 'yellow')]).toEqual([true, true])
  })

  it('takes a limit that the plan leaves open from its setting', () => {
    const [ladder] = SCHEME.actions
    const [blue, ...rest] = ladder?.steps ?? []
    if (!ladder || !blue) throw new Error('no ladder')
    const steps = [{ ...blue, answerWithin: undefined, mendWithin: { setting: 'mend' } }, ...rest]
    const mend = { type: 'days' as const, default: '14d', about: '期', aboutEn: 'limit' }
    const open = { ...SCHEME, settings: { ...SCHEME.settings, mend }, actions: [{ ...ladder, steps }] }
    const step = (asOf: string, id: string, settings = '{}') =>
      tried(
        open,
        `asOf: ${asOf}\naction: slips\nsettings: ${settings}\nrecords: { matters: [${matter()}] }\nexpect: { step: ${id} }`,
      ).holds
    expect([step('2023-06-15', 'blue'), step('2023-06-16', 'yellow')]).toEqual([true, true])
    expect([
      step('2023-06-08', 'blue', '{ mend: 7d }'),
      step('2023-06-09', 'yellow', '{ mend: 7d }'),
    ]).toEqual([true, true])
  })
})
