import { parseRate, type Rate, type Season } from '@guatu/kernel'
import type { Band, Light, Limit, Quantity, Scheme } from '@guatu/scheme'
import type { Edge } from '../evaluate/result.ts'
import { quantityName } from '../quantity/index.ts'
import { quantitiesOf, readsDays } from './quantities.ts'

/** A light with its settings resolved: what a judgement needs and nothing else. */
export interface LightRule {
  readonly light: Light
  readonly season?: Season
  readonly bands: readonly RuleBand[]
  /** Names of the measured quantities, in the order of `quantitiesOf`. */
  readonly measured: readonly string[]
  /** Whether those are days; else numbers. */
  readonly days: boolean
  /** What it is judged from, each name once; the stage and the as-of date are inputs like any other. */
  readonly inputs: readonly RuleInput[]
  /** Severity and order of the scheme's colours; `none` is not among them. */
  readonly severity: ReadonlyMap<string, number>
}

export interface RuleInput {
  readonly name: string
  readonly of: Quantity | 'as-of'
}

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

/** Setting id → text in force: the bureau's own value, else the scheme's default. */
export type SettingValues = Readonly<Record<string, string>>

export function settingValues(scheme: Scheme, given: SettingValues): SettingValues {
  const values: Record<string, string> = {}
  for (const [id, setting] of Object.entries(scheme.settings)) values[id] = given[id] ?? setting.default
  return values
}

/** Throws on a scheme that the linter refuses: unknown settings and unreadable limits do not reach evaluation. */
export function compileLight(light: Light, scheme: Scheme, settings: SettingValues): LightRule {
  const severity = new Map(scheme.colours.map(colour => [colour.id, colour.severity]))
  const bands = compileBands(light.bands, severity, settings)
  const season = light.during ? parseSeason(settingOf(light.during.setting, settings)) : undefined
  const quantities = quantitiesOf(light.measure)
  return {
    light,
    season,
    bands,
    measured: quantities.map(quantityName),
    days: readsDays(light.measure),
    inputs: inputsOf([...quantities, 'stage', AS_OF]),
    severity,
  }
}

const AS_OF = 'as-of'

function inputsOf(quantities: readonly Quantity[]): RuleInput[] {
  const inputs = new Map<string, RuleInput>()
  for (const of of quantities) inputs.set(quantityName(of), { name: quantityName(of), of })
  return [...inputs.values()]
}

function compileBands(
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

function settingOf(id: string, settings: SettingValues): string {
  const value = settings[id]
  if (value === undefined) throw new Error(`scheme names an unknown setting: ${id}`)
  return value
}

/** `65%` → 65/100, `10pp` → 10/100, `30d` → 30/1. */
export function parseLimit(text: string): Rate {
  const days = /^(-?\d+)d$/.exec(text)
  if (days) return { n: Number(days[1]), d: 1 }
  const rate = parseRate(text.replace(/pp$/, '%'))
  if (!rate) throw new Error(`not a limit: ${text}`)
  return rate
}

function parseSeason(text: string): Season {
  const [from = '', to = ''] = text.split('/')
  return { from, to }
}
