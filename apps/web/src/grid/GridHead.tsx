import type { GridColumn } from './model/cell.ts'
import type { GridWords } from './words.ts'

export function GridHead({ columns, words }: { columns: readonly GridColumn[]; words: GridWords }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className="cell-head" scope="col" aria-colindex={1}>
          {words.t('grid.project')}
        </th>
        {columns.map((column, place) => (
          <th key={column.id} scope="col" aria-colindex={place + 2}>
            {words.nameOf(column)}
            {words.unitOf(column) && <span className="cell-beside">{words.unitOf(column)}</span>}
          </th>
        ))}
      </tr>
    </thead>
  )
}
