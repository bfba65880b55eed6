import { addMinor } from '@guatu/kernel'
import type { FilledRow } from './findings.ts'
import type { GridColumn } from './model/cell.ts'
import type { GridWords } from './words.ts'

/** Sums of the rows shown, and of how many of them. */
export function SumRow({
  columns,
  rows,
  words,
}: {
  columns: readonly GridColumn[]
  rows: readonly FilledRow[]
  words: GridWords
}) {
  return (
    <tfoot>
      <tr>
        <th className="cell-head" scope="row">
          {words.t('grid.sum', { count: rows.length })}
        </th>
        {columns.map(column => {
          const values = rows.map(row => row.figures[column.id] ?? null).filter(value => value !== null)
          const numbers = values.filter(value => typeof value === 'number')
          const adds = column.type === 'money' || column.type === 'integer'
          return (
            <td key={column.id} className={adds ? 'number' : undefined}>
              {adds && numbers.length > 0 && (
                <span className="cell-value">{words.figure(column, numbers.reduce(addMinor, 0))}</span>
              )}
              <span className="cell-beside">
                {words.t('grid.filled', { count: values.length, all: rows.length })}
              </span>
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
}
