import type { Facts, MembershipFact } from '@guatu/domain'
import type { Day, Minor } from '@guatu/kernel'
import { byWeights, sum, uneven, WAN, yi } from './amounts.ts'
import { BEIHAI, LEADERS, TOWNS } from './beihai-place.ts'
import { BEIHAI_REPORTED } from './beihai-reported.ts'
import { ROLES, type Role } from './beihai-roles.ts'
import { namer, PROBLEMS } from './names.ts'
import { demoFacts, numbered } from './place.ts'
import { cumulative, type Draft, returnsOf } from './project.ts'
import { type Random, random } from './random.ts'

const YEAR = 2023
/** Months seen by the business date, and how what is done spreads over them. */
const COURSE = [11, 12, 17, 18, 20, 22]
const DATE = `${YEAR}-06-30`
/** Which projects stood on the rolling plan in each of its years, and what they were to invest. */
const ROLLING: readonly { year: number; from: number; to: number; plan: Minor }[] = [
  { year: 2021, from: 0, to: 90, plan: yi(500) },
  { year: 2022, from: 30, to: 150, plan: yi(620) },
  { year: 2023, from: 50, to: 200, plan: yi(790) },
]
/** The plan's five standard factories are the first of 2021. */
const FACTORIES = 5
const FIRST_OF_2023 = 150

/** Major projects rolling over three years, 500, 620 and 790 亿元, at the end of June of the last. */
export function beihai(): Facts {
  const dice = random(2021_01_01)
  const years = ROLLING.map(one => ({ ...one, amounts: uneven(one.plan, one.to - one.from, dice) }))
  const name = namer(TOWNS, dice)
  const drafts = Array.from({ length: 200 }, (_, index) => {
    const plans = years.flatMap(({ year, from, to, amounts }) =>
      index >= from && index < to ? [{ year, annual: amounts[index - from] ?? 0 }] : [],
    )
    return draft(index, plans, name, dice)
  })
  return demoFacts(BEIHAI, drafts, BEIHAI_REPORTED)
}

interface YearPlan {
  readonly year: number
  readonly annual: Minor
}

function draft(
  index: number,
  plans: readonly YearPlan[],
  name: ReturnType<typeof namer>,
  dice: Random,
): Draft {
  const id = numbered('bh', index)
  const role = roleOf(index)
  const sector = dice.pick(role.sectors)
  const given = name(sector)
  const district = TOWNS.find(one => one.id === given.town)?.parent
  const now = plans.find(one => one.year === YEAR)?.annual
  const startsNow = index >= FIRST_OF_2023
  const begun = !startsNow || index % 6 !== 2
  const firstYear = plans[0]?.year ?? YEAR
  const plannedStart = startOf(firstYear, startsNow, begun, dice)
  const lastYear = plans.at(-1)?.year ?? YEAR
  const finished = lastYear < YEAR ? `${lastYear}-${index === FACTORIES - 1 ? '12' : '11'}-15` : undefined
  const total =
    sum(plans.map(one => one.annual)) + Math.round(((now ?? yi(1)) / WAN) * (dice.between(0, 25) / 10)) * WAN
  const pace = dice.pick([48, 62, 78, 84, 92, 96, 100, 104, 108, 112])
  const planned = finished ? `${lastYear}-12-31` : plannedEnd(index)
  const late = index % 19 === 7 ? 1 + (index % 2) : 0
  return {
    project: {
      id,
      name: role.names?.[role.at] ?? given.name,
      leadUnit: index % 5 < 2 ? sector.lead : district,
      ownerUnit: role.list === 'industry-major' ? 'park-group' : 'city-group',
      townUnit: given.town,
      leader: total >= yi(10) ? dice.pick(LEADERS) : undefined,
      sector: sector.name,
      place: TOWNS.find(one => one.id === given.town)?.name,
      totalInvest: total,
      plannedStart,
      plannedCompletion: planned,
      synthetic: true,
    },
    memberships: membershipsOf(id, index, plans, total, role),
    returns: [
      ...plans
        .filter(one => one.year < YEAR)
        .map(one => yearReturn(id, one, plannedStart, finished, lastYear)),
      ...(now === undefined
        ? []
        : returnsOf(id, {
            year: YEAR,
            invested: begun ? investedBy(now, pace, plannedStart) : COURSE.map(() => 0),
            startedOn: begun ? plannedStart : undefined,
            problem: !begun || pace < 70 ? dice.pick(PROBLEMS) : undefined,
            completedOn: planned !== undefined && planned <= DATE && index % 2 === 0 ? planned : undefined,
            late,
          })),
    ],
  }
}

