import { compareRates, type Minor, type Rate } from '@guatu/kernel'
import { isStarted } from '../project/index.ts'
import type { ProjectLine } from './rows.ts'

/** What a line may be chosen by; a line without a value has `NOT_SET`. */
export const FACETS = [
  'list',
  'unit',
  'stage',
  'nature',
  'colour',
  'leader',
  'sector',
  'fund',
  'place',
] as const
export type FacetName = (typeof FACETS)[number]
export const NOT_SET = 'none'

export const RANGES = ['total-invest', 'annual-plan', 'completion'] as const
export type RangeName = (typeof RANGES)[number]

/** Both ends belong to it: minor units for money, an exact rate for the completion rate. A line without the figure is in no range. */
export interface Range {
  readonly min?: Rate
  readonly max?: Rate
}

/** Values of one filter mean "or", filters among each other "and". */
export interface ProjectSearch {
  /** Words that must all be found in the line's text. */
  readonly q?: string
  /** A unit stands for itself and all below it. */
  readonly chosen?: { readonly [Name in FacetName]?: readonly string[] }
  /** Dimension of a light → its colours. */
  readonly lights?: Readonly<Record<string, readonly string[]>>
  readonly ranges?: { readonly [Name in RangeName]?: Range }
  /** Only those of whom no return came for the last period that ended. */
  readonly silent?: boolean
  /** A key of `sortKey`; `severity` when absent. */
  readonly sort?: string
  /** Absent: texts ascending, figures descending. */
  readonly order?: 'asc' | 'desc'
}

/** Values of a line under each facet. `above` names a unit and all above it. */
export const facetValues: Readonly<
  Record<FacetName, (line: ProjectLine, above: (unit: string) => readonly string[]) => readonly string[]>
> = {
  list: line => orNotSet(line.lists),
  unit: (line, above) => (line.leadUnit === null ? [NOT_SET] : above(line.leadUnit)),
  stage: line => [line.stage ?? NOT_SET],
  nature: line => [line.nature ?? NOT_SET],
  colour: line => [line.colour],
  leader: line => [line.leader || NOT_SET],
  sector: line => [line.sector || NOT_SET],
  fund: line => [line.fundSource || NOT_SET],
  place: line => [line.townUnit || line.place || NOT_SET],
}

const orNotSet = (values: readonly string[]) => (values.length > 0 ? values : [NOT_SET])

/** Colours that a line shows in each dimension: several where it stands on several lists. */
export function dimensionColours(line: ProjectLine): Map<string, string[]> {
  const colours = new Map<string, string[]>()
  for (const { dimension, colour } of line.lights) {
    const held = colours.get(dimension)
    if (!held) colours.set(dimension, [colour])
    else if (!held.includes(colour)) held.push(colour)
  }
  for (const held of colours.values()) held.sort()
  return colours
}

/** The figure that a range bounds; undefined where the line has none. */
export const rangeFigure: Readonly<Record<RangeName, (line: ProjectLine) => Rate | undefined>> = {
  'total-invest': ({ totalInvest }) => (totalInvest === null ? undefined : { n: totalInvest, d: 1 }),
  'annual-plan': ({ annualPlan }) => (annualPlan === null ? undefined : { n: annualPlan, d: 1 }),
  completion: line => completion(line),
}

export const inRange = (figure: Rate | undefined, { min, max }: Range) =>
  figure !== undefined &&
  (min === undefined || compareRates(figure, min) >= 0) &&
  (max === undefined || compareRates(figure, max) <= 0)

/** Investment of the year over the annual plan; undefined without a report or a plan above 0. */
export function completion({
  invested,
  annualPlan,
}: Pick<ProjectLine, 'invested' | 'annualPlan'>): Rate | undefined {
  return invested === null || annualPlan === null || annualPlan <= 0
    ? undefined
    : { n: invested, d: annualPlan }
}

/** Sums of what was found, each project once; null beyond the exact range of minor units. */
export interface LineSums {
  readonly projects: number
  readonly started: number
  readonly annualPlan: Minor | null
  readonly planToDate: Minor | null
  readonly invested: Minor | null
  readonly totalInvest: Minor | null
}

export const isStartedLine = (line: ProjectLine) => isStarted(line.stage ?? undefined)

/** Words of a search as they are compared: same width, same case. */
export const wordsOf = (q: string | undefined): string[] => [
  ...new Set(
    normal(q ?? '')
      .split(/\s+/u)
      .filter(Boolean),
  ),
]

/** What the words are looked for in. */
export const textOf = (line: ProjectLine): string =>
  normal(
    [
      line.name,
      line.code,
      line.leadUnitName,
      line.ownerUnitName,
      line.townUnitName,
      line.place,
      line.leader,
      ...(line.formerNames ?? []),
    ].join(' '),
  )

const normal = (text: string) => text.normalize('NFKC').toLowerCase()
