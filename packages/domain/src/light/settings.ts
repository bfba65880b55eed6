import type { Scheme } from '@guatu/scheme'

/** Setting id → text in force: the bureau's own value, else the scheme's default. */
export type SettingValues = Readonly<Record<string, string>>

export function settingValues(scheme: Scheme, given: SettingValues): SettingValues {
  const values: Record<string, string> = {}
  for (const [id, setting] of Object.entries(scheme.settings)) values[id] = given[id] ?? setting.default
  return values
}

export function settingOf(id: string, settings: SettingValues): string {
  const value = settings[id]
  if (value === undefined) throw new Error(`scheme names an unknown setting: ${id}`)
  return value
}
