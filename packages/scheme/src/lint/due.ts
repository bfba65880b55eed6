import type { Scheme } from '../language/scheme.ts'
import type { Report } from './report.ts'
import { settingOf } from './settings.ts'

type Path = readonly PropertyKey[]

/** A due day as a plan writes it: its season is set, and it was not past when the plan was issued, or the reading says so. */
export function dueDay(
  scheme: Scheme,
  due: string,
  item: { readonly id: string; readonly reading?: string },
  path: Path,
  report: Report,
): void {
  if (due === 'construction-season-end') {
    if (!scheme.settings['construction-season']) report(path, 'due.season', 'no construction season is set')
    else settingOf(scheme, 'construction-season', 'season', path, report)
  }
  if (isPast(scheme, due) && !item.reading)
    report(path, 'due.past', `${item.id} was due before the plan was issued`)
}

/** A day of each plan year is past where the plan has one year only. */
function isPast({ source, inForce }: Scheme, due: string): boolean {
  const { issued } = source
  if (issued === undefined) return false
  if (/^\d{4}-/.test(due)) return due < issued
  const one = inForce.to.slice(0, 4) === issued.slice(0, 4)
  return one && /^\d{2}-\d{2}$/.test(due) && due < issued.slice(5)
}
