import { compareRates, earlierDay, type Period, parseRate, periodSpan, type Rate } from '@guatu/kernel'
import { readAmount, readCount, type ScoreInput } from '@guatu/scheme'
import { type Evaluation, evaluate } from '../evaluate/index.ts'
import type { Given, ScoredFigures, ScoredValue } from '../record/index.ts'

/** One figure as a score reads it: an exact number, or the id of a choice. */
export type ScoreFigure = Rate | string

/** What an input holds for a subject: several where things are judged one by one; empty: nobody gave it. */
export type ReadInput = (input: ScoreInput, of: ScoredFigures) => readonly ScoreFigure[]

/** A cut of a plan as a number on the same footing as figures: a rate as a fraction, points over 100, money in minor units. */
export function readCut(text: string): Rate {
  if (text.endsWith('pp')) return parseRate(`${text.slice(0, -2)}%`) ?? { n: 0, d: 1 }
  if (text.endsWith('%')) return parseRate(text) ?? { n: 0, d: 1 }
  if (/^-?\d+d$/.test(text)) return { n: Number(text.slice(0, -1)), d: 1 }
  return { n: readAmount(text) ?? readCount(text) ?? 0, d: 1 }
}

/** Reads inputs as of the end of a period; the evaluation is made when an input first asks for it. */
export function inputReader(given: Given, period: Period): ReadInput {
  const { start, end } = periodSpan(period)
  let made: Evaluation | undefined
  const evaluation = () => {
    made ??= evaluate(given.scheme, given.facts, earlierDay(end, given.asOf))
    return made
  }
  return (input, { subject, given: values }) => {
    if ('given' in input) return givenFigures(values[input.given])
    if ('light' in input) {
      const standing = evaluation().lights.filter(
        one => one.rule === input.light && one.colour === input.colour && leads(given, one.project, subject),
      )
      return [{ n: new Set(standing.map(one => one.project)).size, d: 1 }]
    }
    const reported = given.facts.reported
      .filter(one => one.indicator === input.indicator && one.unit === subject)
      .filter(one => periodSpan(one.period).end >= start && periodSpan(one.period).end <= end)
      .sort((a, b) => (periodSpan(a.period).end < periodSpan(b.period).end ? -1 : 1))
      .at(-1)
    if (reported) return givenFigures(reported.values[input.value ?? 'value'])
    const found = evaluation().indicators.find(
      one => one.id === input.indicator && one.scope === `unit:${subject}`,
    )
    if (!found || found.numerator === null || found.denominator === 0) return []
    return [{ n: found.numerator, d: found.denominator ?? 1 }]
  }
}

const leads = ({ states }: Given, project: string, unit: string) =>
  states.some(({ project: one }) => one.id === project && one.leadUnit === unit)

function givenFigures(value: ScoredValue | readonly ScoredValue[] | undefined): ScoreFigure[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map(figureOf)
}

function figureOf(value: ScoredValue): ScoreFigure {
  if (typeof value === 'boolean') return { n: value ? 1 : 0, d: 1 }
  if (typeof value === 'number') return { n: Math.round(value * 10_000), d: 10_000 }
  if (/^-?\d+(\.\d+)?(%|pp|d)$/.test(value)) return readCut(value)
  const whole = readAmount(value) ?? readCount(value)
  return whole === undefined ? value : { n: whole, d: 1 }
}

export const isNumber = (figure: ScoreFigure): figure is Rate => typeof figure !== 'string'

/** Highest first; equal figures share the better place. */
export function placeOf(own: Rate, all: readonly Rate[], order: 'high-first' | 'low-first'): number {
  const better = order === 'high-first' ? 1 : -1
  return 1 + all.filter(other => compareRates(other, own) * better > 0).length
}
