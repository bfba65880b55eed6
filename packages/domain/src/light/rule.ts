import { parseRate, type Rate, type Season } from '@guatu/kernel'
import type { Band, Light, Limit, Scheme } from '@guatu/scheme'

/** A light with its settings resolved: what a judgement needs and nothing else. */
export interface LightRule {
  readonly light: Light
  readonly season?: Season
  readonly bands: readonly RuleBand[]
  /** Severity and order of the scheme's colours; `none` is not among them. */
  readonly severity: ReadonlyMap<string, number>
}

export interface RuleBand {
  readonly colour: string
  readonly cut?: Cut
  readonly unstated?: true
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
  const bands = light.bands.map(band => compileBand(band, settings))
  const severity = new Map(scheme.colours.map(colour => [colour.id, colour.severity]))
  const season = light.during ? parseSeason(settingOf(light.during.setting, settings)) : undefined
  return { light, season, bands, severity }
}

function compileBand(band: Band, settings: SettingValues): RuleBand {
  const colour = typeof band.colour === 'string' ? band.colour : settingOf(band.colour.setting, settings)
  const limit = band.below ?? band.upTo
  const cut = limit === undefined ? undefined : compileCut(limit, band.below === undefined, settings)
  return { colour, cut, unstated: band.unstated }
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
