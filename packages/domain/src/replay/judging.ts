import { err, ok, own, type Result } from '@guatu/kernel'
import { type Finding, lint, type ParsedScheme, type Scheme, takesValue } from '@guatu/scheme'
import type { SettingValues } from '../light/index.ts'

/** A plan with the bureau's settings, as it judges. */
export interface Judging {
  readonly scheme: Scheme
  readonly settings: SettingValues
}

/** Of the settings given those that the plan takes: another plan may not know them, or hold another kind of value there. */
export function settingsTaken(scheme: Scheme, given: SettingValues): SettingValues {
  return Object.fromEntries(
    Object.entries(given).filter(([id, value]) => {
      const setting = own(scheme.settings, id)
      return setting !== undefined && takesValue(setting, value)
    }),
  )
}

export type SettingFault =
  | { readonly why: 'unknown' | 'value'; readonly setting: string }
  /** The plan does not hold together with these values, e.g. a cut above the next one. */
  | { readonly why: 'plan'; readonly findings: readonly Finding[] }

/** The plan with some settings changed; faults where it would not be a plan that may judge. */
export function withSettings(
  parsed: ParsedScheme,
  given: SettingValues,
  changes: SettingValues,
): Result<Judging, readonly SettingFault[]> {
  const { scheme } = parsed
  const faults = Object.entries(changes).flatMap(([setting, value]): SettingFault[] => {
    const known = own(scheme.settings, setting)
    if (!known) return [{ why: 'unknown', setting }]
    return takesValue(known, value) ? [] : [{ why: 'value', setting }]
  })
  if (faults.length > 0) return err(faults)
  const settings = { ...settingsTaken(scheme, given), ...changes }
  const findings = errorsOf({ ...parsed, scheme: withDefaults(scheme, settings) })
  const already = new Set(errorsOf(parsed).map(keyOf))
  const arisen = findings.filter(one => !already.has(keyOf(one)))
  return arisen.length > 0 ? err([{ why: 'plan', findings: arisen }]) : ok({ scheme, settings })
}

const keyOf = ({ line, column, code, message }: Finding) => `${line}:${column} ${code} ${message}`
const errorsOf = (parsed: ParsedScheme) => lint(parsed).filter(one => one.severity === 'error')

/** The plan as if its text held these values: what the linter says of them is what it says of a plan with these numbers. */
function withDefaults(scheme: Scheme, settings: SettingValues): Scheme {
  const changed = Object.entries(scheme.settings).map(([id, one]) => [
    id,
    { ...one, default: settings[id] ?? one.default },
  ])
  return { ...scheme, settings: Object.fromEntries(changed) as Scheme['settings'] }
}
