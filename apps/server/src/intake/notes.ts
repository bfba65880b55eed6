import type { PlannedRow } from '@guatu/domain'
import { rowFinding } from '../import/finding.ts'
import type { FilePlan } from '../import/plan.ts'
import { placesOf } from '../import/preview.ts'
import type { OpenedFile } from '../import/work.ts'
import { nameOf } from '../return/known.ts'
import type { Ground } from './ground.ts'
import type { KeptFile } from './kept.ts'
import type { Rows } from './rows.ts'

/** Why rows are left out, and what is to be done, in the order of the file. */
export function notesOf(
  { plan }: FilePlan,
  { others, blank }: Rows,
  { table, scheme }: OpenedFile,
  { known }: Ground,
  asks: ReadonlyMap<string, string>,
): KeptFile['file']['notes'] {
  const places = placesOf(table.recognition, scheme)
  const note = (row: PlannedRow, code: string, zh: string, en: string) => ({
    row: row.row,
    name: row.name,
    code,
    zh,
    en,
  })
  const bad = plan.rows.flatMap(row =>
    row.kind === 'bad'
      ? row.findings
          .filter(one => one.level === 'error')
          .map(finding => rowFinding(finding, places))
          .map(({ code, zh, en }) => note(row, code, zh, en))
      : [],
  )
  const unknown = plan.rows
    .filter(row => row.kind === 'new' && row.decision !== 'skip')
    .map(row =>
      note(
        row,
        'intake.unknown',
        '库中没有这个项目，这一行不收。核对名称或代码；确是新项目的，单独导入这份表。',
        'No such project is known; the row is left out. Check name or code; import the file by itself if it is new.',
      ),
    )
  const elsewhere = others.map(row => {
    const unit = asks.get(row.project ?? '')
    const name = unit === undefined ? undefined : nameOf(known, unit)
    return name === undefined
      ? note(
          row,
          'intake.not-due',
          '本期不要求报送这个项目，这一行不收。',
          'This project is not asked for the period; the row is left out.',
        )
      : note(
          row,
          'intake.of-other',
          `这个项目由${name}报送，这一行不收。`,
          `This project is reported by ${name}; the row is left out.`,
        )
  })
  const empty = blank.map(row =>
    note(
      row,
      'intake.blank',
      '没有填数。空白不是零，请单位补报。',
      'No figure. Blank is not zero: the unit still owes it.',
    ),
  )
  return [...bad, ...unknown, ...elsewhere, ...empty].sort((a, b) => a.row - b.row)
}
