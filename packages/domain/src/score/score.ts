import { multiplyRates, type Period, parseRate, type Rate } from '@guatu/kernel'
import type { Score, ScorePart } from '@guatu/scheme'
import type { SettingValues } from '../light/index.ts'
import type { Given, ScoredFigures } from '../record/index.ts'
import { inputReader, isNumber, type ReadInput, type ScoreFigure } from './figure.ts'
import { partPoints } from './part.ts'
import { bounded, NO_POINTS, pointsOf, sumPoints } from './points.ts'

/** How a subject came to its points: each part with what it read. */
export interface ScoreAnswer {
  readonly score: string
  readonly subject: string
  readonly period: Period
  readonly points: Rate
  readonly parts: readonly PartAnswer[]
  /** Points of each group after its bounds and weight. */
  readonly groups: readonly { readonly id: string; readonly points: Rate }[]
}

export interface PartAnswer {
  readonly id: string
  readonly read: readonly ScoreFigure[]
  readonly points: Rate
  /** Why it gives nothing of itself. */
  readonly why?: 'not-given' | 'exempt'
}

/** Every subject that has figures for the period, in the order of their records. */
export function scoreAnswers(score: Score, period: Period, given: Given): ScoreAnswer[] {
  const subjects = subjectsOf(score, period, given)
  const read = inputReader(given, period)
  return subjects.map(one => scoreOf(score, one, subjects, read, given.settings))
}

export const subjectsOf = (
  { among }: { readonly among: readonly string[] },
  period: Period,
  { records }: Given,
): ScoredFigures[] =>
  records.scored.filter(
    one =>
      one.period === period && (among.length === 0 || (one.kind !== undefined && among.includes(one.kind))),
  )

function scoreOf(
  score: Score,
  own: ScoredFigures,
  subjects: readonly ScoredFigures[],
  read: ReadInput,
  settings: SettingValues,
): ScoreAnswer {
  const parts = score.parts.map(part => partOf(part, own, subjects, read))
  const of = (group: string | undefined) =>
    parts.filter((_, index) => score.parts[index]?.group === group).map(part => part.points)
  const groups = score.groups.map(group => {
    const points = bounded(sumPoints(of(group.id)), group.least, group.most)
    const text = typeof group.weight === 'object' ? settings[group.weight.setting] : group.weight
    const weight = text === undefined ? undefined : parseRate(text)
    return { id: group.id, points: weight ? multiplyRates(points, weight) : points }
  })
  const all = sumPoints([pointsOf(score.base), ...of(undefined), ...groups.map(group => group.points)])
  return {
    score: score.id,
    subject: own.subject,
    period: own.period,
    points: bounded(all, score.least, score.most),
    parts,
    groups,
  }
}

/** An exempted part, and one whose figure nobody gave, adds nothing and says so. */
function partOf(
  part: ScorePart,
  own: ScoredFigures,
  subjects: readonly ScoredFigures[],
  read: ReadInput,
): PartAnswer {
  if (own.exempt.includes(part.id)) return { id: part.id, read: [], points: NO_POINTS, why: 'exempt' }
  const figures = read(part.input, own)
  const others =
    part.kind === 'rank'
      ? subjects
          .filter(one => !one.exempt.includes(part.id))
          .flatMap(one => read(part.input, one).filter(isNumber).slice(0, 1))
      : []
  const points = partPoints(part, figures, others)
  if (points === null) return { id: part.id, read: figures, points: NO_POINTS, why: 'not-given' }
  return { id: part.id, read: figures, points }
}
