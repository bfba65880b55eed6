import type { Season } from '@guatu/kernel'
import { type Light, type Quantity, quantitiesOfLight, type Scheme } from '@guatu/scheme'
import { quantityName } from '../quantity/index.ts'
import { type BandRule, bandRule } from './band-rule.ts'
import { compileBands, type RuleBand } from './bands.ts'
import { compileRows, type RuleRow } from './rows.ts'
import { type SettingValues, settingOf } from './settings.ts'

/** A light with its settings resolved: what a judgement needs and nothing else. */
export interface LightRule {
  readonly light: Light
  readonly season?: Season
  /** Of one measure with bands; absent where rows of conditions decide. */
  readonly band?: BandRule
  readonly bands: readonly RuleBand[]
  readonly rows: readonly RuleRow[]
  /** What it is judged from, each name once; the stage and the as-of date are inputs like any other. */
  readonly inputs: readonly RuleInput[]
  /** Severity and order of the scheme's colours; `none` is not among them. */
  readonly severity: ReadonlyMap<string, number>
  /** Of the best colour that its bands or rows give. */
  readonly least: number
}

export interface RuleInput {
  readonly name: string
  readonly of: Quantity | 'as-of'
}

/** Throws on a scheme that the linter refuses: unknown settings and unreadable limits do not reach evaluation. */
export function compileLight(light: Light, scheme: Scheme, settings: SettingValues): LightRule {
  const severity = new Map(scheme.colours.map(colour => [colour.id, colour.severity]))
  const bands = compileBands(light.bands, severity, settings)
  const rows = compileRows(light, scheme, severity, settings)
  const season = light.during ? parseSeason(settingOf(light.during.setting, settings)) : undefined
  const stage = light.of === undefined ? (['stage'] as const) : []
  return {
    light,
    season,
    band: light.measure && bandRule(light.id, light.measure, bands, scheme),
    bands,
    rows,
    inputs: inputsOf([...quantitiesOfLight(light), ...stage, AS_OF]),
    severity,
    least: Math.min(...[...bands, ...rows].map(one => one.severity)),
  }
}

const AS_OF = 'as-of'

function inputsOf(quantities: readonly Quantity[]): RuleInput[] {
  const inputs = new Map<string, RuleInput>()
  for (const of of quantities) inputs.set(quantityName(of), { name: quantityName(of), of })
  return [...inputs.values()]
}

function parseSeason(text: string): Season {
  const [from = '', to = ''] = text.split('/')
  return { from, to }
}
