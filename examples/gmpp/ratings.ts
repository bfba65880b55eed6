import { evaluate, type ImportPlan } from '@guatu/domain'
import type { Scheme } from '@guatu/scheme'
import { factsBy } from './portfolio.ts'

/** From the best to the worst; the plan's colours have the same ids. */
export const RATINGS = ['green', 'amber-green', 'amber', 'amber-red', 'red'] as const
export type Rating = (typeof RATINGS)[number]

/** `Amber/red`, `Amber/ Red` → amber-red; undefined for No DCA, Reset and what else is no rating. */
export function ratingOf(text: string): Rating | undefined {
  const word = text
    .toLowerCase()
    .replace(/\s*\/\s*/, '-')
    .trim()
  return RATINGS.find(rating => rating === word)
}

/** One project in one year: what was published of it, and our colours by dimension. */
export interface Rated {
  readonly project: string
  readonly year: number
  readonly published: Rating
  /** Absent: no figures to judge by (○). */
  readonly ours: Readonly<Record<string, Rating | undefined>>
  /** The worst of them. */
  readonly worst: Rating | undefined
  /** Reports of the project so far: with the first one nothing can have grown or slipped. */
  readonly reports: number
}

export function ratedYears(scheme: Scheme, plan: ImportPlan, years: readonly number[]): Rated[] {
  const reports = new Map<string, number>()
  return years.flatMap(year => {
    const asOf = `${year}-12-31`
    const facts = factsBy(plan, asOf)
    const { lights } = evaluate(scheme, facts, asOf)
    return facts.returns
      .filter(one => one.period === String(year))
      .flatMap(({ project, figures }) => {
        const count = (reports.get(project) ?? 0) + 1
        reports.set(project, count)
        const published = ratingOf(String(figures.rating ?? ''))
        if (!published) return []
        const ours: Record<string, Rating | undefined> = {}
        for (const light of lights)
          if (light.project === project) ours[light.dimension] = RATINGS.find(one => one === light.colour)
        return [{ project, year, published, ours, worst: worstOf(Object.values(ours)), reports: count }]
      })
  })
}

const worstOf = (colours: readonly (Rating | undefined)[]): Rating | undefined =>
  RATINGS.findLast(rating => colours.includes(rating))

/** `table[ours][published]`, both in the order of `RATINGS`. */
export function crossTable(pairs: readonly (readonly [Rating, Rating])[]): number[][] {
  const table = RATINGS.map(() => RATINGS.map(() => 0))
  for (const [ours, published] of pairs) {
    const row = table[RATINGS.indexOf(ours)]
    const at = RATINGS.indexOf(published)
    if (row) row[at] = (row[at] ?? 0) + 1
  }
  return table
}

/** Agreement beyond chance, 1 for full: linear weights, so that a colour next door counts three quarters. NaN without pairs. */
export function weightedKappa(table: readonly (readonly number[])[]): number {
  const rows = table.map(row => row.reduce((sum, n) => sum + n, 0))
  const columns = table.map((_, at) => table.reduce((sum, row) => sum + (row[at] ?? 0), 0))
  const all = rows.reduce((sum, n) => sum + n, 0)
  let observed = 0
  let expected = 0
  for (const [i, row] of table.entries())
    for (const [j, n] of row.entries()) {
      observed += Math.abs(i - j) * n
      expected += (Math.abs(i - j) * (rows[i] ?? 0) * (columns[j] ?? 0)) / all
    }
  return 1 - observed / expected
}

export const agreeing = (table: readonly (readonly number[])[]): number =>
  table.reduce((sum, row, at) => sum + (row[at] ?? 0), 0)
