import { addDays, type Day, must } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StepRun } from '../record/index.ts'
import { day } from '../testing/facts.ts'
import { givenOf, planWith, projectOf } from '../testing/given.ts'
import { procedureAnswer } from './procedure.ts'

/** Land, then planning and (against a promise) the permit; environment by itself. Three are main. */
const PLAN = planWith(`
procedures:
  - id: formalities
    name: 前期手续
    nameEn: Formalities
    lists: [key]
    steps:
      - { id: land, name: 用地, nameEn: Land, authority: 自然资源局, limit: { workingDays: 7 }, main: true }
      - { id: planning, name: 规划, nameEn: Planning, authority: 自然资源局, limit: { days: 20 }, needs: [land], main: true }
      - { id: environment, name: 环评, nameEn: Environment, authority: 生态环境局, main: true }
      - { id: permit, name: 施工许可, nameEn: Permit, authority: 住建局, limit: { days: 7 }, needs: [planning, environment] }
    goals: [{ share: 60%, due: 03-31 }, { share: 100%, due: 06-30 }]
    tolerates: [permit]
`)
const procedure = must(PLAN.procedures[0], 'procedure')

const answer = (asOf: Day, steps: readonly StepRun[], projects = ['a']) =>
  procedureAnswer(
    procedure,
    givenOf(
      PLAN,
      asOf,
      projects.map(id => projectOf(id)),
      { steps },
    ),
  )
const ran = (project: string, step: string, from: Day, done?: Day): StepRun => ({ project, step, from, done })
/** All that is main, done on a day. */
const ready = (project: string, on: Day) =>
  ['land', 'planning', 'environment'].map(step => ran(project, step, on, on))

describe('a step', () => {
  const pauses = [{ from: '2023-06-05' }]
  // Seven working days from 1 June 2023 end on the 12th.
  it.each<[what: string, asOf: Day, runs: StepRun[], step: string, state: string]>([
    ['needs nothing', '2023-06-01', [], 'land', 'open'],
    ['needs what is not done', '2023-06-01', [], 'planning', 'blocked'],
    ['needs what runs', '2023-06-02', [ran('a', 'land', '2023-06-01')], 'planning', 'blocked'],
    ['was not asked for yet', '2023-05-31', [ran('a', 'land', '2023-06-01')], 'land', 'open'],
    ['was asked for today', '2023-06-01', [ran('a', 'land', '2023-06-01')], 'land', 'running'],
    ['is on its last day', '2023-06-12', [ran('a', 'land', '2023-06-01')], 'land', 'running'],
    ['is past its last day', '2023-06-13', [ran('a', 'land', '2023-06-01')], 'land', 'late'],
    ['stands', '2023-06-20', [{ ...ran('a', 'land', '2023-06-01'), pauses }], 'land', 'paused'],
    [
      'was done on its last day',
      '2023-07-01',
      [ran('a', 'land', '2023-06-01', '2023-06-12')],
      'land',
      'done',
    ],
    [
      'was done a day late',
      '2023-07-01',
      [ran('a', 'land', '2023-06-01', '2023-06-13')],
      'land',
      'done-late',
    ],
    ['needs what is done', '2023-06-12', [ran('a', 'land', '2023-06-01', '2023-06-12')], 'planning', 'open'],
    [
      'needs what is done tomorrow',
      '2023-06-11',
      [ran('a', 'land', '2023-06-01', '2023-06-12')],
      'planning',
      'blocked',
    ],
    ['may owe what it needs', '2023-06-01', [], 'permit', 'open'],
    ['has no limit', '2024-06-01', [ran('a', 'environment', '2023-06-01')], 'environment', 'running'],
    [
      'has no limit and stands',
      '2023-06-05',
      [{ ...ran('a', 'environment', '2023-06-01'), pauses }],
      'environment',
      'paused',
    ],
    [
      'has no limit and is done',
      '2023-06-05',
      [ran('a', 'environment', '2023-06-01', '2023-06-05')],
      'environment',
      'done',
    ],
  ])('that %s on %s', (_, asOf, runs, step, state) => {
    const found = answer(asOf, runs).projects[0]?.steps.find(one => one.step === step)
    expect(found?.state).toBe(state)
  })

  it('tells the days used, the last day, who decides and what is owed', () => {
    const [project] = answer('2023-06-07', [ran('a', 'land', '2023-06-01')]).projects
    expect(project?.steps[0]).toEqual({
      step: 'land',
      state: 'running',
      authority: '自然资源局',
      missing: [],
      due: '2023-06-12',
      used: 4,
      provisional: false,
      done: null,
    })
    expect(project?.steps[3]).toMatchObject({ state: 'open', missing: ['planning', 'environment'] })
    expect(project).toMatchObject({
      next: ['land', 'environment', 'permit'],
      late: [],
      done: 0,
      of: 3,
    })
  })

  it('asked for again after it was refused goes by the last asking until one is done', () => {
    const twice = [ran('a', 'land', '2023-06-01'), ran('a', 'land', '2023-07-03')]
    const landOf = (runs: StepRun[]) => answer('2023-07-12', runs).projects[0]?.steps[0]
    expect(landOf(twice)).toMatchObject({ state: 'running', due: '2023-07-12' })
    expect(landOf([ran('a', 'land', '2023-06-01', '2023-06-02'), ...twice])?.state).toBe('done')
  })
})

