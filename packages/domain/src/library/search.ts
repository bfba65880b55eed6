import { addMinor, compareRates, compareText } from '@guatu/kernel'
import { isStarted } from '../project/index.ts'
import type { ProjectLine } from './rows.ts'

/** Filters as the page's address carries them; several values of one filter are joined by commas and mean "or". */
export interface ProjectSearch {
  readonly q?: string
  readonly list?: string
  readonly unit?: string
  readonly stage?: string
  readonly nature?: string
  readonly colour?: string
  readonly leader?: string
  readonly sort?: 'severity' | 'name' | 'unit' | 'annual-plan' | 'invested' | 'completion' | 'gap'
  readonly order?: 'asc' | 'desc'
}

type Test = (line: ProjectLine, value: string) => boolean

const FILTERS: Readonly<Record<'list' | 'unit' | 'stage' | 'nature' | 'colour' | 'leader', Test>> = {
  list: (line, value) => line.lists.includes(value),
  unit: (line, value) => (line.leadUnit ?? '') === value,
  stage: (line, value) => (line.stage ?? 'none') === value,
  nature: (line, value) => (line.nature ?? 'none') === value,
  colour: (line, value) => line.colour === value,
  leader: (line, value) => (line.leader ?? '') === value,
}

export function searchLines(lines: readonly ProjectLine[], search: ProjectSearch): ProjectLine[] {
  const word = search.q?.normalize('NFKC').trim().toLowerCase()
  return lines.filter(line => {
    for (const [name, test] of Object.entries(FILTERS)) {
      const wanted = search[name as keyof typeof FILTERS]?.split(',')
      if (wanted && !wanted.some(value => test(line, value))) return false
    }
    return !word || textOf(line).includes(word)
  })
}

const textOf = (line: ProjectLine) =>
  [line.name, line.code, line.leadUnitName, line.ownerUnitName, line.townUnitName, line.leader]
    .join(' ')
    .normalize('NFKC')
    .toLowerCase()

type Order = (a: ProjectLine, b: ProjectLine) => number

/** Lines without the figure that is sorted by stand last either way. */
export function sortLines(
  lines: readonly ProjectLine[],
  search: ProjectSearch,
  severity: ReadonlyMap<string, number>,
): ProjectLine[] {
  const byName: Order = (a, b) => compareText(a.name, b.name) || compareText(a.id, b.id)
  const sort = search.sort ?? 'severity'
  const descending = (search.order ?? (sort === 'name' || sort === 'unit' ? 'asc' : 'desc')) === 'desc'
  const { has, compare } = orderBy(sort, severity)
  return [...lines].sort((a, b) => {
    if (has(a) !== has(b)) return has(a) ? -1 : 1
    const order = has(a) ? compare(a, b) : 0
    return (descending ? -order : order) || byName(a, b)
  })
}

function orderBy(
  sort: NonNullable<ProjectSearch['sort']>,
  severity: ReadonlyMap<string, number>,
): { has: (line: ProjectLine) => boolean; compare: Order } {
  const always = () => true
  switch (sort) {
    case 'severity': {
      const rank = (line: ProjectLine) => severity.get(line.colour) ?? -1
      return {
        has: always,
        compare: (a, b) => rank(a) - rank(b) || (a.annualPlan ?? 0) - (b.annualPlan ?? 0),
      }
    }
    case 'name':
      return { has: always, compare: (a, b) => compareText(a.name, b.name) }
    case 'unit':
      return {
        has: line => line.leadUnitName !== '',
        compare: (a, b) => compareText(a.leadUnitName, b.leadUnitName),
      }
    case 'annual-plan':
      return {
        has: line => line.annualPlan !== null,
        compare: (a, b) => (a.annualPlan ?? 0) - (b.annualPlan ?? 0),
      }
    case 'invested':
      return { has: line => line.invested !== null, compare: (a, b) => (a.invested ?? 0) - (b.invested ?? 0) }
    case 'completion':
      return {
        has: line => (line.annualPlan ?? 0) > 0 && line.invested !== null,
        compare: (a, b) =>
          compareRates(
            { n: a.invested ?? 0, d: a.annualPlan ?? 1 },
            { n: b.invested ?? 0, d: b.annualPlan ?? 1 },
          ),
      }
    case 'gap':
      return {
        has: line => (line.annualPlan ?? 0) > 0 && line.planToDate !== null && line.invested !== null,
        compare: (a, b) => compareRates(gap(a), gap(b)),
      }
  }
}

const gap = (line: ProjectLine) => ({
  n: (line.invested ?? 0) - (line.planToDate ?? 0),
  d: line.annualPlan ?? 1,
})

/** Sums of what is listed, each project once. */
export function lineSums(lines: readonly ProjectLine[]) {
  const sum = (value: (line: ProjectLine) => number | null) =>
    lines.reduce((total, line) => addMinor(total, value(line) ?? 0), 0)
  return {
    projects: lines.length,
    started: lines.filter(line => isStarted(line.stage ?? undefined)).length,
    annualPlan: sum(line => line.annualPlan),
    planToDate: sum(line => line.planToDate),
    invested: sum(line => line.invested),
    totalInvest: sum(line => line.totalInvest),
  }
}

/** For each filter what may be chosen, with how many lines each value has. */
export function facets(lines: readonly ProjectLine[]) {
  return {
    lists: count(lines, line => line.lists.map(list => [list, list])),
    units: count(lines, line => (line.leadUnit === null ? [] : [[line.leadUnit, line.leadUnitName]])),
    stages: count(lines, line => [[line.stage ?? 'none', line.stage ?? 'none']]),
    colours: count(lines, line => [[line.colour, line.colour]]),
    natures: count(lines, line => [[line.nature ?? 'none', line.nature ?? 'none']]),
    leaders: count(lines, line => (line.leader === undefined ? [] : [[line.leader, line.leader]])),
  }
}

function count(lines: readonly ProjectLine[], values: (line: ProjectLine) => [string, string][]) {
  const found = new Map<string, { id: string; name: string; count: number }>()
  for (const line of lines) {
    for (const [id, name] of values(line)) {
      const held = found.get(id) ?? { id, name, count: 0 }
      found.set(id, { ...held, count: held.count + 1 })
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || compareText(a.id, b.id))
}
