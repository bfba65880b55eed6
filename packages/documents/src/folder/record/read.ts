import type { Facts, Records } from '@guatu/domain'
import { err, ok, type Result } from '@guatu/kernel'
import type { DataFault } from '../fault.ts'
import { readTable, type Table } from '../table.ts'
import { unique } from '../unique.ts'
import { RECORD_FILES, type RecordFile, type RecordShape } from './columns.ts'
import { knownOf } from './known.ts'
import { readRow } from './row.ts'

/**
 * Reads the files of records in a data folder, file name → UTF-8 text; each is optional. `facts` are those of the same
 * folder. Never throws on bad text: every fault is told, with file, line, column and mend.
 */
export function readRecords(
  files: ReadonlyMap<string, string>,
  shape: RecordShape,
  facts: Facts,
): Result<Records, readonly DataFault[]> {
  const faults: DataFault[] = []
  const known = knownOf(shape, facts)
  const table = (file: RecordFile): Table =>
    readTable(file, files.get(file) ?? RECORD_FILES[file].required.join(','), RECORD_FILES[file], faults)
  type Read<T> = (...of: Parameters<typeof readRow.visit>) => T
  const rows = <T>(file: RecordFile, read: Read<T>): T[] => {
    const { rows, columns } = table(file)
    return rows.map(row => read(row, known, columns))
  }
  const named = <T extends { readonly id: string }>(file: RecordFile, read: Read<T>): T[] => {
    const { rows, columns } = table(file)
    return unique(
      rows,
      row => read(row, known, columns),
      one => one.id,
    )
  }
  const records: Records = {
    visits: rows('visits.csv', readRow.visit),
    clocks: rows('clocks.csv', readRow.clock),
    evidence: rows('evidence.csv', readRow.evidence),
    steps: rows('steps.csv', readRow.step),
    deals: named('deals.csv', readRow.deal),
    money: named('money.csv', readRow.money),
    awards: rows('awards.csv', readRow.award),
    matters: rows('matters.csv', readRow.matter),
    published: rows('published.csv', readRow.publication),
    events: rows('events.csv', readRow.event),
    scored: rows('scored.csv', readRow.scored),
  }
  return faults.length === 0 ? ok(records) : err(faults)
}