describe('the share with main steps done', () => {
  const five = ['a', 'b', 'c', 'd', 'e']
  const goals = (asOf: Day, steps: StepRun[], projects = five) =>
    answer(asOf, steps, projects).goals.map(one => one.state)

  it.each<[done: number, asOf: Day, states: string[]]>([
    [2, '2023-03-31', ['open', 'open']],
    [3, '2023-03-31', ['met', 'open']],
    [2, '2023-04-01', ['short', 'open']],
    [3, '2023-04-01', ['met', 'open']],
    [4, '2023-06-30', ['met', 'open']],
    [4, '2023-07-01', ['met', 'short']],
    [5, '2023-07-01', ['met', 'met']],
  ])('of %i of five on %s: %j', (done, asOf, states) => {
    const steps = five.slice(0, done).flatMap(id => ready(id, '2023-03-30'))
    expect(goals(asOf, steps)).toEqual(states)
    expect(answer(asOf, steps, five).share).toEqual({ n: done, d: 5 })
  })

  it.each<[on: Day, state: string]>([
    ['2023-03-31', 'met'],
    ['2023-04-01', 'short'],
  ])('counts for a goal what was done on its day, not after: %s', (on, state) => {
    expect(
      goals(
        '2023-05-01',
        ['a', 'b', 'c'].flatMap(id => ready(id, on)),
      )[0],
    ).toBe(state)
  })

  it('does not ask for steps that are not main, nor for projects of other lists', () => {
    expect(answer('2023-06-01', ready('a', '2023-05-01')).share).toEqual({ n: 1, d: 1 })
    const none = procedureAnswer(
      procedure,
      givenOf(PLAN, '2023-06-01', [projectOf('x', { list: 'other' })], {}),
    )
    expect(none).toMatchObject({ share: null, state: 'nobody', projects: [] })
  })

  it('is of all steps where none is main', () => {
    const plain = { ...procedure, steps: procedure.steps.map(({ main: _, ...step }) => step) }
    const of = (steps: StepRun[]) =>
      procedureAnswer(plain, givenOf(PLAN, '2023-06-01', [projectOf('a')], { steps })).share
    expect(of(ready('a', '2023-05-01'))).toEqual({ n: 0, d: 1 })
    expect(of([...ready('a', '2023-05-01'), ran('a', 'permit', '2023-05-01', '2023-05-02')])).toEqual({
      n: 1,
      d: 1,
    })
  })
})

const anyRun: fc.Arbitrary<StepRun> = fc
  .record({
    project: fc.constantFrom('a', 'b'),
    step: fc.constantFrom('land', 'planning', 'environment', 'permit'),
    from: day,
    takes: fc.option(fc.nat(60), { nil: undefined }),
    stands: fc.option(fc.nat(20), { nil: undefined }),
  })
  .map(({ takes, stands, ...run }) => ({
    ...run,
    done: takes === undefined ? undefined : addDays(run.from, takes),
    pauses: stands === undefined ? [] : [{ from: addDays(run.from, stands) }],
  }))

it('neither the order of records nor a later look changes what was done', () => {
  fc.assert(
    fc.property(
      fc.array(anyRun, { maxLength: 12 }).chain(runs =>
        fc.record({
          runs: fc.constant(runs),
          mixed: fc.shuffledSubarray(runs, { minLength: runs.length }),
        }),
      ),
      day,
      fc.nat(200),
      ({ runs, mixed }, asOf, later) => {
        const now = answer(asOf, runs, ['a', 'b'])
        expect(answer(asOf, mixed, ['a', 'b'])).toEqual(now)
        const then = answer(addDays(asOf, later), runs, ['a', 'b'])
        now.projects.forEach((project, index) => {
          project.steps.forEach((step, at) => {
            if (step.done)
              expect(then.projects[index]?.steps[at]).toMatchObject({ done: step.done, state: step.state })
          })
          expect(then.projects[index]?.done).toBeGreaterThanOrEqual(project.done)
        })
      },
    ),
    { numRuns: 40 },
  )
})
