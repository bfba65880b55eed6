import { type Condition, leavesOf } from '../language/condition.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Setting } from '../language/setting.ts'
import type { Report } from './report.ts'

/** Settings that some rule uses, by id. */
function usedSettings(scheme: Scheme): ReadonlySet<string> {
  // Of the bulletin, which every plan has: from what total a project is shown by itself.
  const used = new Set<string>(['large-from'])
  for (const light of scheme.lights) {
    if (light.during) used.add(light.during.setting)
    const cuts = light.bands.flatMap(band => [band.below, band.upTo, band.colour])
    const rows = (light.rows ?? []).flatMap(({ when, colour }) => [colour, ...(when ? rangeEnds(when) : [])])
    for (const part of [...cuts, ...rows]) if (typeof part === 'object') used.add(part.setting)
  }
  for (const { indicator, base, provided } of scheme.targets) {
    const end = base && 'end' in base.of ? base.of.end : undefined
    for (const part of [indicator, base?.as, end, provided]) {
      if (typeof part === 'object') used.add(part.setting)
    }
  }
  for (const funnel of scheme.funnels) {
    for (const { by } of funnel.rates) if (typeof by === 'object') used.add(by.setting)
  }
  for (const duty of scheme.duties)
    if (duty.kind === 'clock' && 'setting' in duty.within) used.add(duty.within.setting)
  for (const step of scheme.actions.flatMap(ladder => ladder.steps))
    for (const limit of [step.answerWithin, step.mendWithin])
      if (limit && 'setting' in limit) used.add(limit.setting)
  for (const { weight } of scheme.scores.flatMap(score => score.groups))
    if (typeof weight === 'object') used.add(weight.setting)
  for (const { atLeast, above, below } of scheme.boards.flatMap(board => board.places))
    for (const cut of [atLeast, above, below]) if (typeof cut === 'object') used.add(cut.setting)
  for (const fund of scheme.funds) {
    if (fund.kind === 'payment' && typeof fund.base === 'object') used.add(fund.base.setting)
  }
  if (duesOf(scheme).includes('construction-season-end')) used.add('construction-season')
  return used
}

/** Days by which something of the plan is due, as it writes them. */
function duesOf({ targets, tasks, documents, procedures, funds, funnels }: Scheme): (string | undefined)[] {
  const dated: readonly { readonly due?: string }[] = [
    ...targets,
    ...tasks,
    ...documents,
    ...procedures.flatMap(one => one.goals),
    ...funnels.flatMap(one => one.goals),
    ...funds.flatMap(one => (one.kind === 'payment' ? one.goals : [])),
  ]
  return dated.map(one => one.due)
}

const rangeEnds = (when: Condition) =>
  leavesOf(when).flatMap(leaf => ('measure' in leaf ? Object.values(leaf.is) : []))

/** The setting, when it exists and is of the type that is needed at this place. */
export function settingOf(
  scheme: Scheme,
  id: string,
  type: Setting['type'],
  path: readonly PropertyKey[],
  report: Report,
): Setting | undefined {
  const setting = scheme.settings[id]
  if (!setting) report(path, 'ref.setting', `there is no setting ${id}`)
  else if (setting.type !== type)
    report(path, 'setting.type', `${id} holds ${setting.type}, ${type} is needed`)
  else return setting
  return undefined
}

/** What a part of an item may be: itself, or each choice of the setting that it names. */
export function choicesOf(scheme: Scheme, part: string | { readonly setting: string }): readonly string[] {
  if (typeof part === 'string') return [part]
  const setting = scheme.settings[part.setting]
  return setting?.type === 'choice' ? setting.choices : []
}

export function settings(scheme: Scheme, report: Report): void {
  const used = usedSettings(scheme)
  for (const [id, setting] of Object.entries(scheme.settings)) {
    if (!used.has(id)) report(['settings', id], 'setting.unused', `no rule uses ${id}`)
    if (setting.type === 'choice' && !setting.choices.includes(setting.default)) {
      report(['settings', id, 'default'], 'setting.choice', `${setting.default} is none of its choices`)
    }
  }
}