/** What a project is in the plan: the named ones of 2023 come first, the factories were of 2021. */
function roleOf(index: number): Role & { readonly at: number } {
  if (index < FACTORIES) return { ...ROLES.factories, at: index }
  let at = index - 50
  for (const role of at < 0 ? [] : ROLES.current) {
    if (at < role.count) return { ...role, at }
    at -= role.count
  }
  return { ...ROLES.plain, at }
}

function startOf(firstYear: number, startsNow: boolean, begun: boolean, dice: Random): Day {
  const day = String(dice.between(3, 26)).padStart(2, '0')
  if (!startsNow) return `${firstYear}-0${dice.between(2, 6)}-${day}`
  return begun ? `${YEAR}-0${dice.between(1, 4)}-${day}` : `${YEAR}-0${dice.between(5, 8)}-${day}`
}

/** Some were to be completed by now, most later. */
const plannedEnd = (index: number): Day =>
  index % 12 === 4 ? '2023-06-10' : index % 23 === 9 ? '2023-04-30' : `202${4 + (index % 2)}-12-31`

function investedBy(annual: Minor, pace: number, plannedStart: Day): Minor[] {
  const half = Math.floor(((annual / WAN) * pace) / 200) * WAN
  const shares = COURSE.map((share, month) =>
    `${YEAR}-${String(month + 1).padStart(2, '0')}` >= plannedStart.slice(0, 7) ? share : 0,
  )
  return cumulative(byWeights(half, shares))
}

/** On the rolling plan in each of its years; on the other lists of 2023 with the same plan. */
function membershipsOf(
  project: string,
  index: number,
  plans: readonly YearPlan[],
  total: Minor,
  role: Role,
): MembershipFact[] {
  const on = (list: string, { year, annual }: YearPlan): MembershipFact => ({
    project,
    list,
    year,
    nature: year === plans[0]?.year && (year > 2021 || index >= 60) ? 'new' : 'continuing',
    annualPlan: annual,
  })
  const now = plans.find(one => one.year === YEAR)
  const groups = now
    ? [
        ...(role.list ? [role.list] : []),
        ...(role.also ?? []),
        ...(total >= yi(10) ? ['billion'] : []),
        ...(index % 8 === 3 ? ['coordinated'] : []),
        ...(role.list === 'industry-major' && index % 2 === 0 ? ['double-hundred'] : []),
        ...(index % 9 === 5 ? ['three-enterprises'] : []),
      ]
    : []
  return [
    ...plans.map(plan => on('major', plan)),
    ...(now ? groups.map(list => on(list, now)) : []),
    ...(role.list === 'standard-factories' ? [{ project, list: role.list }] : []),
  ]
}

/** A past year as one return: it did a little less or more than its plan. */
function yearReturn(
  project: string,
  { year, annual }: YearPlan,
  startedOn: Day,
  finished: Day | undefined,
  lastYear: number,
) {
  const done = Math.floor(((annual / WAN) * (year === 2021 ? 101 : 99)) / 100) * WAN
  const completed = finished !== undefined && year === lastYear
  return {
    project,
    period: `${year}-12`,
    figures: {
      'invest-ytd': done,
      stage: completed ? 'completed' : 'started',
      'started-on': startedOn,
      ...(completed ? { 'completed-on': finished } : {}),
    },
  }
}
