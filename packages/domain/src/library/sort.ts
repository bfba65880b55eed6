import { compareRates, compareText, own, parseRate, periodSpan, type Rate } from '@guatu/kernel'
import { type FieldValue, NATURES, STAGES } from '../facts/index.ts'
import type { ProjectLine } from './rows.ts'
import { completion } from './search.ts'

/** How lines are put in order by one column, ascending. What has no word or figure stands last either way. */
export interface SortKey {
  /** A column of words has these, a column of figures `rough`; undefined where the line has none. */
  text?(line: ProjectLine): string | undefined
  /** A number in the order of the column, as far as one number can tell; NaN where the line has none. */
  rough?(line: ProjectLine): number
  /** Decides between lines of the same word or number; absent where they are equal. */
  exact?(a: ProjectLine, b: ProjectLine): number
  /** Decides between lines that are still equal. */
  tie?(line: ProjectLine): number
  readonly first: 'asc' | 'desc'
}

export const hasFigure = (key: SortKey, line: ProjectLine): boolean =>
  key.text ? key.text(line) !== undefined : !Number.isNaN(key.rough?.(line))

/** Undefined for a column that nothing is sorted by. `light:` and `field:` stand before a dimension and a plan's field. */
export function sortKey(sort: string, severity: ReadonlyMap<string, number>): SortKey | undefined {
  const text = own(TEXTS, sort)
  if (text) return byText(text)
  const figure = own(FIGURES, sort)
  if (figure) return byNumber(figure)
  if (sort === 'severity') return bySeverity(line => severity.get(line.colour) ?? -1)
  if (sort === 'completion') return byRate(completion)
  if (sort === 'gap') return byRate(gap)
  if (sort === 'period') return byText(line => line.period && `${periodSpan(line.period).end} ${line.period}`)
  if (sort.startsWith('light:')) return byDimension(sort.slice('light:'.length), severity)
  if (sort.startsWith('field:')) return byField(sort.slice('field:'.length))
  return undefined
}

type TextOf = (line: ProjectLine) => string | null | undefined
const TEXTS: Readonly<Record<string, TextOf>> = {
  name: line => line.name,
  code: line => line.code,
  list: line => line.lists.join(' '),
  unit: line => line.leadUnitName,
  owner: line => line.ownerUnitName,
  place: line => line.townUnitName || line.place,
  leader: line => line.leader,
  sector: line => line.sector,
  fund: line => line.fundSource,
}

type NumberOf = (line: ProjectLine) => number | null
const FIGURES: Readonly<Record<string, NumberOf>> = {
  'total-invest': line => line.totalInvest,
  'annual-plan': line => line.annualPlan,
  'plan-to-date': line => line.planToDate,
  invested: line => line.invested,
  stage: line => rank(STAGES, line.stage),
  nature: line => rank(NATURES, line.nature),
}

const rank = (order: readonly string[], value: string | null) => {
  const at = value === null ? -1 : order.indexOf(value)
  return at < 0 ? null : at
}

const byText = (of: TextOf): SortKey => ({ text: line => of(line) || undefined, first: 'asc' })

const byNumber = (of: NumberOf): SortKey => ({ rough: line => of(line) ?? Number.NaN, first: 'desc' })

/** Rounding keeps order, so that equal quotients alone need the exact comparison. */
const byRate = (of: (line: ProjectLine) => Rate | undefined): SortKey => ({
  rough: line => quotient(of(line)),
  exact: (a, b) => compareRates(of(a) ?? ZERO, of(b) ?? ZERO),
  first: 'desc',
})
const ZERO: Rate = { n: 0, d: 1 }
const quotient = (rate: Rate | undefined) => (rate ? rate.n / rate.d : Number.NaN)

const gap = (line: ProjectLine): Rate | undefined => {
  const done = completion(line)
  return done && line.planToDate !== null ? { n: done.n - line.planToDate, d: done.d } : undefined
}

/** Of equal lights the larger plan comes first: more is at stake. */
const bySeverity = (of: (line: ProjectLine) => number): SortKey => ({
  rough: of,
  tie: line => line.annualPlan ?? 0,
  first: 'desc',
})

/** The worst of several lights that a line has of the dimension. */
function byDimension(dimension: string, severity: ReadonlyMap<string, number>): SortKey {
  return bySeverity(({ lights }) => {
    let worst = Number.NaN
    for (const light of lights) {
      if (light.dimension !== dimension) continue
      const one = severity.get(light.colour) ?? -1
      if (!(worst >= one)) worst = one
    }
    return worst
  })
}

/** Figures before words where a field holds both. */
function byField(field: string): SortKey {
  const of = (line: ProjectLine) => {
    const value = own(line.extra, field)
    return value === undefined ? undefined : sortable(value)
  }
  return {
    exact: (a, b) => {
      const [left, right] = [of(a) ?? ZERO, of(b) ?? ZERO]
      if (typeof left === 'string' || typeof right === 'string')
        return (
          Number(typeof left === 'string') - Number(typeof right === 'string') ||
          compareText(String(left), String(right))
        )
      return compareRates(left, right)
    },
    rough: line => {
      const value = of(line)
      return typeof value === 'string' ? Number.POSITIVE_INFINITY : quotient(value)
    },
    first: 'desc',
  }
}

const sortable = (value: FieldValue): Rate | string =>
  typeof value === 'number' ? { n: value, d: 1 } : (parseRate(value) ?? value)

function compareBy(key: SortKey, a: ProjectLine, b: ProjectLine): number {
  const words = key.text ? compareText(key.text(a) ?? '', key.text(b) ?? '') : 0
  if (words !== 0) return words
  const [left, right] = [key.rough?.(a) ?? 0, key.rough?.(b) ?? 0]
  if (left !== right) return left < right ? -1 : 1
  return (key.exact?.(a, b) ?? 0) || (key.tie ? key.tie(a) - key.tie(b) : 0)
}

/** Equal lines stand by name, then by id, whichever way the column runs. */
const byName = (a: ProjectLine, b: ProjectLine) => compareText(a.name, b.name) || compareText(a.id, b.id)

/** The whole order of two lines. */
export function compareLines(key: SortKey, descending: boolean): (a: ProjectLine, b: ProjectLine) => number {
  return (a, b) => {
    const [hasA, hasB] = [hasFigure(key, a), hasFigure(key, b)]
    if (hasA !== hasB) return hasA ? -1 : 1
    if (!hasA) return byName(a, b)
    const order = compareBy(key, a, b)
    return (descending ? -order : order) || byName(a, b)
  }
}

/** By name alone, then by id. */
export const BY_NAME: SortKey = { text: line => line.name, exact: byName, first: 'asc' }
