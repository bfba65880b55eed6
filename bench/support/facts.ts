import type {
  FieldValue,
  MembershipFact,
  Nature,
  ProjectFact,
  ProjectFacts,
  ReturnFact,
  Stage,
  UnitFact,
} from '@guatu/domain'
import { makeDay, makeMonth, monthNumber } from '@guatu/kernel'
import { randomFrom } from './random.ts'

/** Lists of the plan that the measurements run under: schemes/xixia. */
export const PLAN = 'xixia'
/** Inside the construction season, so that every light judges; October is the last month that has ended. */
export const AS_OF = '2023-11-15'
const YEAR = 2023
/** November 2021: returns run from here over 24 months at most. */
const FIRST = { year: 2021, month: 11 }
const MONTHS = 24
const LISTS = ['own-batches', 'pushed'] as const
const NATURE: readonly Nature[] = ['continuing', 'new', 'preparatory']
const SECTORS = ['市政', '交通', '水利', '农业', '工业', '文旅', '教育', '卫生']
const BUREAUS = 40
const TOWNS = 12
const ENTERPRISES = 400
const LEADERS = 30
const YI = 10_000_000_000
const pad = (n: number, width: number) => String(n).padStart(width, '0')

export const bigUnits: readonly UnitFact[] = [
  { id: 'office', name: '投资办', kind: 'office' },
  ...Array.from(
    { length: BUREAUS },
    (_, i): UnitFact => ({
      id: `bureau-${pad(i, 2)}`,
      name: `部门${pad(i, 2)}`,
      kind: 'bureau',
      parent: 'office',
    }),
  ),
  ...Array.from(
    { length: TOWNS },
    (_, i): UnitFact => ({
      id: `town-${pad(i, 2)}`,
      name: `镇街${pad(i, 2)}`,
      kind: 'town',
      parent: 'office',
    }),
  ),
  ...Array.from(
    { length: ENTERPRISES },
    (_, i): UnitFact => ({
      id: `owner-${pad(i, 3)}`,
      name: `项目单位${pad(i, 3)}`,
      kind: 'enterprise',
    }),
  ),
]

export interface Size {
  readonly projects: number
  /** Months of returns, the last of them October 2023; 24 at most. */
  readonly months: number
  readonly seed?: number
}

/** Projects one by one, so that any number of them need not be in memory at once. */
export function* bigProjects({ projects, months, seed = 20231231 }: Size): Generator<ProjectFacts> {
  const random = randomFrom(seed)
  for (let n = 0; n < projects; n++) yield oneProject(n, months, random)
}

function oneProject(n: number, months: number, random: () => number): ProjectFacts {
  const pick = (count: number) => Math.floor(random() * count)
  const id = `p${pad(n, 6)}`
  const totalInvest = Math.round((0.05 + random() ** 3 * 8) * 100) * (YI / 100)
  const annualPlan = Math.round(totalInvest * (0.2 + random() * 0.5))
  // Months counted from the first of the 24; some begin before it, some never.
  const startMonth = pick(40) - 12
  const plannedStart = dayOf(startMonth - pick(3))
  const project: ProjectFact = {
    id,
    name: `${SECTORS[pick(SECTORS.length)]}项目${pad(n, 6)}`,
    code: `2302-640105-04-01-${pad(n, 6)}`,
    leadUnit: `bureau-${pad(pick(BUREAUS), 2)}`,
    ownerUnit: `owner-${pad(pick(ENTERPRISES), 3)}`,
    townUnit: `town-${pad(pick(TOWNS), 2)}`,
    leader: `领导${pad(pick(LEADERS), 2)}`,
    sector: SECTORS[pick(SECTORS.length)],
    totalInvest,
    plannedStart,
    synthetic: true,
  }
  const lists = random() < 0.15 ? LISTS : [LISTS[pick(LISTS.length)] ?? LISTS[0]]
  const memberships = lists.map(
    (list): MembershipFact => ({
      project: id,
      list,
      year: YEAR,
      nature: NATURE[startMonth < 14 ? 0 : 1],
      annualPlan,
      plannedStart,
    }),
  )
  return { project, memberships, returns: yearsOf(id, months, startMonth, annualPlan, random) }
}

function yearsOf(
  project: string,
  months: number,
  startMonth: number,
  annualPlan: number,
  random: () => number,
): ReturnFact[] {
  const pace = 0.5 + random() * 0.7
  const silentFrom = random() < 0.05 ? MONTHS / 2 + Math.floor((random() * MONTHS) / 2) : MONTHS
  const returns: ReturnFact[] = []
  let done = 0
  for (let month = MONTHS - months; month < Math.min(MONTHS, silentFrom); month++) {
    const period = monthAt(month)
    if (monthNumber(period) === 1) done = 0
    const started = month >= startMonth
    if (started) done += Math.round((annualPlan * pace * (0.5 + random())) / 12)
    const stage: Stage = started ? 'started' : month >= startMonth - 6 ? 'prepare' : 'reserve'
    const figures: Record<string, FieldValue> = {
      'invest-ytd': done,
      'paid-ytd': Math.round(done * 0.8),
      'stat-ytd': Math.round(done * 0.9),
      stage,
    }
    if (started && month === Math.max(startMonth, MONTHS - months)) figures['started-on'] = dayOf(startMonth)
    returns.push({ project, period, figures })
  }
  return returns
}

function monthAt(index: number): string {
  const months = FIRST.year * 12 + FIRST.month - 1 + index
  return makeMonth(Math.floor(months / 12), (months % 12) + 1)
}

const dayOf = (index: number) => {
  const [year, month] = monthAt(index).split('-').map(Number)
  return makeDay(year ?? YEAR, month ?? 1, 15)
}
