import type { Scheme } from '../language/scheme.ts'
import { parties } from './party.ts'
import type { PlanReport } from './report.ts'

/** What the plan's own rules leave to a setting. */
export function open(scheme: Scheme, report: PlanReport): void {
  for (const { id, name, nameEn, covers, indicator, base } of scheme.targets) {
    const end = base && 'end' in base.of ? base.of.end : undefined
    const used = [indicator, base?.as, end].filter(part => typeof part === 'object')
    if (covers.length === 0 || used.length === 0) continue
    report(
      'target.open',
      parties(scheme, 'targets', [id]),
      `${name}没说${typeof indicator === 'object' ? '按什么算' : '比什么、怎么比'}`,
      `${nameEn}: ${typeof indicator === 'object' ? 'what it is measured by' : 'what it stands against'} is not said`,
    )
  }
  for (const { id, name, nameEn, covers, bands } of scheme.lights) {
    const cuts = bands.flatMap(band => [band.below, band.upTo]).filter(cut => typeof cut === 'object')
    const count = cuts.length + bands.filter(band => band.unstated).length
    if (covers.length === 0 || count === 0) continue
    report(
      'light.cuts-unstated',
      parties(scheme, 'lights', [id]),
      `${name}分色有${count}处没有写`,
      `${nameEn}: cuts and bands that are not stated: ${count}`,
    )
  }
}
