import type { Duty, MatrixDuty } from '../language/duty.ts'
import type { Scheme } from '../language/scheme.ts'
import { named } from './named.ts'
import { isNone } from './periods.ts'
import type { Report } from './report.ts'
import { settingOf } from './settings.ts'

type Path = readonly PropertyKey[]

export function duties(scheme: Scheme, report: Report): void {
  scheme.duties.forEach((duty, index) => {
    one(scheme, duty, ['duties', index], report)
  })
}

function one(scheme: Scheme, duty: Duty, path: Path, report: Report): void {
  switch (duty.kind) {
    case 'visits':
      if (duty.of === 'jurisdiction' && (duty.lists.length > 0 || Object.keys(duty.where).length > 0))
        report(path, 'duty.scope', `${duty.id} is about no projects`)
      return
    case 'clock':
      if ('setting' in duty.within)
        settingOf(scheme, duty.within.setting, 'days', [...path, 'within'], report)
      else if (isNone(duty.within)) report([...path, 'within'], 'term.none', `${duty.id} leaves no time`)
      named(duty.pauses, [...path, 'pauses'], report)
      return
    case 'assignment':
      named(duty.requires, [...path, 'requires'], report)
      return
    case 'matrix':
      matrix(scheme, duty, path, report)
  }
}

/** Each clause is shared out once, to somebody, by a name that the plan's units go by. */
function matrix({ units }: Scheme, { id, rows }: MatrixDuty, path: Path, report: Report): void {
  const names = new Set(units.flatMap(unit => [unit.name, ...unit.aliases]))
  rows.forEach((row, index) => {
    const at = [...path, 'rows', index]
    if (rows.findIndex(other => other.clause === row.clause) < index)
      report(at, 'matrix.row', `${id} shares out ${row.clause} twice`)
    if (row.lead.length + row.with.length === 0) report(at, 'matrix.row', `nobody answers for ${row.clause}`)
    if (names.size === 0) return
    for (const name of [...row.lead, ...row.with])
      if (!names.has(name)) report(at, 'ref.unit', `no unit goes by ${name}`)
  })
}
