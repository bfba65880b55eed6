import type { Scheme } from '../language/scheme.ts'
import type { PlanReport } from './report.ts'

/** One organ under several names. */
export function spellings(scheme: Scheme, report: PlanReport): void {
  scheme.units.forEach(({ id, name, nameEn = name, aliases }, index) => {
    if (aliases.length === 0) return
    report(
      'unit.spellings',
      [{ kind: 'unit', id, name, nameEn, covers: [], path: ['units', index] }],
      `${name}又写作${aliases.join('、')}`,
      `${nameEn} (${name}) is also written ${aliases.join(', ')}`,
    )
  })
}
