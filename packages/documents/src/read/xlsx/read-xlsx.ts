import { Refused } from '../faults.ts'
import type { Sheet, Workbook } from '../grid.ts'
import type { ReadLimits } from '../limits.ts'
import { Archive } from './archive.ts'
import { readSharedStrings, readStyles, readWorkbookPart } from './parts.ts'
import { readSheetPart } from './sheet-part.ts'

/** Throws `Refused`. */
export async function readXlsx(bytes: Uint8Array, limits: ReadLimits): Promise<Workbook> {
  const archive = await Archive.open(bytes, limits)
  if (!archive.has('xl/workbook.xml')) throw otherArchive(archive)
  const { sheets: parts, date1904 } = await readWorkbookPart(archive, limits)
  const styles = await readStyles(archive)
  const strings = await readSharedStrings(archive, limits)
  const context = { limits, strings, styles, date1904, cells: 0 }
  const sheets: Sheet[] = []
  for (const part of parts) sheets.push(await readSheetPart(archive, part, context))
  return { format: 'xlsx', sheets }
}

function otherArchive(archive: Archive): Refused {
  if (archive.has('xl/workbook.bin')) return new Refused('file.old-format', { found: 'xlsb' })
  if (archive.has('content.xml')) return new Refused('file.old-format', { found: 'ods' })
  if (archive.has('word/document.xml')) return new Refused('file.not-a-table', { found: 'docx' })
  if (archive.has('ppt/presentation.xml')) return new Refused('file.not-a-table', { found: 'pptx' })
  return new Refused('file.not-a-table', { found: 'zip' })
}
