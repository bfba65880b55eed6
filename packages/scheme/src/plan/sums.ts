import { compareRates } from '@guatu/kernel'
import type { Scheme } from '../language/scheme.ts'
import type { Target } from '../language/target.ts'
import { type Ask, asksOf, last } from './asks.ts'
import { parties } from './party.ts'
import type { PlanReport } from './report.ts'
import { amountWords, valueWords } from './words.ts'

/** Floors, quarters and parts of targets agree with what they belong to. */
export function sums(scheme: Scheme, report: PlanReport): void {
  const asks = asksOf(scheme)
  order(scheme, asks, report)
  quarterSums(scheme, asks, report)
  for (const whole of scheme.targets) {
    const parts = scheme.targets.filter(one => one.partOf === whole.id)
    if (parts.length > 0) partSums(scheme, asks, whole, parts, report)
  }
}

function order(scheme: Scheme, asks: readonly Ask[], report: PlanReport): void {
  for (const floor of asks.filter(ask => ask.end === 'floor')) {
    const stretch = asks.find(
      ask => ask.target.id === floor.target.id && ask.end === 'stretch' && ask.name === floor.name,
    )
    if (!stretch || compareRates(floor.value, stretch.value) <= 0) continue
    report(
      'target.order',
      parties(scheme, 'targets', [floor.target.id]),
      `确保${floor.text}高于力争${stretch.text}`,
      `the floor ${floor.text} exceeds the stretch ${stretch.text}`,
    )
  }
}

function quarterSums(scheme: Scheme, asks: readonly Ask[], report: PlanReport): void {
  for (const target of scheme.targets) {
    const of = asks.filter(ask => ask.target.id === target.id && ask.type !== 'rate')
    const quarters = of.filter(ask => ask.end === 'quarter')
    const year = of.find(ask => ask.end === 'floor' && ask.name === 'value')
    const sum = quarters.reduce((total, ask) => total + ask.value.n, 0)
    if (!year || !last(target.quarters) || sum === year.value.n) continue
    const text = valueWords(scheme, { n: sum, d: 1 }, year.type)
    report(
      'target.quarters-sum',
      parties(scheme, 'targets', [target.id]),
      `全年写${year.text}，四个季度相加是${text}`,
      `the year is ${year.text}, its quarters add up to ${text}`,
    )
  }
}

/** The one amount or count that a target asks for in the end. */
export function totalOf(asks: readonly Ask[], target: Target): number | undefined {
  const of = asks.filter(ask => ask.target.id === target.id && ask.type !== 'rate')
  return (of.find(ask => ask.end === 'floor') ?? of.find(ask => ask.end === 'stretch'))?.value.n
}

function partSums(
  scheme: Scheme,
  asks: readonly Ask[],
  whole: Target,
  parts: readonly Target[],
  report: PlanReport,
): void {
  const all = totalOf(asks, whole)
  if (all === undefined) return
  const sum = parts.reduce((total, part) => total + (totalOf(asks, part) ?? 0), 0)
  const [allText, sumText] = [amountWords(scheme, all), amountWords(scheme, sum)]
  const between = parties(scheme, 'targets', [whole.id, ...parts.map(part => part.id)])
  if (sum > all)
    report(
      'target.parts-sum',
      between,
      `${whole.name}${allText}，各部分相加是${sumText}`,
      `${whole.nameEn}: ${allText}, its parts add up to ${sumText}`,
    )
  const missing = (whole.partCount ?? 0) - parts.length
  if (missing > 0 && sum >= all)
    report(
      'parts.nothing-left',
      between,
      `${whole.name}${allText}已被列出的${parts.length}部分占满，其余${missing}部分没有数`,
      `${whole.nameEn}: the ${parts.length} parts listed take up all of ${allText}, nothing is left for the other ${missing}`,
    )
  if (whole.partOf !== undefined && sum < all) {
    const top = parties(scheme, 'targets', [whole.partOf])
    report(
      'part.of-part',
      [
        ...parties(
          scheme,
          'targets',
          parts.map(part => part.id),
        ),
        ...between.slice(0, 1),
        ...top,
      ],
      `${sumText}是${whole.name}${allText}中的一部分，后者又是${top[0]?.name ?? ''}的加数，不能再加`,
      `${sumText} lie inside the ${allText} of ${whole.nameEn}, which are themselves added up in ${top[0]?.nameEn ?? ''}: not to be added again`,
    )
  }
}
