import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT_FIELDS, pickSheet, readWorkbook, recognise, type Sheet } from '@guatu/documents'
import { unwrap } from '@guatu/kernel'
import { markdownTable } from './markdown.ts'

const BOOKS = [
  'macropage_固定资产投资_全国月度.xlsx',
  'DiousDoc_项目清单_7sheets.xlsx',
  'ershouche_项目进度表_255merges.xlsx',
]

/** Every sheet of the books as the import recognises it, without any mapping. */
export async function booksReport(folder: string): Promise<string> {
  const rows: string[][] = []
  for (const book of BOOKS) {
    const workbook = unwrap(await readWorkbook(await readFile(join(folder, book)), book))
    const picked = pickSheet(workbook, PROJECT_FIELDS)
    for (const sheet of workbook.sheets) rows.push([book, ...lineOf(sheet, sheet === picked)])
  }
  return markdownTable(
    [
      'book',
      'sheet',
      'rows',
      'merges',
      'taken for',
      'header rows',
      'data rows',
      'rows with a fault',
      'columns taken',
    ],
    rows,
  )
}

function lineOf(sheet: Sheet, picked: boolean): string[] {
  const name = picked ? `**${sheet.name}**` : sheet.name
  const size = [name, String(sheet.rows.length), String(sheet.merges.length)]
  if (sheet.rows.length === 0) return [...size, 'empty', '', '', '', '']
  const { holds, headerRows, rows, columns, findings } = recognise(sheet, PROJECT_FIELDS)
  const data = rows.filter(row => row.kind === 'data')
  const faulty = data.filter(row => Object.values(row.values).some(value => !value.ok))
  const lacks = findings.some(one => one.code === 'field.required-missing')
  return [
    ...size,
    lacks ? 'projects, no column of names' : holds,
    headerRows.length > 0 ? `${headerRows[0]}–${headerRows.at(-1)}` : 'none',
    String(data.length),
    String(faulty.length),
    `${columns.filter(one => one.field).length} of ${columns.length}`,
  ]
}
