import { columnLetters, PROJECT_FIELDS } from '@guatu/documents'
import type { EntryOrigin } from '@guatu/domain'
import type { SourceFile } from '@guatu/store'
import type { FileReader } from '../import/reader.ts'

export interface SourceCell {
  readonly column: string
  readonly header: string
  readonly text: string
  readonly computed: boolean
}

/** The filled cells of the row that an entry came from, under their headers; null where the file cannot be read now. */
export async function rowOfFile(
  reader: FileReader,
  file: SourceFile,
  { sheet: name, row }: EntryOrigin,
): Promise<SourceCell[] | null> {
  if (row === undefined) return null
  const read = await reader.cells(file)
  const recognised = await reader.recognise(file, PROJECT_FIELDS, { sheet: name })
  const sheet = read.ok ? read.value.sheets.find(one => one.name === name) : undefined
  if (!sheet || !recognised.ok) return null
  const headers = new Map(recognised.value.columns.map(({ column, header }) => [column, header]))
  return (sheet.rows[row - 1] ?? []).flatMap((cell, index) => {
    if (!cell || cell.text.trim() === '') return []
    const column = columnLetters(index + 1)
    const header = headers.get(index + 1) ?? ''
    return [{ column, header, text: cell.text, computed: cell.computed ?? false }]
  })
}
