import { compareRates, type Period, type Rate } from '@guatu/kernel'
import type { PublicBoard } from '@guatu/scheme'
import type { Given, ScoredFigures } from '../record/index.ts'
import { inputReader, isNumber, placeOf, readCut } from './figure.ts'
import { scoreAnswers, subjectsOf } from './score.ts'

/** Where each subject stands on a public board; `place` null: on none of its places. */
export interface BoardAnswer {
  readonly board: string
  readonly period: Period
  readonly rows: readonly BoardRow[]
}

export interface BoardRow {
  readonly subject: string
  readonly value: Rate
  /** Among all that are ranked, ties sharing the better one. */
  readonly rank: number
  readonly place: string | null
}

interface Ranked {
  readonly one: ScoredFigures
  readonly value: Rate
}

/** Best first. Who has no figure is not ranked. */
export function boardAnswer(board: PublicBoard, period: Period, given: Given): BoardAnswer {
  const ranked = rankedBy(board, period, given)
  const order = 'order' in board.ranks ? board.ranks.order : 'high-first'
  const read = inputReader(given, period)
  const cutOf = (cut: string | { readonly setting: string }) =>
    readCut(typeof cut === 'string' ? cut : (given.settings[cut.setting] ?? ''))
  const rows = ranked.map(({ one, value }): BoardRow => {
    const place = board.places.find(place => {
      if (place.among.length > 0 && !(one.kind && place.among.includes(one.kind))) return false
      const alike = ranked.filter(
        other => place.among.length === 0 || (other.one.kind && place.among.includes(other.one.kind)),
      )
      const values = alike.map(other => other.value)
      if (place.top !== undefined && placeOf(value, values, order) > place.top) return false
      if (place.bottom !== undefined && placeOf(value, values, opposite(order)) > place.bottom) return false
      const figure = place.of ? read(place.of, one).find(isNumber) : value
      if (place.atLeast !== undefined && !(figure && compareRates(figure, cutOf(place.atLeast)) >= 0))
        return false
      if (place.above !== undefined && !(figure && compareRates(figure, cutOf(place.above)) > 0)) return false
      return (
        place.below === undefined || (figure !== undefined && compareRates(figure, cutOf(place.below)) < 0)
      )
    })
    const rank = placeOf(
      value,
      ranked.map(other => other.value),
      order,
    )
    return { subject: one.subject, value, rank, place: place?.id ?? null }
  })
  return { board: board.id, period, rows: rows.sort((a, b) => a.rank - b.rank) }
}

const opposite = (order: 'high-first' | 'low-first') => (order === 'high-first' ? 'low-first' : 'high-first')

/** Units of which nothing was recorded for a score are ranked by their indicator all the same. */
const unitsOf = ({ facts }: Given, recorded: readonly ScoredFigures[], period: Period): ScoredFigures[] =>
  facts.units
    .filter(unit => unit.mergedInto === undefined && !recorded.some(one => one.subject === unit.id))
    .map(({ id, kind }) => ({ subject: id, kind, period, given: {}, exempt: [] }))

function rankedBy({ ranks }: PublicBoard, period: Period, given: Given): Ranked[] {
  const subjects = subjectsOf({ among: [] }, period, given)
  if ('score' in ranks) {
    const score = given.scheme.scores.find(one => one.id === ranks.score)
    const answers = score ? scoreAnswers(score, period, given) : []
    return answers.flatMap(({ subject, points }) => {
      const one = subjects.find(other => other.subject === subject)
      return one ? [{ one, value: points }] : []
    })
  }
  const read = inputReader(given, period)
  return [...subjects, ...unitsOf(given, subjects, period)].flatMap(one => {
    const value = read({ indicator: ranks.indicator, value: ranks.value }, one).find(isNumber)
    return value ? [{ one, value }] : []
  })
}
