import { compareRates, parseRate, type Rate } from '@guatu/kernel'
import { readAmount, readCount } from '../language/amount.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Score, ScoreInput, ScorePart } from '../language/score.ts'
import type { Report } from './report.ts'
import { settingOf } from './settings.ts'

type Path = readonly PropertyKey[]

/** Weights sum to the whole, parts name groups and inputs that are there, bands are complete, bounds leave room. */
export function scores(scheme: Scheme, report: Report): void {
  scheme.scores.forEach((score, index) => {
    const path = ['scores', index]
    weights(scheme, score, path, report)
    bounds(score, path, report)
    const groups = new Set(score.groups.map(group => group.id))
    const seen = new Set<string>()
    score.parts.forEach((part, at) => {
      const here = [...path, 'parts', at]
      if (seen.has(part.id) || groups.has(part.id))
        report([...here, 'id'], 'id.repeated', `${part.id} stands twice`)
      seen.add(part.id)
      if (part.group !== undefined && !groups.has(part.group))
        report([...here, 'group'], 'ref.group', `there is no group ${part.group}`)
      input(scheme, part.input, [...here, 'input'], report)
      bounds(part, here, report)
      shape(part, here, report)
    })
  })
  scheme.boards.forEach((board, index) => {
    const path = ['boards', index]
    const { ranks } = board
    if ('score' in ranks && !scheme.scores.some(score => score.id === ranks.score))
      report([...path, 'ranks', 'score'], 'ref.item', `there is no score ${ranks.score}`)
    if ('indicator' in ranks) input(scheme, ranks, [...path, 'ranks'], report)
    board.places.forEach((place, at) => {
      if (place.of) input(scheme, place.of, [...path, 'places', at, 'of'], report)
      for (const key of ['atLeast', 'above', 'below'] as const) {
        const cut = place[key]
        if (typeof cut === 'object' && !scheme.settings[cut.setting])
          report([...path, 'places', at, key], 'ref.setting', `there is no setting ${cut.setting}`)
      }
      if (place.atLeast !== undefined && place.above !== undefined)
        report([...path, 'places', at, 'above'], 'board.lower', `${place.id} has two lower ends`)
      if (place.top !== undefined && place.bottom !== undefined)
        report([...path, 'places', at], 'board.ends', `${place.id} takes the best and the worst`)
    })
  })
}

/** Where groups carry weights, all do, and they sum to 100 %. */
function weights(scheme: Scheme, { groups }: Score, path: Path, report: Report): void {
  const weighed = groups.filter(group => group.weight !== undefined)
  if (weighed.length === 0) return
  const sum = weighed.reduce((total, { weight = '' }) => total + hundredths(scheme, weight), 0)
  groups.forEach(({ weight }, at) => {
    if (typeof weight === 'object')
      settingOf(scheme, weight.setting, 'rate', [...path, 'groups', at, 'weight'], report)
  })
  if (weighed.length < groups.length || sum !== 10_000)
    report([...path, 'groups'], 'score.weights', `the weights sum to ${sum / 100} %`)
}

/** Of a setting its default: the bureau's own values sum as it pleases. */
function hundredths(scheme: Scheme, weight: string | { readonly setting: string }): number {
  const rate = parseRate(
    typeof weight === 'string' ? weight : (scheme.settings[weight.setting]?.default ?? ''),
  )
  return rate ? Math.round(rate.n * (10_000 / rate.d)) : 0
}

function bounds(
  { least, most }: { readonly least?: number; readonly most?: number },
  path: Path,
  report: Report,
): void {
  if (least !== undefined && most !== undefined && least > most)
    report(path, 'score.bounds', `at least ${least} and at most ${most}`)
}

function input(
  scheme: Scheme,
  from: ScoreInput | { indicator: string; value?: string },
  path: Path,
  report: Report,
): void {
  if ('light' in from) {
    const light = scheme.lights.find(one => one.id === from.light)
    if (!light) report([...path, 'light'], 'ref.item', `there is no light ${from.light}`)
    if (!scheme.colours.some(colour => colour.id === from.colour))
      report([...path, 'colour'], 'ref.colour', `there is no colour ${from.colour}`)
  }
  if (!('indicator' in from)) return
  const indicator = scheme.indicators.find(one => one.id === from.indicator)
  if (!indicator) report([...path, 'indicator'], 'ref.indicator', `there is no indicator ${from.indicator}`)
  else if (indicator.origin === 'reported' && !(from.value !== undefined && from.value in indicator.values))
    report(path, 'target.value-name', `${indicator.id} has no value ${from.value ?? '(none named)'}`)
}

function shape(part: ScorePart, path: Path, report: Report): void {
  const chosen = 'given' in part.input && part.input.as === 'choice'
  if (chosen !== (part.kind === 'choice'))
    report([...path, 'input'], 'score.input', `${part.id} reads ${chosen ? 'a choice' : 'a figure'}`)
  if (part.kind === 'proportional' && zero(part.full)) report([...path, 'full'], 'score.zero', 'full is 0')
  if (part.kind === 'per' && zero(part.per)) report([...path, 'per'], 'score.zero', 'per is 0')
  if (part.kind === 'assessed' && part.from > part.to)
    report(path, 'score.bounds', `from ${part.from} to ${part.to}`)
  if (part.kind === 'bands') bands(part, path, report)
}

const value = (text: string): Rate =>
  parseRate(text.replace('pp', '%')) ?? {
    n: readAmount(text) ?? readCount(text) ?? Number.parseInt(text, 10),
    d: 1,
  }
const zero = (text: string) => value(text).n === 0

/** From the lowest cut up, each with one, the last without. */
function bands(part: Extract<ScorePart, { kind: 'bands' }>, path: Path, report: Report): void {
  let before: Rate | undefined
  part.bands.forEach((band, at) => {
    const here = [...path, 'bands', at]
    const last = at === part.bands.length - 1
    if (band.below !== undefined && band.upTo !== undefined) report(here, 'bands.edge', 'two cuts')
    const cut = band.below ?? band.upTo
    if ((cut === undefined) !== last) report(here, 'bands.open', last ? 'the last band has a cut' : 'no cut')
    if (cut === undefined) return
    const own = value(cut)
    if (before && compareRates(own, before) <= 0)
      report(here, 'bands.order', `${cut} is not above the cut before`)
    before = own
  })
}
