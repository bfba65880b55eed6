import type { CellFault, ParsedValue, RecognisedRow } from '@guatu/documents'
import type { FieldValue, ImportFinding, ImportRow, ImportValue } from '@guatu/domain'
import { compareRates, parseRate, percentText } from '@guatu/kernel'

/** Data rows as the plan of an import takes them. */
export function importRows(rows: readonly RecognisedRow[]): ImportRow[] {
  return rows
    .filter(row => row.kind === 'data')
    .map(({ row, values }) => {
      const given: Record<string, ImportValue> = {}
      const faults: ImportFinding[] = []
      for (const [field, value] of Object.entries(values)) {
        if (value.ok) given[field] = importValue(value.value)
        else faults.push(cellFinding(value.error))
      }
      return { row, values: given, faults }
    })
}

const importValue = (parsed: ParsedValue): ImportValue => ({
  value: plainValue(parsed),
  ...(parsed.computed ? { computed: true as const } : {}),
})

/** A rate stands in the ledger as text that reads as that very rate: 4.2 in a column of % is 4.2%. */
function plainValue({ value, raw }: ParsedValue): FieldValue {
  if (typeof value !== 'object') return value
  const read = parseRate(raw)
  if (read && compareRates(read, value) === 0) return raw
  return `${(percentText(value, 6) ?? '0').replace(/\.?0+$/, '')}%`
}

/** The recogniser's own code goes along, for its message says more. */
const cellFinding = ({ code, params }: CellFault): ImportFinding => ({
  code: 'cell.unreadable',
  level: 'error',
  row: params.row,
  field: params.field,
  params: { code, text: params.text },
})
