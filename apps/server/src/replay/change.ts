import { type Judging, type SettingFault, settingsTaken, withSettings } from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import { type Finding, lint, type ParsedScheme, parseScheme } from '@guatu/scheme'

/** What is tried: some settings of the plan in force, or another plan whole. */
export type Tried = { readonly settings: Readonly<Record<string, string>> } | { readonly draft: ParsedScheme }

/** A plan's text as it could judge, or what the parser and the linter say of it; warnings do not keep it from being tried. */
export function readDraft(
  text: string,
  file: string,
): { readonly draft?: ParsedScheme; readonly findings: readonly Finding[] } {
  const { parsed, findings } = parseScheme(text, file)
  if (!parsed) return { findings }
  const all = [...findings, ...lint(parsed)]
  return all.some(one => one.severity === 'error') ? { findings: all } : { draft: parsed, findings: all }
}

/** The plan in force, and what is tried in its place. */
export function sidesOf(
  inForce: ParsedScheme,
  given: Readonly<Record<string, string>>,
  tried: Tried,
): Result<{ readonly before: Judging; readonly after: Judging }, readonly SettingFault[]> {
  const before: Judging = { scheme: inForce.scheme, settings: settingsTaken(inForce.scheme, given) }
  if ('draft' in tried) {
    const { scheme } = tried.draft
    return ok({ before, after: { scheme, settings: settingsTaken(scheme, given) } })
  }
  const after = withSettings(inForce, given, tried.settings)
  return after.ok ? ok({ before, after: after.value }) : after
}
