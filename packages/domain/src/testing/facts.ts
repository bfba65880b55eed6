import { type Day, dayFromNumber, dayNumber, makeMonth } from '@guatu/kernel'
import fc from 'fast-check'
import type { ProjectFacts } from '../evaluate/index.ts'
import {
  type ExemptionFact,
  type Facts,
  type MembershipFact,
  NATURES,
  type ReportedFact,
  type ReturnFact,
  STAGES,
  type UnitFact,
} from '../facts/index.ts'
import { spreadYear } from '../plan/index.ts'

export const EMPTY: Facts = {
  jurisdiction: 'sample',
  units: [],
  projects: [],
  memberships: [],
  returns: [],
  reported: [],
  settings: {},
}

/** The facts of some projects put together, in the order given. */
export const factsOf = (
  projects: readonly ProjectFacts[],
  reported: readonly ReportedFact[] = [],
  units: readonly UnitFact[] = [],
): Facts => ({
  ...EMPTY,
  units,
  projects: projects.map(one => one.project),
  memberships: projects.flatMap(one => one.memberships),
  returns: projects.flatMap(one => one.returns),
  reported,
  ...(projects.some(one => one.exemptions) && { exemptions: projects.flatMap(one => one.exemptions ?? []) }),
})

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
/** Small amounts reach the edges of cuts, large ones the size of real money. */
export const money = fc.oneof(
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 0, max: 10_000_000_000_000 }),
)
export const day: fc.Arbitrary<Day> = fc
  .integer({ min: dayNumber('2022-06-01'), max: dayNumber('2024-06-30') })
  .map(dayFromNumber)
const UNITS = ['housing', 'water'] as const
const PERIODS = [
  '2022-12',
  '2023-01',
  '2023-04',
  '2023-06',
  '2023-Q2',
  '2023-H1',
  '2023-W26',
  '2023-12',
  '2024-01',
]
const period = fc.constantFrom(...PERIODS)
const withoutAbsent = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T

const figures = fc
  .record({
    'invest-ytd': optional(money),
    'stat-ytd': optional(money),
    budget: optional(money),
    stage: optional(fc.constantFrom(...STAGES)),
    'started-on': optional(day),
    'forecast-completion': optional(day),
  })
  .map(all => withoutAbsent(all) as ReturnFact['figures'])

const plan = optional(money).chain(annualPlan =>
  fc.boolean().map(own => ({
    annualPlan,
    monthPlans:
      own && annualPlan !== undefined
        ? spreadYear(annualPlan, { kind: 'months', weights: [0, 0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 1] })
        : undefined,
  })),
)

const membershipsOf = (project: string): fc.Arbitrary<MembershipFact[]> =>
  fc.uniqueArray(
    fc
      .tuple(
        fc.constantFrom('key', 'backed', 'unknown-list'),
        fc.constantFrom(2023, 2024),
        optional(fc.constantFrom(...NATURES)),
        plan,
        optional(day),
      )
      .map(([list, year, nature, { annualPlan, monthPlans }, plannedStart]) =>
        withoutAbsent({ project, list, year, nature, annualPlan, monthPlans, plannedStart }),
      ),
    { maxLength: 3, selector: one => `${one.list} ${one.year}` },
  )

const returnsOf = (project: string): fc.Arbitrary<ReturnFact[]> =>
  fc.uniqueArray(
    fc.tuple(period, figures).map(([of, values]) => ({ project, period: of, figures: values })),
    { maxLength: 4, selector: one => one.period },
  )

export const projectFacts = (id: string): fc.Arbitrary<ProjectFacts> =>
  fc.record({
    project: fc
      .record({
        leadUnit: optional(fc.constantFrom(...UNITS)),
        totalInvest: optional(money),
        plannedStart: optional(day),
        plannedCompletion: optional(day),
      })
      .map(attributes => withoutAbsent({ id, name: `项目${id}`, ...attributes })),
    memberships: membershipsOf(id),
    returns: returnsOf(id),
  })

/** The units that lead projects, and one that leads none. */
export const SAMPLE_UNITS: readonly UnitFact[] = ['housing', 'water', 'roads'].map(id => ({
  id,
  name: id,
  kind: 'bureau',
}))

const exemptionsOf = (project: string): fc.Arbitrary<ExemptionFact[]> =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom('patient', 'patient', 'entry', 'other'),
        fc.oneof(fc.constant('2022-01-01'), day),
        optional(day),
        fc.constantFrom('leader', 'leader', 'dispatcher'),
      )
      .map(([rule, from, to, approvedBy]) =>
        withoutAbsent({ project, rule, from, to, approvedBy, reason: `理由${from}` }),
      ),
    { minLength: 1, maxLength: 3 },
  )

/** A day of the year in which `longProject` reports. */
export const dayOfYear: fc.Arbitrary<Day> = fc
  .integer({ min: dayNumber('2023-01-15'), max: dayNumber('2023-12-31') })
  .map(dayFromNumber)

const small = fc.integer({ min: 0, max: 60 })

/** On one list at least, with returns at every month end and with exemptions: for rules that look back. */
export const longProject = (id: string): fc.Arbitrary<ProjectFacts> =>
  fc
    .tuple(
      projectFacts(id),
      fc.array(fc.tuple(figures, optional(small)), { minLength: 12, maxLength: 12 }),
      exemptionsOf(id),
      small,
    )
    .map(([facts, months, exemptions, annualPlan]) => ({
      ...facts,
      memberships: [
        { project: id, list: 'key', year: 2023, annualPlan },
        ...facts.memberships.filter(one => one.list !== 'key'),
      ],
      returns: months.map(([of, invested], index) => ({
        project: id,
        period: makeMonth(2023, index + 1),
        figures: withoutAbsent({ ...of, 'invest-ytd': invested }) as ReturnFact['figures'],
      })),
      exemptions,
    }))

export const longProjects: fc.Arbitrary<ProjectFacts[]> = fc
  .subarray(['a', 'b', 'c'])
  .chain(ids => fc.tuple(...ids.map(longProject)))

export const PROJECTS = ['a', 'b', 'c', 'd', 'e'] as const

/** Up to five projects, each with its memberships and returns. */
export const someProjects: fc.Arbitrary<ProjectFacts[]> = fc
  .subarray([...PROJECTS])
  .chain(ids => fc.tuple(...ids.map(projectFacts)))

export const reportedFacts: fc.Arbitrary<ReportedFact[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom(...UNITS),
      period,
      optional(money),
      optional(fc.constantFrom('9.9%', '10%', '18%')),
    )
    .map(([unit, of, amount, growth]) => ({
      indicator: 'fai',
      unit,
      period: of,
      values: withoutAbsent({ amount, growth }) as ReportedFact['values'],
    })),
  { maxLength: 4, selector: one => `${one.unit} ${one.period}` },
)
