import type { Rate } from '@guatu/kernel'
import { type Band, type Limit, readLimit } from '@guatu/scheme'
import type { Edge } from '../evaluate/result.ts'
import { type SettingValues, settingOf } from './settings.ts'

export interface RuleBand {
  readonly colour: string
  readonly severity: number
  readonly cut?: Cut
  readonly unstated?: true
  readonly under?: Edge
  readonly over?: Edge
  /** The way to the least severe colour; absent where it is that. */
  readonly best?: Best
}

/** The edge to cross: `rise` to reach the band from below it, otherwise to come down into it. */
export interface Best {
  readonly edge: Cut
  readonly rise: boolean
}

export interface Cut {
  readonly value: Rate
  /** True for `upTo`: the value equal to the cut stays in this band. */
  readonly inclusive: boolean
  readonly setting?: string
}

export function compileBands(
  given: readonly Band[],
  severity: ReadonlyMap<string, number>,
  settings: SettingValues,
): RuleBand[] {
  const bands = given.map(band => {
    const colour = typeof band.colour === 'string' ? band.colour : settingOf(band.colour.setting, settings)
    const limit = band.below ?? band.upTo
    const cut = limit === undefined ? undefined : compileCut(limit, band.below === undefined, settings)
    return { colour, severity: severity.get(colour) ?? 0, cut, unstated: band.unstated }
  })
  return bands.map((band, index) => {
    const before = bands[index - 1]?.cut
    return {
      ...band,
      under: band.cut && edge(band.cut, band.cut.inclusive),
      over: before && edge(before, !before.inclusive),
      best: nearestBest(bands, index),
    }
  })
}

const edge = ({ value, setting }: Cut, owns: boolean): Edge => ({
  cut: { d: value.d, n: value.n },
  owns,
  setting,
})

/** The edge of the band of the least severe colour that lies nearest; undefined when `from` is one already. */
function nearestBest(bands: readonly Pick<RuleBand, 'severity' | 'cut'>[], from: number): RuleBand['best'] {
  const severities = bands.map(band => band.severity)
  const least = Math.min(...severities)
  if (severities[from] === least) return undefined
  const above = severities.findIndex((severity, index) => index > from && severity === least)
  const rise = above >= 0
  const edge = rise ? bands[above - 1]?.cut : bands[severities.lastIndexOf(least, from)]?.cut
  return edge && { edge, rise }
}

function compileCut(limit: Limit, inclusive: boolean, settings: SettingValues): Cut {
  if (typeof limit === 'string') return { value: parseLimit(limit), inclusive }
  return { value: parseLimit(settingOf(limit.setting, settings)), inclusive, setting: limit.setting }
}

/** `65%` → 65/100, `10pp` → 10/100, `30d` → 30/1. */
function parseLimit(text: string): Rate {
  const read = readLimit(text)
  if (!read) throw new Error(`not a limit: ${text}`)
  return read.value
}
