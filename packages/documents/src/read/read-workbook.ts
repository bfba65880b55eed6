import { err, ok, type Result } from '@guatu/kernel'
import { readCsv } from './csv/read-csv.ts'
import { type ReadFault, Refused } from './faults.ts'
import type { Workbook } from './grid.ts'
import { READ_LIMITS, type ReadLimits } from './limits.ts'
import { sniff } from './sniff.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

/** Bytes to cells. The content says what the file is; its name only names the sheet of a .csv. */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = READ_LIMITS,
): Promise<Result<Workbook, ReadFault>> {
  try {
    const workbook = await read(bytes, fileName, limits)
    if (workbook.sheets.every(sheet => sheet.rows.every(row => !row.some(Boolean))))
      throw new Refused('file.no-rows')
    return ok(workbook)
  } catch (error) {
    if (error instanceof Refused) return err(error.fault)
    throw error
  }
}

async function read(bytes: Uint8Array, fileName: string, limits: ReadLimits): Promise<Workbook> {
  if (bytes.length > limits.bytes)
    throw new Refused('file.too-large', { limit: limits.bytes, found: bytes.length })
  const sniffed = sniff(bytes)
  switch (sniffed.kind) {
    case 'empty':
      throw new Refused('file.empty')
    case 'binary':
      throw new Refused('file.unreadable')
    case 'encrypted':
      throw new Refused('file.encrypted')
    case 'old-format':
      throw new Refused('file.old-format', { found: sniffed.found })
    case 'not-a-table':
      throw new Refused('file.not-a-table', { found: sniffed.found })
    case 'zip':
      return readXlsx(bytes, limits)
    case 'text':
      return readCsv(bytes, fileName, limits)
  }
}
